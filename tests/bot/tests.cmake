tulay_test(server_test SOURCES bot/server_test.cpp bot/server_load_test.cpp bot/caching_test.cpp USES tulay_server)
tulay_test(engine_test
  SOURCES bot/engine_test.cpp bot/case_test.cpp bot/identity_test.cpp bot/say_test.cpp bot/guide_test.cpp bot/guide_walk_test.cpp bot/turn_order_test.cpp bot/snapshot_test.cpp
  USES tulay_engine LIBS rapidcheck Threads::Threads)
# One seed: what fails once fails each time.
set_tests_properties(engine_test PROPERTIES ENVIRONMENT "RC_PARAMS=seed=20261125 max_success=200")
