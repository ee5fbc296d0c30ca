#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bot/engine/engine.hpp"

namespace tulay::bot {

/// What one turn of a written conversation expects. Empty fields expect nothing.
struct GoldenTurn {
  std::string client;
  std::vector<std::string> outcomes;  // one a reply
  std::vector<std::string> intents;   // one a reply; "a|b" allows either
  std::vector<std::string> says;      // each stands somewhere in the replies
  std::vector<std::string> never;     // none of these does
  knowledge::SourceLine at;
};

/// A conversation that staff can read: tests/conversations/*.toml.
struct Golden {
  std::string title;
  knowledge::Date today{};
  Channel channel = Channel::web;
  knowledge::Language language = knowledge::Language::en;
  std::vector<GoldenTurn> turns;
};

[[nodiscard]] std::optional<Golden> read_golden(const std::filesystem::path& path,
                                                knowledge::Problems& problems);

/// Plays it; every difference is a problem at the turn's line.
[[nodiscard]] knowledge::Problems play(const Golden& golden, const Snapshot& snapshot, const Firm& firm);

}  // namespace tulay::bot
