#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tulay::knowledge {

/// A place in a data file; `file` is relative to the data folder, line and column count from 1 (0: unknown).
struct SourceLine {
  std::string file;
  int line = 0;
  int column = 0;

  bool operator==(const SourceLine&) const = default;
};

enum class Severity : std::uint8_t { error, warning };

/// What is wrong, where, and what to do about it.
struct Problem {
  Severity severity = Severity::error;
  SourceLine at;
  std::string message;
  std::string remedy;

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

[[nodiscard]] bool has_errors(const Problems& problems);

/// "intents/patterns/fee.toml:15:29: error: unknown concept 'expires'; did you mean 'expire'?"
[[nodiscard]] std::string to_string(const SourceLine& at);
[[nodiscard]] std::string to_string(const Problem& problem);

/// "did you mean 'expire'?" for the nearest of `known` within two edits; empty when none is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace tulay::knowledge
