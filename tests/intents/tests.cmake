tulay_test(intents_test
  SOURCES intents/fold_test.cpp intents/slot_test.cpp intents/spelling_test.cpp intents/matcher_test.cpp
          intents/likeness_test.cpp intents/threads_test.cpp intents/understand_test.cpp
  USES tulay_intents LIBS rapidcheck)
# One seed: what fails once fails each time.
set_tests_properties(intents_test PROPERTIES ENVIRONMENT "RC_PARAMS=seed=20261124 max_success=300")
