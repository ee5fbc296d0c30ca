include(script/cmake/embed.cmake)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(OpenSSL 3 REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(PQXX REQUIRED IMPORTED_TARGET libpqxx)

tulay_room(adapters/system
  USES tulay_ports
  LIBS PkgConfig::SODIUM
  SOURCES demo_outbox.cpp system_clock.cpp system_entropy.cpp)

tulay_room(adapters/store
  USES tulay_ports
  LIBS SQLiteCpp nlohmann_json::nlohmann_json
  SOURCES audit_link.cpp connection.cpp copying.cpp guide_codec.cpp handoff_codec.cpp lock_file.cpp migrations.cpp outbox_rows.cpp record_writer.cpp retention.cpp
          session_codec.cpp sqlite_audit.cpp sqlite_code_ledger.cpp sqlite_deliveries.cpp sqlite_notices.cpp sqlite_opt_outs.cpp sqlite_outbox.cpp
          sqlite_reminder_book.cpp sqlite_sms_ledger.cpp sqlite_staff_desk.cpp sqlite_store.cpp turn_writer.cpp waiting.cpp)
tulay_embed(tulay_store embedded_migrations.hpp tulay::store
  FILES adapters/store/migrations/m0001_conversations.sql adapters/store/migrations/m0002_audit.sql
        adapters/store/migrations/m0003_sms.sql adapters/store/migrations/m0004_staff.sql
        adapters/store/migrations/m0005_sms_delivery.sql adapters/store/migrations/m0006_code_sends.sql)

tulay_room(adapters/cases
  USES tulay_ports
  LIBS SQLiteCpp PkgConfig::PQXX Threads::Threads
  SOURCES breaker.cpp csv_import.cpp csv_text.cpp date_formats.cpp demo_cases.cpp guarded_directory.cpp import_header.cpp import_rows.cpp live_check.cpp mapped_directory.cpp mapping.cpp
          mapping_check.cpp plain_text.cpp postgres_connection.cpp postgres_database.cpp postgres_pool.cpp purposes.cpp
          row_reader.cpp sql_text.cpp sqlite_connection.cpp sqlite_database.cpp sqlite_parole_ends.cpp sqlstate.cpp survey.cpp watchdog.cpp)
tulay_embed(tulay_cases embedded_cases.hpp tulay::cases
  FILES adapters/cases/case_demo.sql)

tulay_room(adapters/web
  USES tulay_server
  LIBS nlohmann_json::nlohmann_json
  SOURCES case_place.cpp chat_api.cpp conversation_api.cpp demo_outbox.cpp demo_page.cpp feedback_api.cpp fields.cpp
          frame_page.cpp guide_page.cpp handoff_api.cpp json_codec.cpp json_reader.cpp message_reader.cpp openapi.cpp
          pages.cpp rest_channel.cpp topics_api.cpp widget_routes.cpp)
tulay_embed(tulay_web embedded_pages.hpp tulay::web
  FILES adapters/web/widget/demo.html adapters/web/widget/demo.css adapters/web/widget/demo.js
        adapters/web/widget/icon.svg adapters/web/widget/frame.html adapters/web/openapi.json
  PACKED adapters/web/widget/widget.js adapters/web/widget/beside.js adapters/web/widget/case.js)

tulay_room(adapters/sms
  USES tulay_server
  LIBS OpenSSL::Crypto PkgConfig::SODIUM PkgConfig::HTTPLIB nlohmann_json::nlohmann_json
  SOURCES answering.cpp characters.cpp dialect.cpp error_codes.cpp form.cpp free_wording.cpp gateway.cpp gateway_json.cpp
          gsm7.cpp http_client.cpp in_order.cpp inbound.cpp joining.cpp keywords.cpp outbox_sender.cpp pace.cpp paging.cpp
          phone_number.cpp plivo.cpp postman.cpp report_desk.cpp segments.cpp signature.cpp sms_form.cpp telnyx.cpp timestamp.cpp transliteration.cpp twilio.cpp
          twiml.cpp vonage.cpp vonage_signature.cpp webhook.cpp words.cpp)

include(adapters/console/room.cmake)
include(adapters/staff/room.cmake)

tulay_room(adapters/cli
  USES tulay_web tulay_sms tulay_staff tulay_store tulay_cases tulay_system tulay_console
  LIBS CLI11::CLI11 spdlog::spdlog nlohmann_json::nlohmann_json
  SOURCES ask.cpp case_source.cpp cases_check.cpp cases_import.cpp cases_show.cpp check.cpp check_data.cpp check_examples.cpp check_sms.cpp config.cpp config_cases.cpp config_file.cpp
          config_reader.cpp config_staff.cpp console.cpp day_for.cpp environment.cpp eval.cpp fit.cpp
          load_knowledge.cpp logging.cpp made_up_firm.cpp options.cpp places.cpp progress.cpp remind.cpp review.cpp
          repeating.cpp review_missed.cpp review_summary.cpp serve.cpp settings.cpp signals.cpp sms_wiring.cpp staff_wiring.cpp
          store_command.cpp teach.cpp tell.cpp user_name.cpp watching.cpp whole_file.cpp wiring.cpp)
target_compile_definitions(tulay_cli PRIVATE
  TULAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TULAY_VERSION="${PROJECT_VERSION}")

add_executable(tulay ${PROJECT_SOURCE_DIR}/adapters/cli/main.cpp)
target_link_libraries(tulay PRIVATE tulay_cli tulay_warnings)
# Not fatal: a fault in the data is told by the tests, and without the file the program fits by itself when it starts.
add_custom_command(TARGET tulay POST_BUILD COMMAND tulay fit --data.dir ${PROJECT_SOURCE_DIR} || true VERBATIM)

include(GNUInstallDirs)
install(TARGETS tulay RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY knowledge intents DESTINATION ${CMAKE_INSTALL_DATADIR}/tulay FILES_MATCHING PATTERN "*.toml" PATTERN "*.txt" PATTERN "weights.bin")
install(DIRECTORY tests/conversations DESTINATION ${CMAKE_INSTALL_DATADIR}/tulay/tests FILES_MATCHING PATTERN "*.toml")
