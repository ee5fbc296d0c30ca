# Not a test: figures, by script/bench.
add_executable(tulay_bench EXCLUDE_FROM_ALL
  tests/bench/main.cpp tests/bench/understanding.cpp tests/bench/http.cpp tests/bench/load.cpp tests/bench/child.cpp
  tests/bench/floor.cpp)
target_include_directories(tulay_bench PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_compile_definitions(tulay_bench PRIVATE
  TULAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TULAY_PROGRAM="$<TARGET_FILE:tulay>")
target_link_libraries(tulay_bench PRIVATE
  tulay_intents tulay_server nlohmann_json::nlohmann_json Threads::Threads tulay_warnings)
add_dependencies(tulay_bench tulay)
