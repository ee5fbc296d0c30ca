#include "intents/features.hpp"

#include <algorithm>
#include <string_view>

namespace tulay::intents {
namespace {

constexpr std::size_t shortest_piece = 3;
constexpr std::size_t longest_piece = 5;
constexpr std::size_t longest_word = 24;  // what is longer is no word; bounds the pieces
constexpr int most_unexplained = 3;
constexpr std::size_t farthest_pair = 3;  // words apart: "charge … for", whatever stands between

class Key {
 public:
  explicit Key(char kind) { add(kind); }
  Key& add(char c) {
    value_ = (value_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return *this;
  }
  Key& add(std::string_view text) {
    for (const char c : text) add(c);
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 14695981039346656037ULL;
};

// A number's digits say nothing; that there is one does.
std::string_view heard(const ReadWord& one) {
  return one.word.number ? std::string_view{"0"} : std::string_view{one.word.text};
}

template <class Visit>
void each_piece(std::string_view word, Visit visit) {
  if (word.size() > longest_word) return;
  std::string framed = "<";
  framed.append(word).push_back('>');
  const std::string_view text = framed;
  for (std::size_t begin = 0; begin + shortest_piece <= text.size(); ++begin) {
    Key key{'c'};
    for (std::size_t size = 1; size <= longest_piece && begin + size <= text.size(); ++size) {
      key.add(text[begin + size - 1]);
      if (size >= shortest_piece) visit(key.value(), text.substr(begin, size));
    }
  }
}

/// Calls `visit(key, kind, text, more)` for each feature, some more than once.
template <class Visit>
void each_feature(const Reading& reading, Visit visit) {
  std::string_view before = "<";
  for (const auto& one : reading.words) {
    const auto word = heard(one);
    visit(Key{'w'}.add(word).value(), 'w', word, std::string_view{});
    visit(Key{'b'}.add(before).add('_').add(word).value(), 'b', before, word);
    each_piece(
        word, [&](std::uint64_t key, std::string_view piece) { visit(key, 'c', piece, std::string_view{}); });
    before = word;
  }
  if (!reading.words.empty())
    visit(Key{'b'}.add(before).add("_>").value(), 'b', before, std::string_view{">"});
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    for (std::size_t j = i + 2; j <= i + farthest_pair && j < reading.words.size(); ++j) {
      const auto first = heard(reading.words[i]);
      const auto second = heard(reading.words[j]);
      visit(Key{'s'}.add(first).add('_').add(second).value(), 's', first, second);
    }
  }
  for (const auto& hit : reading.hits) {
    const auto index = std::to_string(hit.concept_index);
    visit(Key{'k'}.add(index).value(), 'k', std::string_view{index}, std::string_view{});
  }
  if (reading.unexplained > 0) {
    const auto count = std::to_string(std::min(reading.unexplained, most_unexplained));
    visit(Key{'u'}.add(count).value(), 'u', std::string_view{count}, std::string_view{});
  }
  visit(Key{'f'}.add(reading.anchored ? '+' : '-').add(reading.foreign ? '+' : '-').value(), 'f',
        std::string_view{}, std::string_view{});
}

std::string told(char kind, std::string_view text, std::string_view more) {
  std::string out{text};
  if (kind == 'b') out.append(" ").append(more);
  if (kind == 's') out.append(" … ").append(more);
  if (kind == 'c') out.append("-");
  if (kind == 'k') out.insert(0, "{");
  if (kind == 'u') out.insert(0, "?");
  if (kind == 'f') out = "(field)";
  return out;
}

}  // namespace

std::vector<std::uint64_t> features_of(const Reading& reading) {
  std::vector<std::uint64_t> keys;
  keys.reserve(reading.words.size() * 16 + 8);
  each_feature(reading,
               [&](std::uint64_t key, char, std::string_view, std::string_view) { keys.push_back(key); });
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::pair<std::uint64_t, std::string>> told_features_of(const Reading& reading) {
  std::vector<std::pair<std::uint64_t, std::string>> out;
  each_feature(reading, [&](std::uint64_t key, char kind, std::string_view text, std::string_view more) {
    out.emplace_back(key, told(kind, text, more));
  });
  std::sort(out.begin(), out.end());
  out.erase(
      std::unique(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first == b.first; }),
      out.end());
  return out;
}

}  // namespace tulay::intents
