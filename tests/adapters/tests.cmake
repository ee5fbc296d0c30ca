# One program a room, so that a hidden call to another room does not link.
tulay_test(store_test
  SOURCES contracts/turn_store_test.cpp contracts/staff_desk_test.cpp contracts/code_ledger_test.cpp adapters/sqlite_store_test.cpp adapters/sqlite_staff_test.cpp adapters/sqlite_audit_test.cpp adapters/session_codec_test.cpp adapters/retention_test.cpp
  USES tulay_store)
tulay_test(web_test
  SOURCES adapters/case_place_test.cpp adapters/guide_page_test.cpp adapters/handoff_api_test.cpp
          adapters/json_codec_test.cpp adapters/message_reader_test.cpp adapters/openapi_test.cpp
          adapters/rest_channel_test.cpp adapters/widget_routes_test.cpp
  USES tulay_web LIBS nlohmann_json::nlohmann_json)
tulay_test(system_test SOURCES adapters/system_test.cpp USES tulay_system)
tulay_test(cli_test SOURCES adapters/config_test.cpp adapters/config_staff_test.cpp adapters/teach_test.cpp USES tulay_cli)
tulay_test(case_mapping_test SOURCES adapters/case_mapping_test.cpp USES tulay_cli LIBS SQLiteCpp)
tulay_test(sms_test
  SOURCES adapters/sms_signature_test.cpp adapters/sms_text_test.cpp adapters/sms_keywords_test.cpp
          adapters/sms_form_test.cpp
  USES tulay_sms LIBS nlohmann_json::nlohmann_json)
tulay_test(console_test
  SOURCES adapters/console_test.cpp adapters/review_test.cpp
  USES tulay_console LIBS nlohmann_json::nlohmann_json)
tulay_test(cases_test
  SOURCES contracts/case_directory_test.cpp adapters/case_parts_test.cpp adapters/case_import_test.cpp adapters/parole_ends_test.cpp
  USES tulay_cases tulay_engine LIBS SQLiteCpp)
# On a PostgreSQL 15 that it starts itself.
tulay_test(postgres_test
  SOURCES contracts/postgres_test.cpp contracts/postgres_faults_test.cpp
  USES tulay_cases tulay_engine LIBS SQLiteCpp PkgConfig::PQXX)
tulay_test(outbox_test
  SOURCES adapters/outbox_test.cpp adapters/delivery_test.cpp adapters/reminder_book_test.cpp adapters/in_order_test.cpp
  USES tulay_sms tulay_store LIBS Threads::Threads)
tulay_test(staff_test
  SOURCES adapters/notifier_test.cpp adapters/curl_net_test.cpp
  USES tulay_staff tulay_store LIBS PkgConfig::HTTPLIB nlohmann_json::nlohmann_json Threads::Threads)
