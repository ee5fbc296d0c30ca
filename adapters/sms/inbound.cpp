#include "adapters/sms/inbound.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "adapters/sms/joining.hpp"
#include "adapters/sms/phone_number.hpp"
#include "adapters/sms/report_desk.hpp"
#include "adapters/sms/signature.hpp"

namespace tulay::sms {
namespace {

constexpr std::chrono::milliseconds parts_wait{5000};

server::Response bare(int status) { return {status, "", "", {}}; }

/// What the routes of one gateway share. May be shared by threads.
class Inbound {
 public:
  Inbound(const Doors& doors, SmsSettings settings, SmsEvents events)
      : doors_(doors),
        settings_(std::move(settings)),
        events_(std::move(events)),
        answering_(doors_, settings_, events_),
        joining_(parts_wait),
        desk_({doors_.deliveries, doors_.opt_outs, doors_.codes, doors_.clock},
              [this](std::string_view what) { events_.noted("", what); }) {}

  [[nodiscard]] server::Response texts(const server::Request& request);
  [[nodiscard]] server::Response reports(const server::Request& request);

 private:
  [[nodiscard]] Webhook webhook_of(const server::Request& request, std::string_view below) const;
  [[nodiscard]] std::optional<server::Response> refused(const Webhook& webhook, std::string_view request_id);
  [[nodiscard]] bool is_ours(const InboundText& text) const;
  [[nodiscard]] server::Response answered(const std::vector<InboundText>& texts, std::string_view request_id);
  [[nodiscard]] server::Response noted(const Webhook& webhook, std::string_view request_id);

  Doors doors_;
  SmsSettings settings_;
  SmsEvents events_;
  Answering answering_;
  Joining joining_;
  ReportDesk desk_;
};

// The URL that was signed comes from the configuration, never from Host: behind a proxy that one is another.
Webhook Inbound::webhook_of(const server::Request& request, std::string_view below) const {
  auto url = settings_.public_url + std::string(below);
  if (!request.query_text.empty()) url += "?" + request.query_text;
  return {request.method, std::move(url), request.headers, request.body};
}

std::optional<server::Response> Inbound::refused(const Webhook& webhook, std::string_view request_id) {
  auto verdict = doors_.dialect.verify(webhook, doors_.clock.now());
  if (verdict && verdict->nonce) {
    const auto first = doors_.ledger.first_use(doors_.dialect.name(), *verdict->nonce,
                                               hex(digest(Hash::sha256, webhook.url + "\n" + webhook.body)),
                                               doors_.clock.now());
    if (!first) {
      events_.failed(request_id, first.error().detail);
      return bare(503);
    }
    if (!*first) verdict = tl::unexpected(Refusal::replayed);
  }
  if (verdict) return std::nullopt;
  events_.noted(request_id, "a request to the SMS route was refused: " + std::string(name(verdict.error())));
  return bare(verdict.error() == Refusal::send_it_signed ? 503 : 403);
}

// Two programs that text each other would never stop; another number of the account is not for the bot.
bool Inbound::is_ours(const InboundText& text) const {
  const auto& ours = settings_.numbers;
  const auto has = [&](const std::string& number) {
    return std::find(ours.begin(), ours.end(), number) != ours.end();
  };
  return is_subscriber(text.from) && has(text.to) && !has(text.from);
}

server::Response Inbound::answered(const std::vector<InboundText>& texts, std::string_view request_id) {
  std::vector<std::string> replies;
  for (const auto& one : texts) {
    if (!is_ours(one)) {
      events_.noted(request_id, "a text from or to a number that is not answered");
      continue;
    }
    if (auto lives = doors_.deliveries.revive(one.from); !lives) {
      events_.failed(request_id, lives.error().detail);
      return bare(503);
    }
    const auto whole = joining_.join(one);
    if (!whole) continue;
    auto answer = answering_.answer(*whole, request_id);
    if (!answer) {
      if (!answer.error().empty()) events_.failed(request_id, answer.error());
      return bare(503);
    }
    replies.insert(replies.end(), answer->texts.begin(), answer->texts.end());
  }
  return doors_.dialect.answer(replies);
}

server::Response Inbound::texts(const server::Request& request) {
  const auto webhook = webhook_of(request, "");
  if (auto refusal = refused(webhook, request.id)) return *refusal;
  const auto texts = doors_.dialect.texts(webhook);
  if (!texts) {
    events_.failed(request.id, "a text of the gateway cannot be read: " + texts.error());
    return bare(400);
  }
  // Some gateways bring delivery reports to the same door.
  return texts->empty() ? noted(webhook, request.id) : answered(*texts, request.id);
}

server::Response Inbound::reports(const server::Request& request) {
  const auto webhook = webhook_of(request, "/status");
  if (auto refusal = refused(webhook, request.id)) return *refusal;
  return noted(webhook, request.id);
}

server::Response Inbound::noted(const Webhook& webhook, std::string_view request_id) {
  const auto reports = doors_.dialect.reports(webhook);
  if (!reports) {
    events_.failed(request_id, "a delivery report cannot be read: " + reports.error());
    return bare(400);
  }
  for (const auto& report : *reports) {
    if (auto kept = desk_.note(report); !kept) {
      events_.failed(request_id, kept.error().detail);
      return bare(503);
    }
  }
  return bare(200);
}

}  // namespace

std::vector<server::Route> sms_routes(const Doors& doors, const SmsSettings& settings,
                                      const SmsEvents& events) {
  const auto inbound = std::make_shared<Inbound>(doors, settings, events);
  const auto texts = [inbound](const server::Request& request) { return inbound->texts(request); };
  const auto reports = [inbound](const server::Request& request) { return inbound->reports(request); };
  const auto path = "/sms/" + std::string(doors.dialect.name());
  std::vector<server::Route> routes{{"POST", path, texts, false, ""},
                                    {"POST", path + "/status", reports, false, ""}};
  if (!doors.dialect.uses_get()) return routes;
  routes.push_back({"GET", path, texts, false, ""});
  routes.push_back({"GET", path + "/status", reports, false, ""});
  return routes;
}

}  // namespace tulay::sms
