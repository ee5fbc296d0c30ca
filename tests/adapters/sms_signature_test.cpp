#include "adapters/sms/signature.hpp"

#include <catch2/catch.hpp>

#include "adapters/sms_vectors.hpp"

using namespace tulay;
using sms_test::json;

namespace {

/// Everything that a verified request says, to compare two by.
std::string meaning(const sms::Dialect& dialect, const sms::Webhook& webhook) {
  std::string out;
  if (const auto texts = dialect.texts(webhook)) {
    for (const auto& one : *texts) {
      out += one.provider_message_id + "|" + one.from + "|" + one.to + "|" + one.text + "|" +
             std::to_string(one.media_count) + "|" + (one.carrier_action ? "carrier" : "") + "|" +
             (one.part ? one.part->ref + std::to_string(one.part->number) : "") + "\n";
    }
  }
  if (const auto reports = dialect.reports(webhook)) {
    for (const auto& one : *reports)
      out += one.provider_message_id + "|" + one.to + "|" + one.said + "|" + one.error_code + "\n";
  }
  return out;
}

void check_text(const sms::InboundText& text, const json& parsed) {
  CHECK(text.provider_message_id == parsed["provider_message_id"]);
  CHECK(text.from == parsed["from"]);
  CHECK(text.to == parsed["to"]);
  CHECK(text.text == parsed["text"]);
  CHECK(text.media_count == parsed["media_count"]);
  CHECK(text.carrier_action.has_value() == parsed.contains("opt_out"));
  REQUIRE(text.part.has_value() == parsed.contains("part"));
  if (!text.part) return;
  CHECK(text.part->ref == parsed["part"]["ref"]);
  CHECK(text.part->number == parsed["part"]["number"]);
  CHECK(text.part->of == parsed["part"]["of"]);
}

void check_report(const sms::DeliveryReport& report, const json& parsed) {
  CHECK(report.provider_message_id == parsed["provider_message_id"]);
  CHECK(report.said == parsed["status"]);
  CHECK(report.error_code == parsed.value("error_code", ""));
}

/// Each byte of `part` changed by itself: refused, or read as the very same message.
template <class Part>
void check_mutations(const json& vector, const sms::Dialect& dialect, Part part) {
  const auto genuine = sms_test::webhook_of(vector);
  const auto now = sms_test::now_of(vector);
  const auto said = meaning(dialect, genuine);
  auto changed = genuine;
  std::string& text = part(changed);
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const unsigned flip : {0x01U, 0x20U}) {
      const char before = text[i];
      text[i] = static_cast<char>(static_cast<unsigned char>(before) ^ flip);
      if (dialect.verify(changed, now) && meaning(dialect, changed) != said)
        FAIL_CHECK(vector["id"] << ": byte " << i << " was changed and nobody saw it");
      text[i] = before;
    }
  }
}

bool is_signature(const std::string& header) { return header != "Content-Type"; }

}  // namespace

TEST_CASE("every signed request of the vectors is accepted or refused as it should be") {
  const auto vectors = sms_test::signed_requests();
  REQUIRE(vectors.size() == 84);
  for (const auto& vector : vectors) {
    INFO(vector["id"] << ": " << vector["note"]);
    const auto dialect = sms_test::dialect_of(vector);
    const auto verdict = dialect->verify(sms_test::webhook_of(vector), sms_test::now_of(vector));
    CHECK(verdict.has_value() == (vector["expect"] == "valid"));
  }
}

TEST_CASE("what a signed request says is read as the vectors say") {
  for (const auto& vector : sms_test::signed_requests()) {
    if (!vector.contains("parsed")) continue;
    INFO(vector["id"]);
    const auto dialect = sms_test::dialect_of(vector);
    const auto webhook = sms_test::webhook_of(vector);
    if (vector["parsed"].contains("status")) {
      const auto reports = dialect->reports(webhook);
      REQUIRE(reports.has_value());
      REQUIRE(reports->size() == 1);
      check_report(reports->front(), vector["parsed"]);
    } else {
      const auto texts = dialect->texts(webhook);
      REQUIRE(texts.has_value());
      REQUIRE(texts->size() == 1);
      check_text(texts->front(), vector["parsed"]);
    }
  }
}

TEST_CASE("one changed byte anywhere is refused, or changes nothing that is said") {
  for (const auto& vector : sms_test::signed_requests()) {
    if (vector["expect"] != "valid" || vector["scheme"] == "hmac-sha256-v2") continue;
    const auto dialect = sms_test::dialect_of(vector);
    check_mutations(vector, *dialect, [](sms::Webhook& one) -> std::string& { return one.body; });
    check_mutations(vector, *dialect, [](sms::Webhook& one) -> std::string& { return one.url; });
    const auto headers = sms_test::webhook_of(vector).headers;
    for (std::size_t i = 0; i < headers.size(); ++i) {
      if (!is_signature(headers[i].first)) continue;
      check_mutations(vector, *dialect,
                      [i](sms::Webhook& one) -> std::string& { return one.headers[i].second; });
    }
  }
}

TEST_CASE("two secrets are good at a time, and an empty one never is") {
  for (const auto& vector : sms_test::signed_requests()) {
    if (vector["gateway"] != "twilio" || vector["expect"] != "valid") continue;
    const auto token = vector["secret"]["auth_token"].get<std::string>();
    const auto accepted = [&](std::vector<std::string> secrets) {
      sms::Account account;
      account.secrets = std::move(secrets);
      return sms::make_dialect("twilio", account)->verify(sms_test::webhook_of(vector), {}).has_value();
    };
    CHECK(accepted({"another", token}));
    CHECK_FALSE(accepted({"another"}));
    CHECK_FALSE(accepted({""}));
    CHECK_FALSE(accepted({}));
  }
  sms::Account open;
  open.secrets = {""};
  const auto forged = sms::base64(sms::hmac(sms::Hash::sha1, "", "https://x/"));
  CHECK_FALSE(sms::make_dialect("twilio", open)
                  ->verify({"POST", "https://x/", {{"X-Twilio-Signature", forged}}, ""}, {})
                  .has_value());
}

TEST_CASE("a signature header that stands there twice counts for none") {
  for (const auto& vector : sms_test::signed_requests()) {
    if (vector["expect"] != "valid" || vector["scheme"].get<std::string>().starts_with("sms-api")) continue;
    auto webhook = sms_test::webhook_of(vector);
    for (const auto& header : sms_test::webhook_of(vector).headers) {
      if (is_signature(header.first)) webhook.headers.push_back(header);
    }
    INFO(vector["id"]);
    CHECK_FALSE(sms_test::dialect_of(vector)->verify(webhook, sms_test::now_of(vector)).has_value());
  }
}

TEST_CASE("a genuine Twilio request of another account is refused") {
  const auto vector = sms_test::signed_requests().front();
  sms::Account account;
  account.secrets = {vector["secret"]["auth_token"].get<std::string>()};
  account.id = "AC-another";
  const auto verdict = sms::make_dialect("twilio", account)->verify(sms_test::webhook_of(vector), {});
  REQUIRE_FALSE(verdict.has_value());
  CHECK(verdict.error() == sms::Refusal::foreign);
}

TEST_CASE("Plivo's older signature says that the body is not covered, and has a nonce to be used once") {
  for (const auto& vector : sms_test::signed_requests()) {
    if (vector["id"] != "plivo-v2-post") continue;
    const auto verdict = sms_test::dialect_of(vector)->verify(sms_test::webhook_of(vector), {});
    REQUIRE(verdict.has_value());
    CHECK_FALSE(verdict->body_signed);
    CHECK(verdict->nonce == "05429567804466091622");
  }
}

TEST_CASE("Vonage is asked to repeat what it forgot to sign") {
  for (const auto& vector : sms_test::signed_requests()) {
    if (vector["id"] != "vonage-messages-no-auth") continue;
    const auto verdict = sms_test::dialect_of(vector)->verify(sms_test::webhook_of(vector), {});
    CHECK(verdict.error() == sms::Refusal::send_it_signed);
  }
}

TEST_CASE("base64 is read strictly") {
  CHECK(sms::from_base64("YWI=") == "ab");
  for (const auto* const wrong : {"YWI", "YWJ=", "YW I=", "YWI==", "!!!!"})
    CHECK_FALSE(sms::from_base64(wrong));
  CHECK(sms::from_base64url("-_8") == "\xFB\xFF");
  CHECK_FALSE(sms::from_base64url("-_9").has_value());
}
