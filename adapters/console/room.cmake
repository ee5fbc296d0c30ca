pkg_check_modules(LIBEDIT REQUIRED IMPORTED_TARGET libedit)

tulay_room(adapters/console
  USES tulay_engine
  LIBS PkgConfig::LIBEDIT nlohmann_json::nlohmann_json
  SOURCES corpus.cpp judgement.cpp evaluation.cpp evaluation_report.cpp folds.cpp repl.cpp terminal.cpp)
