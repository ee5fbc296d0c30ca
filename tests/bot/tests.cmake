tulay_test(server_test SOURCES bot/server_test.cpp bot/server_load_test.cpp bot/server_keeping_test.cpp bot/client_address_test.cpp bot/framing_test.cpp bot/caching_test.cpp bot/metrics_test.cpp USES tulay_server LIBS rapidcheck)
tulay_test(engine_test
  SOURCES bot/case_test.cpp bot/engine_test.cpp bot/guide_test.cpp bot/guide_walk_test.cpp bot/handoff_test.cpp bot/identity_test.cpp
          bot/quiet_hours_test.cpp bot/reminders_test.cpp bot/request_desk_test.cpp bot/say_test.cpp bot/snapshot_test.cpp
          bot/turn_order_test.cpp
  USES tulay_engine LIBS rapidcheck Threads::Threads)
# One seed: what fails once fails each time.
set_tests_properties(engine_test PROPERTIES ENVIRONMENT "RC_PARAMS=seed=20261125 max_success=200")
