#include "bot/server/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <limits>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "bot/server/problem_json.hpp"

namespace tulay::server {
namespace {

using prometheus::Counter;
using prometheus::Histogram;
using Seconds = std::chrono::duration<double>;

// From what a turn takes when all is well to what a client has given up on.
const Histogram::BucketBoundaries& bounds() {
  static const Histogram::BucketBoundaries seconds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                   0.05,   0.1,     0.25,   0.5,   1,      2.5,   5};
  return seconds;
}

template <class Builder>
auto& family(Builder builder, prometheus::Registry& registry, const char* name, const char* help) {
  return builder.Name(name).Help(help).Register(registry);
}

}  // namespace

class Metrics::Parts {
 public:
  struct Watched {
    std::vector<prometheus::Gauge*> gauges;
    Reading read;
    void look() const;
  };

  prometheus::Registry registry;
  prometheus::Family<Counter>& requests = family(prometheus::BuildCounter(), registry, "tulay_requests_total",
                                                 "Requests answered, by path of the contract and status.");
  prometheus::Family<Histogram>& request_seconds =
      family(prometheus::BuildHistogram(), registry, "tulay_request_seconds",
             "From the first byte of a request to its answer, by path of the contract.");
  prometheus::Family<Counter>& replies =
      family(prometheus::BuildCounter(), registry, "tulay_replies_total",
             "Replies given, by outcome, language and channel. A turn with two questions has two.");
  prometheus::Family<Histogram>& stage_seconds =
      family(prometheus::BuildHistogram(), registry, "tulay_turn_stage_seconds",
             "Time of a turn, by stage: understand, case, answer, store.");
  Histogram& understand = stage_seconds.Add({{"stage", "understand"}}, bounds());
  Histogram& cases = stage_seconds.Add({{"stage", "case"}}, bounds());
  Histogram& answer = stage_seconds.Add({{"stage", "answer"}}, bounds());
  Histogram& store = stage_seconds.Add({{"stage", "store"}}, bounds());
  Counter& repeated = family(prometheus::BuildCounter(), registry, "tulay_turns_repeated_total",
                             "Retries of a message that got the stored replies again.")
                          .Add({});
  Counter& failures = family(prometheus::BuildCounter(), registry, "tulay_failures_total",
                             "Requests that failed by a fault here or in the store.")
                          .Add({});
  Counter& refused_reloads = family(prometheus::BuildCounter(), registry, "tulay_reloads_refused_total",
                                    "Edits of the knowledge that had errors; the one from before serves on.")
                                 .Add({});
  prometheus::Family<prometheus::Gauge>& knowledge =
      family(prometheus::BuildGauge(), registry, "tulay_knowledge_info",
             "1, with the version of the knowledge that is served.");

  std::vector<Watched> watched;

  /// The family's own Add would make a whole histogram each time, to find that there is one.
  Histogram& seconds_of(const std::string& path);

  std::mutex mutex;  // over the rest
  prometheus::Gauge* version = nullptr;
  std::map<std::string, Histogram*, std::less<>> by_path;
};

Histogram& Metrics::Parts::seconds_of(const std::string& path) {
  const std::lock_guard lock(mutex);
  auto& found = by_path[path];
  if (found == nullptr) found = &request_seconds.Add({{"path", path}}, bounds());
  return *found;
}

void Metrics::Parts::Watched::look() const {
  const auto values = read();
  for (std::size_t i = 0; i < gauges.size(); ++i)
    gauges[i]->Set(values ? values->at(i) : std::numeric_limits<double>::quiet_NaN());
}

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::request(const AccessEntry& entry) {
  parts_->requests.Add({{"path", entry.path}, {"status", std::to_string(entry.status)}}).Increment();
  parts_->seconds_of(entry.path).Observe(Seconds(entry.took).count());
}

void Metrics::turn(const bot::Trace& trace) {
  if (trace.repeated) return parts_->repeated.Increment();
  for (const auto outcome : trace.outcomes) {
    parts_->replies
        .Add({{"outcome", std::string(bot::name(outcome))},
              {"language", std::string(knowledge::tag(trace.language))},
              {"channel", std::string(bot::name(trace.channel))}})
        .Increment();
  }
  parts_->understand.Observe(Seconds(trace.times.understand).count());
  parts_->cases.Observe(Seconds(trace.times.cases).count());
  parts_->answer.Observe(Seconds(trace.times.answer).count());
  parts_->store.Observe(Seconds(trace.times.store).count());
}

void Metrics::failed() { parts_->failures.Increment(); }
void Metrics::not_reloaded() { parts_->refused_reloads.Increment(); }

void Metrics::serving(std::string_view knowledge_version) {
  const std::lock_guard lock(parts_->mutex);
  if (parts_->version != nullptr) parts_->knowledge.Remove(parts_->version);
  parts_->version = &parts_->knowledge.Add({{"version", std::string(knowledge_version)}}, 1.0);
}

void Metrics::watch(const std::vector<Gauge>& gauges, Reading read) {
  Parts::Watched watched{{}, std::move(read)};
  for (const auto& [name, help] : gauges)
    watched.gauges.push_back(
        &family(prometheus::BuildGauge(), parts_->registry, name.c_str(), help.c_str()).Add({}));
  parts_->watched.push_back(std::move(watched));
}

std::string Metrics::text() const {
  for (const auto& one : parts_->watched) one.look();
  return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

Route metrics_route(const Metrics& metrics) {
  return {"GET", "/metrics", [&metrics](const Request& request) {
            if (!request.client_block.empty()) return problem(404, nothing_here, request.id);
            Response response;
            response.content_type = "text/plain; version=0.0.4; charset=utf-8";
            response.body = metrics.text();
            return response;
          }};
}

}  // namespace tulay::server
