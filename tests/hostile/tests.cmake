# The built program on raw sockets, alone and behind Debian's nginx.
find_package(ZLIB REQUIRED)
tulay_test(hostile_test
  SOURCES hostile/refused_test.cpp hostile/smuggling_test.cpp hostile/crowd_test.cpp
  LIBS ZLIB::ZLIB)
target_compile_definitions(hostile_test PRIVATE TULAY_PROGRAM="$<TARGET_FILE:tulay>")
set_tests_properties(hostile_test PROPERTIES TIMEOUT 600)
add_dependencies(hostile_test tulay)
