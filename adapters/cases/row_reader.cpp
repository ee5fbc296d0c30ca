#include "adapters/cases/row_reader.hpp"

#include <algorithm>
#include <charconv>

namespace tulay::cases {
namespace {

constexpr std::size_t longest = 200;
constexpr int first_year = 1990;
constexpr int last_year = 2100;

std::optional<std::string> text(const Column& column, std::string_view name) {
  auto value = column(name);
  if (!value || value->empty() || value->size() > longest) return std::nullopt;
  std::erase_if(*value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  return value;
}

std::optional<knowledge::Date> day(const Column& column, std::string_view name) {
  const auto value = text(column, name);
  if (!value) return std::nullopt;
  const auto date = knowledge::date_from_iso(value->substr(0, 10));
  if (!date) return std::nullopt;
  const int year = static_cast<int>(date->year());
  return year < first_year || year > last_year ? std::nullopt : date;
}

std::optional<int> number(const Column& column, std::string_view name) {
  const auto value = text(column, name);
  int out = 0;
  if (!value || std::from_chars(value->data(), value->data() + value->size(), out).ec != std::errc())
    return std::nullopt;
  return out;
}

std::string folded(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::string in_our_words(const std::map<std::string, std::string, std::less<>>& words,
                         const std::string& theirs) {
  const auto found = words.find(folded(theirs));
  return found == words.end() ? theirs : found->second;
}

bool is_receipt(std::string_view text) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 13 && std::all_of(text.begin(), text.begin() + 3, letter) &&
         std::all_of(text.begin() + 3, text.end(), digit);
}

bot::ContactRestriction restriction_of(std::string_view word) {
  if (word == "none") return bot::ContactRestriction::none;
  if (word == "no_text") return bot::ContactRestriction::no_text;
  if (word == "safe_phone_only") return bot::ContactRestriction::safe_phone_only;
  return bot::ContactRestriction::no_bot;  // what we do not know, we keep to ourselves
}

}  // namespace

std::optional<bot::ContactMatch> contact_of(const Column& column) {
  auto id = text(column, "contact_id");
  if (!id) return std::nullopt;
  bot::ContactMatch out;
  out.contact_id = std::move(*id);
  out.phone = text(column, "phone");
  out.phone_changed_on = day(column, "phone_changed_on");
  out.restriction = restriction_of(text(column, "contact_restriction").value_or("none"));
  out.birth_year = number(column, "birth_year");
  return out;
}

std::optional<bot::Case> case_of(const Column& column, const CaseQueries& words) {
  auto number = text(column, "number");
  if (!number) return std::nullopt;
  bot::Case out;
  out.number = std::move(*number);
  out.about = text(column, "about").value_or("");
  out.kind = in_our_words(words.kinds, text(column, "kind").value_or("other"));
  out.stage = in_our_words(words.stages, text(column, "stage").value_or("unknown"));
  out.stage_since = day(column, "stage_since");
  out.next_step = text(column, "next_step").value_or("");
  out.next_step_due = day(column, "next_step_due");
  out.parole_ends = day(column, "parole_ends");
  out.parole_ends_source = text(column, "parole_ends_source").value_or("");
  out.attorney = text(column, "attorney").value_or("");
  out.as_of = day(column, "as_of");
  return out;
}

std::optional<bot::Filing> filing_of(const Column& column) {
  auto form = text(column, "form");
  if (!form) return std::nullopt;
  bot::Filing out;
  out.form = std::move(*form);
  out.receipt = text(column, "receipt").value_or("");
  if (!is_receipt(out.receipt)) out.receipt.clear();
  out.filed = day(column, "filed");
  out.received = day(column, "received");
  return out;
}

std::optional<bot::Appointment> appointment_of(const Column& column) {
  auto kind = text(column, "kind");
  const auto date = day(column, "day");
  if (!kind || !date) return std::nullopt;
  return bot::Appointment{std::move(*kind), *date, text(column, "time").value_or(""),
                          text(column, "place").value_or("")};
}

std::optional<bot::DocumentRequest> document_of(const Column& column) {
  auto document = text(column, "document");
  if (!document) return std::nullopt;
  return bot::DocumentRequest{std::move(*document), text(column, "rejected").value_or("0") != "0",
                              day(column, "needed_by")};
}

}  // namespace tulay::cases
