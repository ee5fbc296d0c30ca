#include "adapters/cases/import_rows.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "adapters/cases/csv_text.hpp"
#include "adapters/cases/date_formats.hpp"
#include "adapters/cases/import_header.hpp"
#include "adapters/cases/row_reader.hpp"
#include "adapters/cases/rows.hpp"

namespace tulay::cases {
namespace {

using knowledge::Date;
using knowledge::Severity;

std::string iso_or_empty(const std::optional<Date>& date) { return date ? knowledge::iso(*date) : ""; }

/// The same person has the same number in every import, so that a conversation which is verified while one
/// runs can never come to mean another (FNV-1a; two people with one number are an error).
std::int64_t number_of(std::string_view key) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : key) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return static_cast<std::int64_t>(hash & 0x7FFFFFFFFFFFFFFFU);
}

constexpr std::array<std::pair<const char*, const char*>, 4> languages{
    {{"en", "english"}, {"es", "spanish"}, {"es", "español"}, {"tl", "tagalog"}}};

std::string language_of(const std::optional<std::string>& written) {
  const auto word = folded(written.value_or(""));
  for (const auto& [tag, name] : languages) {
    if (word == tag || word == name) return tag;
  }
  return "en";
}

constexpr std::array<std::string_view, 4> roles{"beneficiary", "petitioner", "sponsor", "representative"};

std::string role_of(const Row& row) { return folded(row["role"].value_or("beneficiary")); }

class Importer {
 public:
  Importer(const std::string& shown_as, const Mapping& mapping, Date today, knowledge::Problems& problems)
      : shown_as_(shown_as), mapping_(mapping), today_(today), problems_(problems) {}

  Import run(CsvFile file, const ImportHeaders& headers) {
    if (file.unfinished) error(1, "a quote in it does not end");
    if (file.records.size() < 2) error(1, "has no rows");
    if (file.unfinished || file.records.size() < 2) return std::move(out_);
    auto header = read_import_header(file.records.front(), headers, shown_as_, problems_);
    if (!header) return std::move(out_);
    rows_.columns = std::move(*header);
    for (std::size_t i = 1; i < file.records.size(); ++i) take(file.records[i]);
    return std::move(out_);
  }

 private:
  void error(int line, std::string message, std::string remedy = {}) {
    problems_.push_back({Severity::error, {shown_as_, line, 0}, std::move(message), std::move(remedy)});
  }

  void take(const CsvRecord& record) {
    if (record.fields.size() != rows_.columns.size())
      return error(record.line, "has " + std::to_string(record.fields.size()) + " fields, the header has " +
                                    std::to_string(rows_.columns.size()));
    rows_.values.assign(1, {});
    for (const auto& field : record.fields)
      rows_.values[0].push_back(folded(field).empty() ? std::nullopt : std::optional(field));
    contact_ = rows_;
    std::replace(contact_.columns.begin(), contact_.columns.end(), std::string("contact_id"), std::string());
    contact_.columns.insert(contact_.columns.begin(), "contact_id");
    contact_.values[0].insert(contact_.values[0].begin(), std::nullopt);
    const Row row(rows_, 0);
    Notes notes;
    const RowReader reader(mapping_, &notes);
    const auto errors_before = problems_.size();
    ++out_.rows;
    const auto client = take_client(row, reader, record.line);
    if (client && row["number"])
      take_case(row, reader, *client, record.line);
    else if (!row["number"])
      error(record.line, "has no number");
    tell(notes, record.line, problems_.size() == errors_before);
  }

  void tell(const Notes& notes, int line, bool first) {
    for (const auto& column : notes.left_out) error(line, column + " is not a real one");
    if (!first) return;
    for (const auto& [values, word] : notes.unmapped) {
      if (values == "contact_restriction") error(line, "contact_restriction is no word that we know");
      if (values != "contact_restriction" && told_.emplace(values, word).second)
        problems_.push_back({Severity::warning,
                             {shown_as_, line, 0},
                             "'" + word + "' is no " + values + " of ours and reads as unknown",
                             "add it under [cases.values." + values + "]"});
    }
  }

  std::optional<std::int64_t> take_client(const Row& row, const RowReader& reader, int line) {
    const auto key = row["contact_id"] ? "id " + folded(*row["contact_id"])
                                       : "name " + folded(row["name"].value_or("")) + " " +
                                             folded(row["birth_date"].value_or(""));
    if (key == "name  ") {
      error(line, "has neither contact_id nor name");
      return std::nullopt;
    }
    ImportedClient client;
    client.id = number_of(key);
    contact_.values[0][0] = std::to_string(client.id);
    const auto contact = reader.contact(Row(contact_, 0));
    client.name = row["name"].value_or("");
    client.birth_date = iso_or_empty(birth_date(row, line));
    client.phone = contact->phone.value_or("");
    client.phone_changed_on = iso_or_empty(contact->phone_changed_on);
    client.language = language_of(row["language"]);
    client.restriction = restriction_word(contact->restriction);
    client.line = line;
    const auto [known, is_new] = clients_.try_emplace(client.id, std::pair(key, out_.clients.size()));
    if (is_new) {
      out_.clients.push_back(std::move(client));
    } else {
      const auto& before = out_.clients[known->second.second];
      if (known->second.first != key || before.phone != client.phone ||
          before.restriction != client.restriction)
        error(line, "says otherwise of the same client's phone or restriction than line " +
                        std::to_string(before.line));
    }
    return known->first;
  }

  /// Not by RowReader: people are older than cases.
  std::optional<Date> birth_date(const Row& row, int line) {
    const auto& written = row["birth_date"];
    if (!written) return std::nullopt;
    auto date = read_birth_date(*written, mapping_.date_formats);
    if (!date) error(line, "birth_date is not a real one");
    return date;
  }

  static std::string restriction_word(bot::ContactRestriction restriction) {
    constexpr std::array words{"none", "no_bot", "no_text", "safe_phone_only"};
    return words.at(static_cast<std::size_t>(restriction));
  }

  void take_case(const Row& row, const RowReader& reader, std::int64_t client, int line) {
    const auto read = reader.own_case(row);
    if (!read) return error(line, "number is not a real one");
    if (std::find(roles.begin(), roles.end(), role_of(row)) == roles.end())
      return error(line, "role is none of beneficiary, petitioner, sponsor, representative");
    const auto [known, is_new] = numbers_.try_emplace(read->number, out_.cases.size());
    if (is_new) {
      ImportedCase one;
      one.number = read->number;
      one.client = client;
      one.values = values_of(*read, row);
      one.line = line;
      out_.cases.push_back(std::move(one));
    } else if (out_.cases[known->second].client != client) {
      return error(
          line, "gives the case another client than line " + std::to_string(out_.cases[known->second].line));
    }
    take_filing(row, reader, out_.cases[known->second], line);
  }

  [[nodiscard]] std::map<std::string, std::string, std::less<>> values_of(const bot::Case& one,
                                                                          const Row& row) const {
    const auto shared = folded(row["shared"].value_or("yes"));
    return {{"role", role_of(row)},
            {"about", one.about},
            {"kind", one.kind},
            {"stage", one.stage},
            {"stage_since", iso_or_empty(one.stage_since)},
            {"waiting_for", one.waiting_for},
            {"next_step", one.next_step},
            {"next_step_due", iso_or_empty(one.next_step_due)},
            {"parole_class", one.parole_class},
            {"parole_begins", iso_or_empty(one.parole_begins)},
            {"parole_ends", iso_or_empty(one.parole_ends)},
            {"parole_ends_source", one.parole_ends_source},
            {"attorney", one.attorney},
            {"as_of", knowledge::iso(one.as_of.value_or(today_))},
            {"shared", shared == "no" || shared == "0" || shared == "false" ? "0" : "1"}};
  }

  void take_filing(const Row& row, const RowReader& reader, ImportedCase& into, int line) {
    const auto read = reader.filing(row);
    if (!read) return;
    if (!read->receipt.empty()) {
      const auto [known, is_new] = receipts_.try_emplace(read->receipt, line);
      if (!is_new) return error(line, "has the receipt of line " + std::to_string(known->second));
    }
    into.filings.push_back({read->form, read->receipt, iso_or_empty(read->filed),
                            iso_or_empty(read->received), read->status, iso_or_empty(read->status_on)});
  }

  const std::string& shown_as_;
  const Mapping& mapping_;
  Date today_;
  knowledge::Problems& problems_;
  Rows rows_;     // the header, and one row
  Rows contact_;  // the same, with our own contact_id for theirs
  std::map<std::int64_t, std::pair<std::string, std::size_t>> clients_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::map<std::string, int, std::less<>> receipts_;
  std::set<std::pair<std::string, std::string>> told_;
  Import out_;
};

}  // namespace

Import read_import(std::string_view text, const std::string& shown_as, const Mapping& mapping,
                   const ImportHeaders& headers, Date today, knowledge::Problems& problems) {
  return Importer(shown_as, mapping, today, problems).run(read_csv(as_utf8(text)), headers);
}

}  // namespace tulay::cases
