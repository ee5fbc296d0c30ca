# -B: the source tree stays free of compiled Python.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
add_test(NAME house COMMAND Python3::Interpreter -B ${PROJECT_SOURCE_DIR}/tests/house/house.py ${PROJECT_SOURCE_DIR})
add_test(NAME house_checker COMMAND Python3::Interpreter -B ${PROJECT_SOURCE_DIR}/tests/house/house_test.py)
