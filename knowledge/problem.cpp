#include "knowledge/problem.hpp"

#include <algorithm>
#include <numeric>

namespace tulay::knowledge {
namespace {

constexpr std::size_t furthest = 2;

std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

}  // namespace

bool has_errors(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& p) { return p.severity == Severity::error; });
}

std::string to_string(const SourceLine& at) {
  std::string out = at.file;
  if (at.line > 0) out += ":" + std::to_string(at.line);
  if (at.line > 0 && at.column > 0) out += ":" + std::to_string(at.column);
  return out;
}

std::string to_string(const Problem& problem) {
  std::string out = to_string(problem.at);
  if (!out.empty()) out += ": ";
  out += problem.severity == Severity::error ? "error: " : "warning: ";
  out += problem.message;
  if (!problem.remedy.empty()) out += "; " + problem.remedy;
  return out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = furthest + 1;
  for (const auto& candidate : known) {
    const auto distance = edits(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best.empty() ? "" : "did you mean '" + best + "'?";
}

}  // namespace tulay::knowledge
