#include "adapters/staff/webhook.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "adapters/staff/signature.hpp"

namespace tulay::staff {
namespace {

std::string key_of(const bot::OwedNotice& notice) {
  return notice.handoff.ticket + "-" + std::to_string(notice.request);
}

}  // namespace

std::string webhook_body(const bot::OwedNotice& notice, bool details) {
  const auto& handoff = notice.handoff;
  nlohmann::ordered_json body{{"event", "handoff.requested"},
                              {"id", key_of(notice)},
                              {"sequence", notice.request},
                              {"ticket", handoff.ticket},
                              {"reason", bot::name(handoff.reason)},
                              {"level", knowledge::name(handoff.level)},
                              {"channel", bot::name(handoff.channel)},
                              {"language", knowledge::tag(handoff.language)},
                              {"at", handoff.at.time_since_epoch().count()},
                              {"reachable", !handoff.reach_by.empty() || !handoff.contact_id.empty()}};
  if (details) {
    body["name"] = handoff.name;
    body["reach_by"] = handoff.reach_by;
    body["when"] = handoff.when;
    body["message"] = handoff.message;
    body["contact_id"] = handoff.contact_id;
    body["summary"] = handoff.summary;
  }
  return body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Webhook::Webhook(WebhookSettings settings, Net& net, const bot::Clock& clock)
    : settings_(std::move(settings)), net_(net), clock_(clock) {}

tl::expected<void, NotTold> Webhook::tell(const bot::OwedNotice& notice, const std::stop_token& stop) {
  Post post;
  post.url = settings_.url;
  post.body = webhook_body(notice, settings_.details);
  const auto time = std::to_string(clock_.now().time_since_epoch().count());
  post.headers = {"Content-Type: application/json", "Idempotency-Key: " + key_of(notice),
                  "X-Tulay-Timestamp: " + time,
                  "X-Tulay-Signature: v1=" + signature_of(settings_.secret, time + "." + post.body),
                  "Expect:"};  // or libcurl waits a second for a 100 that few servers send
  const auto posted = net_.post(post, stop);
  if (!posted) return tl::unexpected(NotTold{posted.error(), 0});
  if (posted->status / 100 == 2) return {};
  return tl::unexpected(NotTold{"status " + std::to_string(posted->status), posted->retry_after});
}

}  // namespace tulay::staff
