#include "intents/concept.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "intents/fold.hpp"

namespace tulay::intents {
namespace {

// Tagalog verb affixes and the doubled first syllable, as clients put them on English roots; glossary.md §9.
constexpr std::string_view affixes_before =
    "(?:(?:i|ma|na|pa|mag|nag|pag|ipa|ipag|maka|naka|mapa|napa|magpa|nagpa|pina|pinapa|makapag|nakapag|ini|"
    "ni|"
    "nai|mai|maipa|naipa|papa|pagka|ka|um)(?:[a-z]{1,3})?)?";
constexpr std::string_view affixes_after = "(?:in|an|hin|han|ng|s|ed|d|ing)?";

constexpr std::array<std::pair<std::string_view, SlotKind>, 6> slot_names{
    {{"relationship", SlotKind::relationship},
     {"reason", SlotKind::reason},
     {"country", SlotKind::country},
     {"form", SlotKind::form},
     {"language", SlotKind::language},
     {"wish", SlotKind::wish}}};
constexpr std::array<std::pair<std::string_view, SlotKind>, 6> held_names{
    {{"receipt_number", SlotKind::receipt_number},
     {"a_number", SlotKind::a_number},
     {"case_number", SlotKind::case_number},
     {"date", SlotKind::date},
     {"amount", SlotKind::amount},
     {"code", SlotKind::code}}};

struct EntryWord {
  std::vector<std::string> alternatives;  // with '*' and '~' still on them
  bool optional = false;
};

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<EntryWord> entry_words(std::string_view entry) {
  std::vector<EntryWord> words;
  for (auto& part : split(entry, ' ')) {
    if (part.empty()) continue;
    EntryWord word;
    if (part.size() > 1 && part.back() == '?') {
      word.optional = true;
      part.pop_back();
    }
    word.alternatives = split(part, '|');
    words.push_back(std::move(word));
  }
  return words;
}

std::optional<std::string> word_regex(std::string_view word, std::string& error) {
  std::string out;
  const bool root = word.starts_with('~');
  if (root) {
    word.remove_prefix(1);
    out += affixes_before;
  }
  if (word.empty() || word == "*") {
    error = "an empty word";
    return std::nullopt;
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += c;
    } else if (c == '-' && i > 0) {
      out += " ?";
    } else if (c == '*' && i + 1 == word.size()) {
      out += "[a-z0-9]*";
    } else {
      error = std::string("'") + c + "' is not allowed here";
      return std::nullopt;
    }
  }
  if (root) out += affixes_after;
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) {
    if (!out.empty()) out += '|';
    out += part;
  }
  return out;
}

}  // namespace

std::optional<std::string> entry_regex(std::string_view entry, std::string& error) {
  const std::string folded = fold(entry).text;
  std::string out;
  bool open = false;  // does a required word stand before, so that a blank is due?
  for (const auto& word : entry_words(folded)) {
    std::vector<std::string> regexes;
    for (const auto& alternative : word.alternatives) {
      const auto regex = word_regex(alternative, error);
      if (!regex) return std::nullopt;
      regexes.push_back(*regex);
    }
    const std::string one = "(?:" + joined(regexes) + ")";
    if (word.optional) {
      out += open ? "(?: " + one + ")?" : "(?:" + one + " )?";
    } else {
      out += (open ? " " : "") + one;
      open = true;
    }
  }
  if (!open) {
    error = "no word that must be there";
    return std::nullopt;
  }
  return out;
}

std::vector<std::vector<std::string>> entry_variants(std::string_view entry) {
  constexpr std::size_t most = 64;
  std::vector<std::vector<std::string>> variants(1);
  for (const auto& word : entry_words(fold(entry).text)) {
    std::vector<std::vector<std::string>> choices;
    if (word.optional) choices.emplace_back();
    for (const auto& alternative : word.alternatives) {
      auto parts = split(alternative, '-');
      std::string whole;
      for (const auto& part : parts) whole += part;
      choices.push_back({whole});
      if (parts.size() > 1) choices.push_back(std::move(parts));
    }
    std::vector<std::vector<std::string>> grown;
    for (const auto& variant : variants) {
      for (const auto& choice : choices) {
        if (grown.size() == most) break;
        grown.push_back(variant);
        grown.back().insert(grown.back().end(), choice.begin(), choice.end());
      }
    }
    variants = std::move(grown);
  }
  return variants;
}

void add_vocabulary(std::string_view entry, Spelling& spelling) {
  const std::string folded = fold(entry).text;
  for (const auto& word : entry_words(folded)) {
    for (std::string_view alternative : word.alternatives) {
      if (alternative.starts_with('~')) alternative.remove_prefix(1);
      if (alternative.ends_with('*')) {
        alternative.remove_suffix(1);
        if (alternative.size() >= 4) spelling.add_stem(alternative);
        continue;
      }
      std::string whole;
      for (const auto& part : split(alternative, '-')) {
        spelling.add_target(part);
        whole += part;
      }
      spelling.add_target(whole);
    }
  }
}

namespace {

template <std::size_t count>
std::optional<SlotKind> slot_named(knowledge::Table& table, std::string_view key,
                                   const std::array<std::pair<std::string_view, SlotKind>, count>& names) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  std::string known;
  for (const auto& [name, kind] : names) {
    if (name == *text) return kind;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  table.problem(key, "unknown slot '" + *text + "'", "use one of " + known);
  return std::nullopt;
}

}  // namespace

void read_concepts(knowledge::Table& file, std::vector<Concept>& concepts, Fillers& fillers) {
  for (const auto& id : file.keys()) {
    auto table = file.table(id);
    if (!table) continue;
    Concept read{.id = id, .entries = {}, .includes = {}, .slot = {}, .holds = {}, .at = table->at()};
    for (const std::string_view key : {"en", "es", "tl", "all"}) {
      for (auto& entry : table->texts(key)) read.entries.push_back(std::move(entry));
    }
    for (const auto& other : table->texts("includes")) read.includes.push_back(other.text);
    read.core = table->flag("core").value_or(false);
    read.anchor = table->flag("anchor").value_or(false) || read.core;
    read.foreign = table->flag("foreign").value_or(false);
    read.slot = slot_named(*table, "slot", slot_names);
    read.holds = slot_named(*table, "holds", held_names);
    if (read.entries.empty() && read.includes.empty()) table->problem("", "concept '" + id + "' is empty");
    table->refuse_unknown_keys();
    if (id == "filler") {
      for (const auto& entry : read.entries) fillers.words.push_back(fold(entry.text).text);
    } else {
      concepts.push_back(std::move(read));
    }
  }
  file.refuse_unknown_keys();
}

}  // namespace tulay::intents
