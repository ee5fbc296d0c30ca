tulay_room(knowledge
  LIBS PkgConfig::TOMLPP date::date-tz
  SOURCES language.cpp calendar.cpp case_stage.cpp money.cpp problem.cpp data_file.cpp read_data.cpp fact.cpp source.cpp template.cpp topic.cpp
          named_value.cpp guide.cpp guide_checks.cpp phrase.cpp knowledge.cpp localized_template.cpp references.cpp)
