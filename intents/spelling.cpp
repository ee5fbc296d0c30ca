#include "intents/spelling.hpp"

#include <algorithm>
#include <array>

namespace tulay::intents {
namespace {

constexpr std::size_t shortest_mended = 4;
constexpr std::size_t two_edits_from = 8;
constexpr std::size_t longest_mended = 24;
constexpr std::size_t nowhere = longest_mended;

std::size_t reach_of(std::string_view word) { return word.size() >= two_edits_from ? 2 : 1; }

/// FNV-1a of the word without the letters at two places.
std::uint64_t key_without(std::string_view word, std::size_t one, std::size_t other) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i == one || i == other) continue;
    hash = (hash ^ static_cast<unsigned char>(word[i])) * 0x100000001b3;
  }
  return hash;
}

/// Two words within so many edits share a word left by so many deletions (the symmetric-delete idea of Wolf
/// Garbe's SymSpell); the hash of what is left will do, as whatever is found is measured.
void for_each_deletion(std::string_view word, const auto& use) {
  const bool twice = reach_of(word) == 2;
  use(key_without(word, nowhere, nowhere));
  for (std::size_t i = 0; i < word.size(); ++i) {
    use(key_without(word, i, nowhere));
    for (std::size_t j = i + 1; twice && j < word.size(); ++j) use(key_without(word, i, j));
  }
}

/// Damerau's distance with swaps of neighbours (optimal string alignment), of words of at most 26 letters.
std::size_t distance(std::string_view a, std::string_view b) {
  constexpr std::size_t most = longest_mended + 3;
  std::array<std::array<std::uint8_t, most>, 3> rows{};
  const auto row = [&](std::size_t i) -> auto& { return rows[i % 3]; };
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row(i)[0] = static_cast<std::uint8_t>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int least = std::min(row(i - 1)[j] + 1, row(i)[j - 1] + 1);
      least = std::min(least, row(i - 1)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        least = std::min(least, row(i - 2)[j - 2] + 1);
      row(i)[j] = static_cast<std::uint8_t>(least);
    }
  }
  return row(a.size())[b.size()];
}

bool mendable(std::string_view word) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return word.size() >= shortest_mended && word.size() <= longest_mended &&
         std::all_of(word.begin(), word.end(), is_letter);
}

}  // namespace

void Spelling::add_target(std::string_view word) { targets_.emplace(word); }

void Spelling::add_stem(std::string_view stem) {
  if (stem.size() < shortest_mended) return;
  shortest_stem_ = stems_.empty() ? stem.size() : std::min(shortest_stem_, stem.size());
  stems_.emplace(stem);
}

void Spelling::add_guard(std::string_view word) { guards_.emplace(word); }

void Spelling::keep_apart(std::string_view one, std::string_view other) {
  apart_[std::string(one)].emplace_back(other);
  apart_[std::string(other)].emplace_back(one);
}

void Spelling::freeze() {
  for (const auto& target : targets_) {
    if (!mendable(target)) continue;
    const auto number = static_cast<std::uint32_t>(by_number_.size());
    by_number_.push_back(target);
    for_each_deletion(target, [&](std::uint64_t key) {
      auto& known = by_deletion_[key];
      if (known.empty() || known.back() != number) known.push_back(number);
    });
  }
}

bool Spelling::knows(std::string_view word) const {
  if (targets_.contains(word) || guards_.contains(word)) return true;
  if (stems_.empty()) return false;
  for (std::size_t length = shortest_stem_; length <= word.size(); ++length) {
    if (stems_.contains(word.substr(0, length))) return true;
  }
  return false;
}

void Spelling::consider(std::string_view word, std::uint64_t key, Nearest& nearest) const {
  const auto found = by_deletion_.find(key);
  if (found == by_deletion_.end()) return;
  for (const auto number : found->second) {
    const auto& target = by_number_[number];
    if (target.size() > word.size() + 2 || word.size() > target.size() + 2) continue;
    const auto edits = distance(word, target);
    if (edits < nearest.edits) {
      nearest = {edits, number, false};
    } else if (edits == nearest.edits && number != nearest.target) {
      nearest.tied = true;
    }
  }
}

bool Spelling::may_be_confused(std::string_view word, const std::string& target, std::size_t edits) const {
  const auto partners = apart_.find(target);
  if (partners == apart_.end()) return false;
  return std::any_of(partners->second.begin(), partners->second.end(), [&](const std::string& other) {
    return other == word || (mendable(other) && distance(word, other) <= edits + 1);
  });
}

std::optional<std::string> Spelling::mend(std::string_view word) const {
  if (!mendable(word) || knows(word)) return std::nullopt;
  const std::size_t reach = reach_of(word);
  Nearest nearest{reach + 1, 0, false};
  for_each_deletion(word, [&](std::uint64_t key) { consider(word, key, nearest); });
  if (nearest.edits > reach || nearest.tied) return std::nullopt;
  const auto& target = by_number_[nearest.target];
  if (may_be_confused(word, target, nearest.edits)) return std::nullopt;
  return target;
}

}  // namespace tulay::intents
