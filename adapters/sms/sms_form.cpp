#include "adapters/sms/sms_form.hpp"

#include <algorithm>
#include <vector>

#include "adapters/sms/segments.hpp"
#include "adapters/sms/transliteration.hpp"
#include "intents/composed.hpp"

namespace tulay::sms {
namespace {

bool is_part_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// "Sí" as "sí", "SÍ" too: only what the list can hold.
std::string lowered(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if (i > 0 && static_cast<unsigned char>(word[i - 1]) == 0xC3U && c >= 0x80U && c <= 0x9EU)
      out += static_cast<char>(c + 0x20U);
    else
      out += word[i];
  }
  return out;
}

/// Words in small letters; figures are words, too.
std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    std::size_t size = 0;
    while (size < text.size() && is_part_of_word(text[size])) ++size;
    if (size > 0) words.push_back(lowered(text.substr(0, size)));
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return words;
}

bool is_figure(const std::string& word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

}  // namespace

std::optional<std::string> fault_of(std::string_view text) {
  if (const auto lost = lost_in_gsm7(text); !lost.empty())
    return "'" + lost + "' is dropped from a text message";
  const int septets = measure(in_gsm7(text)).units;
  if (septets <= most_septets) return std::nullopt;
  return "is " + std::to_string(septets) + " septets long, more than " + std::to_string(most_septets);
}

std::optional<Accents> Accents::read(const std::filesystem::path& data, knowledge::Problems& problems) {
  const auto before = problems.size();
  auto file = knowledge::read_data_file(data / "knowledge" / "sms_accents.toml", "knowledge/sms_accents.toml",
                                        problems);
  if (!file) return std::nullopt;
  Accents out;
  for (const auto& word : file->texts("loses_meaning")) out.loses_meaning_.insert(word.text);
  for (const auto* const key : {"negations", "months"}) {
    for (const auto& word : file->texts(key)) out.signals_.insert(word.text);
  }
  out.near_ = static_cast<int>(file->whole("near").value_or(0));
  if (out.near_ < 1 || out.near_ > 20) file->problem("near", "near must be from 1 to 20 words");
  file->refuse_unknown_keys();
  if (problems.size() > before) return std::nullopt;
  return out;
}

std::optional<std::string> Accents::doubtful(std::string_view text) const {
  const auto words = words_in(intents::composed(text));
  const auto signal = [&](const std::string& word) { return signals_.contains(word) || is_figure(word); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!loses_meaning_.contains(words[i])) continue;
    const auto reach = static_cast<std::size_t>(near_);
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, reach));
    const auto last = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), i + reach + 1));
    if (std::any_of(first, last, signal)) return words[i];
  }
  return std::nullopt;
}

}  // namespace tulay::sms
