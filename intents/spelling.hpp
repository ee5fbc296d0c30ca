#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tulay::intents {

/// Mends words one edit away from a known one (two from eight letters on). Immutable after `freeze`; may be
/// shared by threads. Source of the rule: design/understanding.md, "Mend spelling"; glossary.md, section 9.
class Spelling {
 public:
  /// A word that misspellings may be mended to (patterns, concepts and topics use it).
  void add_target(std::string_view word);
  /// Words that begin with this, of four letters or more, are known ("renov" for renovar, renovaron, …).
  void add_stem(std::string_view stem);
  /// A correct word of one of the three languages: known, never mended, never a target.
  void add_guard(std::string_view word);
  /// Two words that must never be mended into each other or confused by a slip ("denied", "detained"): what
  /// could be a slip of both is left alone.
  void keep_apart(std::string_view one, std::string_view other);
  /// Builds the index; call once, after all the adding.
  void freeze();

  [[nodiscard]] bool knows(std::string_view word) const;
  /// The one target within reach; nothing when the word is known, is shorter than four letters, holds a
  /// digit, or when no target or more than one is nearest. An edit is an insertion, deletion, substitution
  /// or the swap of two neighbours. Costs no walk over the vocabulary.
  [[nodiscard]] std::optional<std::string> mend(std::string_view word) const;

 private:
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Words = std::unordered_set<std::string, TextHash, std::equal_to<>>;

  struct Nearest {
    std::size_t edits = 0;
    std::uint32_t target = 0;
    bool tied = false;
  };

  void consider(std::string_view word, std::uint64_t key, Nearest& nearest) const;
  [[nodiscard]] bool may_be_confused(std::string_view word, const std::string& target,
                                     std::size_t edits) const;

  Words targets_;
  Words guards_;
  Words stems_;
  std::size_t shortest_stem_ = 0;
  std::vector<std::string> by_number_;  // the targets that can be mended to
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>
      by_deletion_;  // hash of what is left → targets
  std::unordered_map<std::string, std::vector<std::string>> apart_;
};

}  // namespace tulay::intents
