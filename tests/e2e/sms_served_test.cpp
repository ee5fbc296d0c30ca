#include <fstream>

#include "adapters/sms/form.hpp"
#include "adapters/sms/signature.hpp"
#include "e2e/visitor.hpp"

using namespace tulay;
using e2e::Program;

namespace {

const std::string secret = "a made-up token of the tests";
const std::string url = "https://bot.example/sms/twilio";

std::string escaped(const std::string& text) { return sms::form_of({{"", text}}).substr(1); }

/// A firm's program on a made-up Twilio account, and a client who texts it.
struct Phone {
  explicit Phone(const std::filesystem::path& folder) {
    std::ofstream(folder / "secret") << secret << '\n';
    std::ofstream(folder / "tulay.toml")
        << "[sms]\ngateway = 'twilio'\naccount = 'ACtest'\nsecret_file = 'secret'\n"
        << "public_url = '" << url << "'\nnumbers = ['+12135550199']\n";
  }
  /// Status and body of the answer; `spoilt` signs something else.
  std::pair<int, std::string> text(Program& program, const std::string& body, const std::string& id,
                                   bool spoilt = false) {
    const std::map<std::string, std::string> fields{{"AccountSid", "ACtest"}, {"Body", body},
                                                    {"From", "+12135550123"}, {"MessageSid", id},
                                                    {"NumMedia", "0"},        {"To", "+12135550199"}};
    std::string signed_text = url;
    std::string form;
    for (const auto& [name, value] : fields) {
      signed_text += name + value;
      form += (form.empty() ? "" : "&") + name + "=" + escaped(value);
    }
    if (spoilt) signed_text += "x";
    const auto signature = sms::base64(sms::hmac(sms::Hash::sha1, secret, signed_text));
    httplib::Client client("127.0.0.1", program.port());
    const auto answer = client.Post("/sms/twilio", {{"X-Twilio-Signature", signature}}, form,
                                    "application/x-www-form-urlencoded");
    return answer ? std::pair(answer->status, answer->body) : std::pair(0, std::string());
  }
};

std::vector<std::string> arguments() {
  return {"serve", "--demo", "--listen.port", "0", "--data.dir", TULAY_E2E_DATA, "--store.file", "tulay.db"};
}

}  // namespace

TEST_CASE("a signed text is answered in TwiML, a retry of it with the same, a forged one not at all") {
  const fakes::TemporaryFolder folder;
  Phone phone(folder.path());
  Program program(arguments(), folder.path());
  const auto first = phone.text(program, "¿Se puede extender mi parole?", "SM1");
  CHECK(first.first == 200);
  CHECK(first.second.find("<Response><Message>") != std::string::npos);
  CHECK(first.second.find("STOP") != std::string::npos);
  CHECK(phone.text(program, "¿Se puede extender mi parole?", "SM1") == first);
  CHECK(phone.text(program, "hola", "SM2", true).first == 403);
}

TEST_CASE("an opt-out that was confirmed survives kill -9") {
  const fakes::TemporaryFolder folder;
  Phone phone(folder.path());
  {
    Program program(arguments(), folder.path());
    CHECK(phone.text(program, "ya no me escriban", "SM1").second.find("<Message>") != std::string::npos);
    program.send(SIGKILL);
    static_cast<void>(program.exit_status());
  }
  Program program(arguments(), folder.path());
  CHECK(phone.text(program, "how much is the fee", "SM2").second.find("<Message>") == std::string::npos);
}

TEST_CASE("who asks for a person by text can be called back: staff have the number") {
  const fakes::TemporaryFolder folder;
  Phone phone(folder.path());
  Program program(arguments(), folder.path());
  const auto answer = phone.text(program, "quiero hablar con una persona", "SM1");
  CHECK(answer.second.find("La oficina tiene su solicitud: H-") != std::string::npos);
  Program review({"review", "--json", "--data.dir", TULAY_E2E_DATA, "--store.file", "tulay.db"},
                 folder.path());
  const auto tickets = e2e::json::parse(review.output());
  REQUIRE(tickets.size() == 1);
  CHECK(tickets[0]["requests"][0]["reach_by"] == "+12135550123");
  CHECK(tickets[0]["requests"][0]["channel"] == "sms");
}
