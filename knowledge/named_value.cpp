#include "knowledge/named_value.hpp"

namespace tulay::knowledge {
namespace {

constexpr std::ptrdiff_t longest_label = 42;  // code points: chips on a 320 px wide screen

std::ptrdiff_t code_points(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

}  // namespace

std::vector<std::string> plain(std::vector<PlacedText> texts) {
  std::vector<std::string> out;
  out.reserve(texts.size());
  for (auto& text : texts) out.push_back(std::move(text.text));
  return out;
}

Localized<std::string> short_labels(Table& file, std::string_view key) {
  auto labels = file.required_localized(key);
  for (const auto language : all_languages) {
    if (code_points(labels[language]) > longest_label) {
      file.problem(key, "the " + std::string(tag(language)) + " label is longer than 42 characters",
                   "shorten it: it stands on a button");
    }
  }
  return labels;
}

}  // namespace tulay::knowledge
