#include "adapters/web/message_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "adapters/web/fields.hpp"
#include "adapters/web/json_reader.hpp"

namespace tulay::web {
namespace {

using nlohmann::json;

constexpr std::size_t longest_message = 2000;  // code points
constexpr std::size_t longest_id = 128;        // bytes

// U+00A0, U+2000 to U+200F, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF, and ASCII.
constexpr std::array<std::string_view, 29> blanks{
    " ",      "\t",     "\n",     "\r",     "\v",     "\f",     "\u00a0", "\u2000", "\u2001", "\u2002",
    "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a", "\u200b", "\u200c",
    "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff"};

bool is_utf8(std::string_view text) {
  try {
    (void)json(text).dump();
    return true;
  } catch (const json::type_error&) {
    return false;
  }
}

tl::expected<std::string, std::string> message_text(const json& body) {
  const auto text = text_field(body, "message");
  if (!text) return tl::unexpected(text.error());
  if (!*text) return tl::unexpected(std::string("message is missing"));
  return checked_message(**text);
}

tl::expected<std::optional<std::string>, std::string> message_id(const json& body) {
  auto id = text_field(body, "client_message_id");
  if (id && *id && ((*id)->empty() || (*id)->size() > longest_id)) {
    return tl::unexpected(std::string("client_message_id must have 1 to 128 bytes"));
  }
  return id;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto at_front = [&](std::string_view blank) { return text.starts_with(blank); };
  const auto at_back = [&](std::string_view blank) { return text.ends_with(blank); };
  for (auto blank = blanks.begin();
       (blank = std::find_if(blanks.begin(), blanks.end(), at_front)) != blanks.end();) {
    text.remove_prefix(blank->size());
  }
  for (auto blank = blanks.begin();
       (blank = std::find_if(blanks.begin(), blanks.end(), at_back)) != blanks.end();) {
    text.remove_suffix(blank->size());
  }
  return text;
}

tl::expected<std::string, std::string> checked_message(std::string_view text) {
  const auto kept = trimmed(text);
  if (kept.empty()) return tl::unexpected(std::string("message is empty"));
  if (!is_utf8(kept)) return tl::unexpected(std::string("message is not valid UTF-8"));
  if (code_points(kept) > longest_message) {
    return tl::unexpected(std::string("message is longer than 2,000 characters"));
  }
  return std::string(kept);
}

tl::expected<bot::Message, std::string> read_message(std::string_view body, knowledge::Instant received) {
  const auto read = read_json(body);
  if (!read) return tl::unexpected(read.error());
  auto text = message_text(*read);
  auto conversation = text_field(*read, "conversation");
  const auto wanted = language_field(*read);
  auto id = message_id(*read);
  if (!text) return tl::unexpected(text.error());
  if (!conversation) return tl::unexpected(conversation.error());
  if (!wanted) return tl::unexpected(wanted.error());
  if (!id) return tl::unexpected(id.error());
  bot::Message message;
  message.text = std::move(*text);
  message.conversation = std::move(*conversation);
  message.language = *wanted;
  message.client_message_id = std::move(*id);
  message.received = received;
  return message;
}

}  // namespace tulay::web
