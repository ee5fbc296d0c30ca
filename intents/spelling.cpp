#include "intents/spelling.hpp"

#include <algorithm>

namespace tulay::intents {
namespace {

constexpr std::size_t shortest_mended = 4;
constexpr std::size_t two_edits_from = 8;
constexpr std::size_t longest_mended = 24;

std::string pair_key(std::string_view one, std::string_view other) {
  return one < other ? std::string(one) + "|" + std::string(other) : std::string(other) + "|" + std::string(one);
}

/// The word with each one letter left out, and, for long words, each two: two words within so many edits
/// share one of these (the symmetric-delete idea of Wolf Garbe's SymSpell).
void for_each_deletion(const std::string& word, const auto& use) {
  use(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    std::string once = word;
    once.erase(i, 1);
    use(once);
    if (word.size() < two_edits_from) continue;
    for (std::size_t j = i; j < once.size(); ++j) {
      std::string twice = once;
      twice.erase(j, 1);
      use(twice);
    }
  }
}

// Damerau's distance with swaps of neighbours (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool mendable(std::string_view word) {
  return word.size() >= shortest_mended && word.size() <= longest_mended && !has_digit(word);
}

}  // namespace

void Spelling::add_target(std::string_view word) { targets_.emplace(word); }

void Spelling::add_stem(std::string_view stem) { stems_.emplace_back(stem); }

void Spelling::add_guard(std::string_view word) { guards_.emplace(word); }

void Spelling::keep_apart(std::string_view one, std::string_view other) { apart_.insert(pair_key(one, other)); }

void Spelling::freeze() {
  std::sort(stems_.begin(), stems_.end());
  stems_.erase(std::unique(stems_.begin(), stems_.end()), stems_.end());
  for (const auto& target : targets_) {
    if (!mendable(target)) continue;
    for_each_deletion(target, [&](const std::string& key) {
      auto& known = by_deletion_[key];
      if (known.empty() || known.back() != target) known.push_back(target);
    });
  }
}

bool Spelling::knows(std::string_view word) const {
  const std::string text(word);
  if (targets_.contains(text) || guards_.contains(text)) return true;
  for (std::size_t length = shortest_mended; length <= text.size(); ++length) {
    if (std::binary_search(stems_.begin(), stems_.end(), text.substr(0, length))) return true;
  }
  return false;
}

std::optional<std::string> Spelling::mend(std::string_view word) const {
  if (!mendable(word) || knows(word)) return std::nullopt;
  const std::size_t reach = word.size() >= two_edits_from ? 2 : 1;
  std::size_t least = reach + 1;
  std::string best;
  bool tied = false;
  for_each_deletion(std::string(word), [&](const std::string& key) {
    const auto found = by_deletion_.find(key);
    if (found == by_deletion_.end()) return;
    for (const auto& target : found->second) {
      const auto edits = distance(word, target);
      if (edits < least) {
        least = edits;
        best = target;
        tied = false;
      } else if (edits == least && target != best) {
        tied = true;
      }
    }
  });
  if (least > reach || tied || apart_.contains(pair_key(word, best))) return std::nullopt;
  return best;
}

}  // namespace tulay::intents
