#include "adapters/web/fields.hpp"

#include <algorithm>

#include "adapters/web/message_reader.hpp"

namespace tulay::web {

using nlohmann::json;

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

tl::expected<std::optional<std::string>, std::string> text_field(const json& body, const char* name) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) return tl::unexpected(std::string(name) + " must be a string");
  return found->get<std::string>();
}

tl::expected<std::optional<knowledge::Language>, std::string> language_field(const json& body) {
  const auto tag = text_field(body, "language");
  if (!tag) return tl::unexpected(tag.error());
  if (!*tag) return std::nullopt;
  const auto known = knowledge::language_from_tag(**tag);
  if (!known) return tl::unexpected(std::string("language must be en, es or tl"));
  return known;
}

tl::expected<std::string, std::string> short_text(const json& body, const char* name, std::size_t longest) {
  const auto text = text_field(body, name);
  if (!text) return tl::unexpected(text.error());
  const auto given = text->value_or("");
  const auto kept = trimmed(given);
  if (code_points(kept) > longest) {
    return tl::unexpected(std::string(name) + " is longer than " + std::to_string(longest) + " characters");
  }
  return std::string(kept);
}

tl::expected<std::string, std::string> required_text(const json& body, const char* name,
                                                     std::size_t longest) {
  auto text = short_text(body, name, longest);
  if (text && text->empty()) return tl::unexpected(std::string(name) + " is missing");
  return text;
}

}  // namespace tulay::web
