#include <iostream>
#include <nlohmann/json.hpp>

#include "adapters/cli/commands.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/web/json_codec.hpp"
#include "adapters/web/message_reader.hpp"
#include "bot/engine/engine.hpp"
#include "intents/explain.hpp"

namespace tulay::cli {
namespace {

void print(const bot::Reply& reply) {
  std::cout << reply.text << '\n';
  for (const auto& choice : reply.suggestions) std::cout << "  > " << choice.label << '\n';
  for (const auto& source : reply.sources) {
    std::cout << "  [" << source.title << (source.url.empty() ? "" : ", " + source.url) << "]\n";
  }
}

void print(const bot::Said& said) {
  for (std::size_t i = 0; i < said.replies.size(); ++i) {
    if (i > 0) std::cout << '\n';
    print(said.replies[i]);
  }
}

bot::Session session_for(const AskOptions& options, knowledge::Instant now) {
  bot::Session session;
  session.language = options.language.value_or(knowledge::Language::en);
  session.language_chosen = options.language.has_value();
  session.started = session.last_active = now;
  return session;
}

}  // namespace

int ask(const Config& config, const AskOptions& options) {
  const auto message = web::checked_message(options.text);
  if (!message) {
    std::cerr << "tulay: error: " << message.error() << '\n';
    return bad_usage;
  }
  const auto snapshot = load_knowledge(config);
  if (!snapshot) return bad_usage;
  const auto now = system::SystemClock().now();
  const auto today = day_for(options.today, config);
  bot::EngineSettings settings;
  settings.opening = false;
  const auto said = bot::say(*snapshot, config.firm, session_for(options, now), *message, today, settings);
  if (options.json) {
    std::cout << web::text_of(web::wire(said)) << '\n';
  } else {
    print(said);
  }
  if (options.explain) {
    std::cout << '\n'
              << intents::explain(said.trace.understanding, *message)
              << intents::concepts_in(snapshot->catalog, *message);
  }
  return done;
}

}  // namespace tulay::cli
