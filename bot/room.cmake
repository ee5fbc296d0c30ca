pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(prometheus-cpp REQUIRED)

tulay_room(bot/ports
  USES tulay_intents
  SOURCES channel.cpp handoff.cpp reply.cpp)

tulay_room(bot/engine
  USES tulay_ports
  SOURCES answer.cpp answer_parts.cpp case_answer.cpp case_desk.cpp case_file.cpp case_timeline.cpp cross_check.cpp
          engine.cpp filling.cpp golden.cpp guide_answers.cpp guide_flow.cpp guide_path.cpp guide_reading.cpp
          guide_speech.cpp handoff.cpp heard.cpp html_text.cpp identity.cpp limits.cpp one_at_a_time.cpp plan.cpp quiet_hours.cpp
          reminder_text.cpp reminders.cpp request_desk.cpp say.cpp shape.cpp situation.cpp snapshot.cpp summary.cpp
          turn_records.cpp)

tulay_room(bot/server
  USES tulay_engine
  LIBS PkgConfig::HTTPLIB Threads::Threads nlohmann_json::nlohmann_json prometheus-cpp::core
  SOURCES caching.cpp client_address.cpp connection.cpp cross_origin.cpp descriptor_limit.cpp desk.cpp drain.cpp exchange.cpp framing.cpp gate.cpp gatherer.cpp guests.cpp health.cpp
          listening.cpp metrics.cpp problem_json.cpp request_head.cpp returns.cpp router.cpp server.cpp workers.cpp)
