tulay_room(knowledge
  LIBS PkgConfig::TOMLPP date::date-tz
  SOURCES calendar.cpp case_stage.cpp data_file.cpp fact.cpp guide.cpp guide_checks.cpp knowledge.cpp language.cpp
          localized_template.cpp money.cpp named_value.cpp office_hours.cpp phrase.cpp problem.cpp read_data.cpp
          references.cpp source.cpp template.cpp topic.cpp)
