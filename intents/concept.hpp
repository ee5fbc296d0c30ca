#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/slot.hpp"
#include "intents/spelling.hpp"
#include "knowledge/data_file.hpp"

namespace tulay::intents {

/// A named list of words and phrases: one new way to say "expire" is added once, here.
struct Concept {
  std::string id;
  std::vector<knowledge::PlacedText> entries;  // of all languages
  std::vector<std::string> includes;           // concepts whose hits are hits of this one too
  bool anchor = false;            // a word of our field: other words of the message need no explaining
  bool core = false;              // a word of parole itself
  bool foreign = false;           // a word of another field: speaks against all that is ours
  std::optional<SlotKind> slot;   // a hit fills this slot with the concept's id
  std::optional<SlotKind> holds;  // a value of this kind is a hit too: a receipt number itself, a date
  knowledge::SourceLine at;
};

/// Small words that carry no meaning here; politeness, greetings inside a question.
struct Fillers {
  std::vector<std::string> words;
};

/// Reads one intents/concepts/*.toml: a table per concept with `en`, `es`, `tl`, `all` (any language) lists,
/// `includes`, `anchor`, `core`, `foreign`, `slot`, `holds`; the table `[filler]` goes to `fillers`.
void read_concepts(knowledge::Table& file, std::vector<Concept>& concepts, Fillers& fillers);

/// An entry as an RE2 over words parted by single blanks. In an entry a hyphen is an optional blank, `*` at a
/// word's end any letters, `?` at a word's end makes it optional, `a|b` alternatives for one word, `~root`
/// an English or Tagalog root with any Tagalog affixes ("~renew": magrenew, irerenew, marenew). Returns
/// nothing, and says why in `error`, when the entry is not of that kind.
[[nodiscard]] std::optional<std::string> entry_regex(std::string_view entry, std::string& error);

/// The same entry as lists of words, each alternative, optional word and optional blank spelt out; `*` and
/// `~` stay on their words. At most 64 of them.
[[nodiscard]] std::vector<std::vector<std::string>> entry_variants(std::string_view entry);

/// Adds an entry's words to what spelling knows and may mend to.
void add_vocabulary(std::string_view entry, Spelling& spelling);

}  // namespace tulay::intents
