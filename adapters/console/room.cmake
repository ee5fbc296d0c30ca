pkg_check_modules(LIBEDIT REQUIRED IMPORTED_TARGET libedit)

tulay_room(adapters/console
  USES tulay_engine
  LIBS PkgConfig::LIBEDIT nlohmann_json::nlohmann_json
  SOURCES corpus.cpp judgement.cpp evaluation.cpp evaluation_report.cpp example_file.cpp folds.cpp missed_list.cpp printable.cpp
          repl.cpp terminal.cpp ticket_list.cpp week.cpp week_page.cpp week_report.cpp)
