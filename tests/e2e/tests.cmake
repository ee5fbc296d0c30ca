# The built program on real sockets. It reads the shipped data; another folder can be tried with
# -DTULAY_E2E_DATA=….
set(TULAY_E2E_DATA ${PROJECT_SOURCE_DIR} CACHE PATH "data folder of the end-to-end tests")
tulay_test(e2e_test
  SOURCES e2e/serve_test.cpp e2e/case_served_test.cpp e2e/sms_served_test.cpp e2e/review_served_test.cpp e2e/handoff_killed_test.cpp e2e/backup_test.cpp e2e/cases_command_test.cpp e2e/commands_test.cpp e2e/metrics_served_test.cpp e2e/widget_served_test.cpp
  USES tulay_sms tulay_store
  LIBS PkgConfig::HTTPLIB nlohmann_json::nlohmann_json Threads::Threads)
target_compile_definitions(e2e_test PRIVATE
  TULAY_PROGRAM="$<TARGET_FILE:tulay>" TULAY_E2E_DATA="${TULAY_E2E_DATA}")
add_dependencies(e2e_test tulay)
# The widget in Debian's Chromium; screenshots to look at go into <build>/widget/screenshots.
# Once, with the plain build: the e2e test already sends these requests to the sanitized program.
if(NOT TULAY_SANITIZED)
  add_test(NAME widget_test COMMAND ${PROJECT_SOURCE_DIR}/tests/e2e/widget/run
    $<TARGET_FILE:tulay> ${TULAY_E2E_DATA} ${PROJECT_BINARY_DIR}/widget)
  # Twilio's published library signs what the program accepts, and reads what it answers.
  add_test(NAME twilio_test COMMAND ${PROJECT_SOURCE_DIR}/tests/e2e/twilio/run
    $<TARGET_FILE:tulay> ${TULAY_E2E_DATA} ${PROJECT_BINARY_DIR}/twilio)
  set_tests_properties(twilio_test PROPERTIES TIMEOUT 600)
  set_tests_properties(widget_test PROPERTIES TIMEOUT 1500)
endif()
