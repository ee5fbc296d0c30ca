#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/engine/snapshot.hpp"
#include "bot/ports/firm.hpp"
#include "bot/ports/reply.hpp"
#include "knowledge/template.hpp"

namespace tulay::bot {

/// Where placeholders get their values: facts by the day asked, the firm's settings, sources, the client's
/// own words. Remembers which facts it gave. For one reply; not for sharing by threads.
class Filling {
 public:
  Filling(const knowledge::Knowledge& knowledge, const Firm& firm, knowledge::Language language,
          knowledge::Date today, std::map<std::string, std::string> extra);

  /// Has the name a value that a client may see today?
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::string fill(const knowledge::Template& text);
  /// A phrase of the bot, filled; empty when the knowledge has none of that id.
  [[nodiscard]] std::string phrase(std::string_view id, bool sms);

  [[nodiscard]] const std::vector<ShownFact>& facts() const { return facts_; }
  /// Is a given fact past its review date?
  [[nodiscard]] bool any_stale() const { return stale_; }
  [[nodiscard]] knowledge::Language language() const { return language_; }
  void set(std::string name, std::string value) { extra_[std::move(name)] = std::move(value); }

 private:
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  void note_fact(std::string_view name);

  const knowledge::Knowledge& knowledge_;
  const Firm& firm_;
  knowledge::Language language_;
  knowledge::Date today_;
  std::map<std::string, std::string> extra_;  // {slot.*}, {date}, {days}, …
  std::vector<ShownFact> facts_;
  bool stale_ = false;
};

}  // namespace tulay::bot
