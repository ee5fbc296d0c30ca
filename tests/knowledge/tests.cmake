tulay_test(knowledge_test
  SOURCES knowledge/calendar_test.cpp knowledge/fact_test.cpp knowledge/guide_test.cpp knowledge/loading_test.cpp
          knowledge/office_hours_test.cpp knowledge/template_test.cpp
  USES tulay_knowledge LIBS rapidcheck)
# One seed: what fails once fails each time.
set_tests_properties(knowledge_test PROPERTIES ENVIRONMENT "RC_PARAMS=seed=20261124 max_success=1000")
