#include "adapters/cases/row_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "adapters/cases/date_formats.hpp"
#include "adapters/cases/plain_text.hpp"
#include "adapters/cases/purposes.hpp"
#include "intents/slot.hpp"

namespace tulay::cases {
namespace {

constexpr std::size_t longest_number = 40;

bool is_receipt(std::string_view text) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 13 && std::all_of(text.begin(), text.begin() + 3, letter) &&
         std::all_of(text.begin() + 3, text.end(), digit);
}

std::string upper_without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '-') out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

using StatusAndStage = std::pair<std::string_view, std::string_view>;
constexpr std::array<StatusAndStage, 15> stages_by_status{{{"not_filed", "preparing"},
                                                           {"sent", "filed"},
                                                           {"received", "received"},
                                                           {"biometrics_scheduled", "biometrics"},
                                                           {"biometrics_taken", "in_review"},
                                                           {"in_review", "in_review"},
                                                           {"rfe_sent", "rfe"},
                                                           {"rfe_received", "rfe_answered"},
                                                           {"interview_scheduled", "interview"},
                                                           {"transferred", "transferred"},
                                                           {"approved", "approved"},
                                                           {"card_mailed", "approved"},
                                                           {"denied", "denied"},
                                                           {"rejected", "denied"},
                                                           {"withdrawn", "withdrawn"}}};

}  // namespace

bot::ContactRestriction restriction_of(std::string_view word) {
  if (word == "none") return bot::ContactRestriction::none;
  if (word == "no_text") return bot::ContactRestriction::no_text;
  if (word == "safe_phone_only") return bot::ContactRestriction::safe_phone_only;
  return bot::ContactRestriction::no_bot;
}

std::string_view stage_of_status(std::string_view status) {
  for (const auto& [known, stage] : stages_by_status) {
    if (known == status) return stage;
  }
  return "unknown";
}

void RowReader::leave_out(std::string_view column) const {
  if (notes_ != nullptr) notes_->left_out.emplace_back(column);
}

std::optional<std::string> RowReader::text(const Row& row, std::string_view column) const {
  const auto& value = row[column];
  if (!value) return std::nullopt;
  auto plain = plain_text(*value);
  if (!plain) leave_out(column);
  return plain && !plain->empty() ? plain : std::nullopt;
}

std::optional<knowledge::Date> RowReader::day(const Row& row, std::string_view column) const {
  const auto value = text(row, column);
  if (!value) return std::nullopt;
  const auto date = read_day(*value, mapping_.date_formats, mapping_.time_zone);
  if (!date) leave_out(column);
  return date;
}

/// The bot's word for the firm's: mapped, or already ours, or `otherwise`.
std::string RowReader::word(const Row& row, std::string_view column, std::string_view values,
                            std::string_view otherwise) const {
  const auto theirs = text(row, column);
  if (!theirs) return std::string(otherwise);
  auto key = folded(*theirs);
  if (const auto table = mapping_.values.find(values); table != mapping_.values.end()) {
    if (const auto found = table->second.find(key); found != table->second.end()) return found->second.ours;
  }
  const auto& known = vocabulary(values)->words;
  if (known.empty() || std::find(known.begin(), known.end(), key) != known.end()) return key;
  if (notes_ != nullptr) notes_->unmapped.emplace_back(values, *theirs);
  return std::string(otherwise);
}

std::optional<std::string> RowReader::phone(const Row& row) const {
  const auto written = text(row, "phone");
  if (!written) return std::nullopt;
  for (const auto& slot : intents::read_slots(*written, intents::fold(*written), {})) {
    if (slot.kind == intents::SlotKind::phone) return intents::to_string(slot.value);
  }
  leave_out("phone");
  return std::nullopt;
}

std::optional<int> RowReader::birth_year(const Row& row) const {
  const auto value = text(row, "birth_year");
  if (!value) return std::nullopt;
  int year = 0;
  const auto read = std::from_chars(value->data(), value->data() + value->size(), year);
  const bool whole = read.ec == std::errc() && read.ptr == value->data() + value->size();
  if (whole && year > 1900 && year < 2100) return year;
  leave_out("birth_year");
  return std::nullopt;
}

std::optional<bot::ContactMatch> RowReader::contact(const Row& row) const {
  auto id = text(row, "contact_id");
  if (!id) return std::nullopt;
  bot::ContactMatch out;
  out.contact_id = std::move(*id);
  out.phone = phone(row);
  out.phone_changed_on = day(row, "phone_changed_on");
  out.restriction = restriction_of(word(row, "contact_restriction", "contact_restriction",
                                        row["contact_restriction"] ? "no_bot" : "none"));
  out.birth_year = birth_year(row);
  out.language = knowledge::language_from_tag(text(row, "language").value_or(""));
  return out;
}

std::optional<bot::Case> RowReader::own_case(const Row& row) const {
  auto number = text(row, "number");
  if (!number || number->size() > longest_number) return std::nullopt;
  bot::Case out;
  out.number = std::move(*number);
  out.about = text(row, "about").value_or("");
  out.kind = word(row, "kind", "kind", "other");
  out.stage = word(row, "stage", "stage", "unknown");
  out.stage_since = day(row, "stage_since");
  out.next_step = word(row, "next_step", "next_step", "");
  out.next_step_due = day(row, "next_step_due");
  out.parole_ends = day(row, "parole_ends");
  out.parole_ends_source = word(row, "parole_ends_source", "parole_ends_source", "");
  out.attorney = text(row, "attorney").value_or("");
  out.as_of = day(row, "as_of");
  out.waiting_for = word(row, "waiting_for", "waiting_for", "");
  out.parole_class = text(row, "parole_class").value_or("");
  out.parole_begins = day(row, "parole_begins");
  if (out.parole_begins && out.parole_ends && *out.parole_ends < *out.parole_begins) {
    leave_out("parole_ends");  // one of the two is wrong, and we cannot know which
    out.parole_begins.reset();
    out.parole_ends.reset();
  }
  return out;
}

std::optional<bot::Filing> RowReader::filing(const Row& row) const {
  auto form = text(row, "form");
  if (!form) return std::nullopt;
  bot::Filing out;
  out.form = std::move(*form);
  out.receipt = upper_without_blanks(text(row, "receipt").value_or(""));
  if (!out.receipt.empty() && !is_receipt(out.receipt)) {
    leave_out("receipt");
    out.receipt.clear();
  }
  out.filed = day(row, "filed");
  out.received = day(row, "received");
  out.status = word(row, "status", "filing_status", "unknown");
  out.status_on = day(row, "status_on");
  return out;
}

std::optional<bot::Appointment> RowReader::appointment(const Row& row) const {
  auto kind = word(row, "kind", "appointment", "");
  const auto date = day(row, "day");
  if (kind.empty() || !date) return std::nullopt;
  return bot::Appointment{std::move(kind), *date, text(row, "time").value_or(""),
                          text(row, "place").value_or("")};
}

std::optional<bot::DocumentRequest> RowReader::document(const Row& row) const {
  auto document = word(row, "document", "document", "");
  const auto state = word(row, "state", "document_state", "");
  if (document.empty() || (state != "needed" && state != "rejected")) return std::nullopt;
  return bot::DocumentRequest{std::move(document), state == "rejected", day(row, "needed_by")};
}

}  // namespace tulay::cases
