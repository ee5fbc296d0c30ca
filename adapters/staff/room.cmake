pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)

tulay_room(adapters/staff
  USES tulay_ports
  LIBS PkgConfig::CURL OpenSSL::Crypto nlohmann_json::nlohmann_json
  SOURCES curl_net.cpp mail.cpp notifier.cpp signature.cpp webhook.cpp)
