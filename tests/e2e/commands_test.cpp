#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/program.hpp"

using namespace tulay;
using e2e::Program;

TEST_CASE("ask prints one answer") {
  const fakes::TemporaryFolder folder;
  Program program({"ask", "Can my parole be extended?", "--json", "--data.dir", TULAY_E2E_DATA},
                  folder.path());
  const auto answer = nlohmann::json::parse(program.output());
  CHECK(program.exit_status() == 0);
  CHECK(answer["language"] == "en");
  CHECK(answer["replies"][0]["outcome"] == "answered");
  CHECK(answer["replies"][0]["intent"] == "extension_not_possible");
}

TEST_CASE("ask explains itself when it is asked to") {
  const fakes::TemporaryFolder folder;
  Program program({"ask", "Can my parole be extended?", "--explain", "--data.dir", TULAY_E2E_DATA},
                  folder.path());
  CHECK(program.output().find("intents/patterns/extension_not_possible.toml:") != std::string::npos);
  CHECK(program.exit_status() == 0);
}

TEST_CASE("check counts what there is") {
  const fakes::TemporaryFolder folder;
  Program program({"check", "--data.dir", TULAY_E2E_DATA}, folder.path());
  CHECK(program.output().find("rules covered: 70 of 70; 0 errors") != std::string::npos);
  CHECK(program.exit_status() == 0);
}

TEST_CASE("check fails on a text that is too long for SMS, with its place") {
  const fakes::TemporaryFolder folder;
  fakes::copy_data(TULAY_E2E_DATA, folder.path() / "data");
  const auto file = folder.path() / "data" / "knowledge" / "phrases" / "sms.toml";
  auto text = fakes::content_of(file);
  const std::string words = "'I cannot read pictures.";
  text.replace(text.find(words), words.size(), words + std::string(400, 'x'));
  fakes::write(file, text);
  Program program({"check", "--data.dir", "data"}, folder.path());
  const auto said = program.output();
  CHECK(said.find("knowledge/phrases/sms.toml:24:1: error: phrase 'sms_no_pictures', by SMS in en: is ") !=
        std::string::npos);
  CHECK(program.exit_status() == 1);
}

TEST_CASE("remind says what it lacks, and lists without it") {
  const fakes::TemporaryFolder folder;
  Program list({"remind", "--demo", "--data.dir", TULAY_E2E_DATA, "--reminders.days", "25"}, folder.path());
  CHECK(list.output().find("RP-2026-014") != std::string::npos);
  CHECK(list.exit_status() == 0);
  Program send({"remind", "--demo", "--send", "--data.dir", TULAY_E2E_DATA}, folder.path());
  CHECK(send.exit_status() == 2);
  CHECK(send.errors().find("there is no gateway to send by; set up [sms]") != std::string::npos);
}

TEST_CASE("bad configuration is one line and status 2") {
  const fakes::TemporaryFolder folder;
  fakes::write(folder.path() / "tulay.toml", "[listen]\nport = 'eighty'\n");
  Program program({"serve", "--demo"}, folder.path());
  CHECK(program.output().empty());
  CHECK(program.exit_status() == 2);
  CHECK(program.errors() == "tulay.toml:2:8: error: 'port' must be a whole number\n");
}

TEST_CASE("a variable that is no setting is refused") {
  const fakes::TemporaryFolder folder;
  Program program({"serve", "--demo"}, folder.path(), {"TULAY_LISTEN_PROT=1"});
  CHECK(program.exit_status() == 2);
  CHECK(program.errors() ==
        "TULAY_LISTEN_PROT: error: there is no such setting; did you mean 'TULAY_LISTEN_PORT'?\n");
}

TEST_CASE("broken knowledge is one line a fault, and the program does not start") {
  const fakes::TemporaryFolder folder;
  fakes::copy_data(TULAY_E2E_DATA, folder.path() / "data");
  fakes::write(folder.path() / "data" / "knowledge" / "sources.toml", "[uscis\n");
  Program program({"serve", "--demo", "--data.dir", "data"}, folder.path());
  CHECK(program.exit_status() == 2);
  CHECK(program.errors().starts_with("knowledge/sources.toml:1:"));
}

TEST_CASE("a second server on the same store does not start") {
  const fakes::TemporaryFolder folder;
  const std::vector<std::string> arguments{"serve",      "--demo",       "--listen.port", "0",
                                           "--data.dir", TULAY_E2E_DATA, "--store.file",  "tulay.db"};
  Program first(arguments, folder.path());
  REQUIRE(first.port() > 0);
  std::filesystem::create_directory(folder.path() / "other");
  auto other = arguments;
  other.back() = "../tulay.db";
  Program second(other, folder.path() / "other");
  CHECK(second.exit_status() == 2);
  CHECK(second.errors().starts_with(
      "tulay: error: cannot open the store ../tulay.db: it is in use by another tulay (process "));
}
