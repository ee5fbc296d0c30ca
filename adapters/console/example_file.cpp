#include "adapters/console/example_file.hpp"

#include <algorithm>
#include <optional>

namespace tulay::console {
namespace {

/// As TOML writes a text: raw where it can be.
std::string quoted(std::string_view text) {
  if (text.find('\'') == std::string_view::npos) return "'" + std::string(text) + "'";
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::size_t end_of_line(std::string_view file, std::size_t at) {
  return std::min(file.find('\n', at), file.size());
}

/// Where the string that begins at `at` ends: behind its closing quote.
std::size_t end_of_text(std::string_view file, std::size_t at) {
  const char quote = file[at];
  for (++at; at < file.size() && file[at] != quote; ++at)
    if (quote == '"' && file[at] == '\\') ++at;
  return std::min(at + 1, file.size());
}

/// The place behind "es = [" at the beginning of a line.
std::optional<std::size_t> begin_of_list(std::string_view file, std::string_view key) {
  for (std::size_t line = 0; line < file.size(); line = end_of_line(file, line) + 1) {
    auto at = line;
    if (!file.substr(at).starts_with(key)) continue;
    at += key.size();
    while (at < file.size() && (file[at] == ' ' || file[at] == '\t')) ++at;
    if (at >= file.size() || file[at] != '=') continue;
    const auto bracket = file.find('[', at);
    if (bracket < end_of_line(file, at)) return bracket + 1;
  }
  return std::nullopt;
}

struct List {
  std::size_t end = 0;        // its closing bracket
  std::size_t last_text = 0;  // behind the last text; the beginning of the list when it is empty
  bool has_comma = true;      // after that text
};

List list_at(std::string_view file, std::size_t begin) {
  List list{begin, begin, true};
  for (auto& at = list.end; at < file.size() && file[at] != ']';) {
    if (file[at] == '#') {
      at = end_of_line(file, at);
    } else if (file[at] == '\'' || file[at] == '"') {
      at = end_of_text(file, at);
      list.last_text = at;
      list.has_comma = false;
    } else {
      if (file[at] == ',') list.has_comma = true;
      ++at;
    }
  }
  return list;
}

}  // namespace

std::string with_example(const std::string& file, knowledge::Language language, std::string_view example) {
  const auto text = quoted(example);
  const auto key = std::string(knowledge::tag(language));
  const auto begin = begin_of_list(file, key);
  if (!begin) {
    const std::string gap = file.empty() || file.ends_with('\n') ? "" : "\n";
    return file + gap + key + " = [\n  " + text + ",\n]\n";
  }
  const auto list = list_at(file, *begin);
  if (file.substr(*begin, list.end - *begin).find(text) != std::string::npos) return file;
  auto out = file;
  const auto before = std::string_view(file).substr(*begin, list.end - *begin);
  if (before.find('\n') == std::string_view::npos) {
    return out.insert(list.end, (list.has_comma ? "" : ", ") + text);
  }
  out.insert(list.end, (before.ends_with('\n') ? "  " : "\n  ") + text + ",\n");
  if (!list.has_comma) out.insert(list.last_text, ",");
  return out;
}

}  // namespace tulay::console
