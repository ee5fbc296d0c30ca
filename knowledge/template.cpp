#include "knowledge/template.hpp"

#include <algorithm>

namespace tulay::knowledge {
namespace {

// Staff write one sentence a line; a reader sees paragraphs, and list lines.
std::string flowed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') {
      out += text[i];
      continue;
    }
    std::size_t breaks = 1;
    while (i + 1 < text.size() && text[i + 1] == '\n') {
      ++breaks;
      ++i;
    }
    const bool list = text.substr(i + 1).starts_with("- ");
    if (breaks > 1) {
      out += "\n\n";
    } else {
      out += list ? "\n" : " ";
    }
  }
  return out;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

}  // namespace

std::optional<Template> Template::parse(std::string_view text, std::string* error) {
  const auto fail = [&](std::string why) -> std::optional<Template> {
    if (error != nullptr) *error = std::move(why);
    return std::nullopt;
  };
  Template out;
  const std::string plain = flowed(text);
  std::size_t at = 0;
  while (at < plain.size()) {
    const auto open = plain.find_first_of("{}", at);
    if (open != at) out.pieces_.push_back({plain.substr(at, open - at), false});
    if (open == std::string::npos) break;
    const auto close = plain.find('}', open);
    if (plain[open] == '}' || close == std::string::npos) return fail("a brace that does not pair");
    const std::string name = plain.substr(open + 1, close - open - 1);
    if (!is_name(name)) return fail("'{" + name + "}' is no placeholder");
    out.pieces_.push_back({name, true});
    if (std::find(out.names_.begin(), out.names_.end(), name) == out.names_.end()) out.names_.push_back(name);
    at = close + 1;
  }
  return out;
}

std::string Template::fill(const std::function<std::optional<std::string>(std::string_view)>& value,
                           std::vector<std::string>* missing) const {
  std::string out;
  for (const auto& piece : pieces_) {
    if (!piece.is_name) {
      out += piece.text;
    } else if (const auto found = value(piece.text)) {
      out += *found;
    } else if (missing != nullptr) {
      missing->push_back(piece.text);
    }
  }
  return out;
}

}  // namespace tulay::knowledge
