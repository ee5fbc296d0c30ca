#include "adapters/cases/mapped_directory.hpp"

#include <algorithm>

#include "adapters/cases/live_check.hpp"
#include "adapters/cases/row_reader.hpp"

namespace tulay::cases {
namespace {

using bot::CaseKeyKind;

constexpr std::size_t phone_digits = 10;  // national
constexpr std::size_t most_filings = 10;

Purpose purpose_of(CaseKeyKind kind) {
  return kind == CaseKeyKind::receipt_number ? Purpose::contact_by_receipt
         : kind == CaseKeyKind::case_number  ? Purpose::contact_by_case
                                             : Purpose::contact_by_phone;
}

Parameters parameters_of(const bot::CaseKey& key) {
  if (key.kind == CaseKeyKind::receipt_number) return {{"receipt", key.value}};
  if (key.kind == CaseKeyKind::case_number) return {{"case_number", key.value}};
  const auto surplus = key.value.size() - std::min(key.value.size(), phone_digits);
  return {{"phone_e164", key.value}, {"phone_digits", key.value.substr(surplus)}};
}

/// A row that says whose it is must be theirs; a query may have lost a join.
bool is_anothers(const Row& row, const std::string& contact_id) {
  const auto& whose = row["contact_id"];
  return whose && *whose != contact_id;
}

/// The rows of `purpose` that `make` makes values of.
template <class Make>
auto values(Reading& reading, Purpose purpose, const Parameters& parameters, const std::string& contact_id,
            Make make) {
  std::vector<typename decltype(make(std::declval<const Row&>()))::value_type> out;
  const auto rows = reading.rows(purpose, parameters);
  for (std::size_t i = 0; i < rows.values.size(); ++i) {
    const Row row(rows, i);
    if (!contact_id.empty() && is_anothers(row, contact_id)) continue;
    if (auto made = make(row)) out.push_back(std::move(*made));
  }
  return out;
}

void add_parts(Reading& reading, const RowReader& reader, const std::string& contact_id,
               knowledge::Date today, bot::Case& one) {
  const Parameters of_case{
      {"contact_id", contact_id}, {"number", one.number}, {"today", knowledge::iso(today)}};
  one.filings = values(reading, Purpose::filings, of_case, contact_id,
                       [&](const Row& row) { return reader.filing(row); });
  if (one.filings.size() > most_filings) one.filings.resize(most_filings);
  one.appointments = values(reading, Purpose::appointments, of_case, contact_id,
                            [&](const Row& row) { return reader.appointment(row); });
  std::erase_if(one.appointments, [&](const auto& appointment) { return appointment.day < today; });
  one.documents = values(reading, Purpose::documents, of_case, contact_id,
                         [&](const Row& row) { return reader.document(row); });
}

/// A firm may keep no stages of its own; what was filed last tells one.
void complete_stage(bot::Case& one) {
  if (one.stage == "unknown" && !one.filings.empty())
    one.stage = std::string(stage_of_status(one.filings.front().status));
}

}  // namespace

tl::expected<void, bot::CaseError> MappedDirectory::read(const CaseDatabase::Work& work) const {
  if (!fits_) {
    const auto problems = live_problems(*database_);
    if (!problems.empty())
      return tl::unexpected(knowledge::has_errors(problems) ? bot::CaseError::misconfigured
                                                            : bot::CaseError::unavailable);
    fits_ = true;
  }
  return database_->read(work).map_error([](const DatabaseError& error) { return error.kind; });
}

tl::expected<std::vector<bot::ContactMatch>, bot::CaseError> MappedDirectory::contacts(
    const bot::CaseKey& key) const {
  const RowReader reader(database_->mapping());
  std::vector<bot::ContactMatch> found;
  const auto done = read([&](Reading& reading) {
    found = values(reading, purpose_of(key.kind), parameters_of(key), "",
                   [&](const Row& row) { return reader.contact(row); });
  });
  if (!done) return tl::unexpected(done.error());
  return found;
}

tl::expected<std::vector<bot::Case>, bot::CaseError> MappedDirectory::cases(const bot::Verified& who,
                                                                            knowledge::Date today) const {
  const RowReader reader(database_->mapping());
  const auto& contact_id = who.contact_id();
  std::vector<bot::Case> found;
  const auto done = read([&](Reading& reading) {
    found = values(reading, Purpose::cases, {{"contact_id", contact_id}, {"today", knowledge::iso(today)}},
                   contact_id, [&](const Row& row) { return reader.own_case(row); });
    for (auto& one : found) {
      add_parts(reading, reader, contact_id, today, one);
      complete_stage(one);
    }
  });
  if (!done) return tl::unexpected(done.error());
  return found;
}

}  // namespace tulay::cases
