# The built program and a simulated gateway, on real sockets both ways.
set(gateway_sides gateway/side.cpp gateway/twilio_side.cpp gateway/telnyx_side.cpp gateway/vonage_side.cpp
    gateway/plivo_side.cpp gateway/simulator.cpp)
set(gateway_libs PkgConfig::HTTPLIB PkgConfig::SODIUM SQLiteCpp nlohmann_json::nlohmann_json Threads::Threads)
tulay_test(gateway_test SOURCES gateway/gateway_test.cpp ${gateway_sides} USES tulay_sms LIBS ${gateway_libs})
tulay_test(storm_test SOURCES gateway/storm_test.cpp ${gateway_sides} USES tulay_sms LIBS ${gateway_libs})
foreach(name gateway_test storm_test)
  target_compile_definitions(${name} PRIVATE
    TULAY_PROGRAM="$<TARGET_FILE:tulay>" TULAY_E2E_DATA="${TULAY_E2E_DATA}")
  add_dependencies(${name} tulay)
endforeach()
# Ten thousand texts take minutes without optimisation; under a sanitizer the other tests show as much.
set_tests_properties(gateway_test storm_test PROPERTIES TIMEOUT 1800)
if(TULAY_SANITIZED)
  set_tests_properties(storm_test PROPERTIES DISABLED TRUE)
endif()
