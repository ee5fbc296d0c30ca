#include "adapters/cases/survey.hpp"

#include <algorithm>

#include "adapters/cases/purposes.hpp"
#include "adapters/cases/row_reader.hpp"

namespace tulay::cases {
namespace {

constexpr std::size_t most_examples = 100;
constexpr std::size_t progress_every = 500;

class Surveyor {
 public:
  Surveyor(Reading& reading, const Mapping& mapping, knowledge::Date today)
      : reading_(reading), reader_(mapping, &notes_), today_(knowledge::iso(today)) {}

  std::vector<std::string> contact_ids() {
    std::vector<std::string> out;
    const auto found = rows(Purpose::contact_ids, {});
    for (std::size_t i = 0; i < found.values.size(); ++i) {
      if (const auto& id = Row(found, i)["contact_id"]) out.push_back(*id);
    }
    return out;
  }

  void look_through(const std::string& contact_id) {
    const auto found = rows(Purpose::cases, {{"contact_id", contact_id}, {"today", today_}});
    for (std::size_t i = 0; i < found.values.size(); ++i) {
      const Row row(found, i);
      const auto one = reader_.own_case(row);
      const auto number = row["number"].value_or("a case without a number");
      note(number, Purpose::cases);
      if (!one) continue;
      parts(contact_id, one->number);
      find_again(contact_id, one->number, Purpose::contact_by_case, {{"case_number", one->number}},
                 "case number");
    }
  }

  [[nodiscard]] Survey result() && { return std::move(out_); }

 private:
  Rows rows(Purpose purpose, const Parameters& parameters) {
    auto& of = out_.of[static_cast<std::size_t>(purpose)];
    const auto began = std::chrono::steady_clock::now();
    auto found = reading_.rows(purpose, parameters);
    of.time += std::chrono::steady_clock::now() - began;
    ++of.asked;
    of.rows += std::ssize(found.values);
    return found;
  }

  void parts(const std::string& contact_id, const std::string& number) {
    const Parameters of_case{{"contact_id", contact_id}, {"number", number}, {"today", today_}};
    each(Purpose::filings, of_case, number, [&](const Row& row) {
      const auto filing = reader_.filing(row);
      if (filing && !filing->receipt.empty())
        find_again(contact_id, number, Purpose::contact_by_receipt, {{"receipt", filing->receipt}},
                   "receipt");
    });
    each(Purpose::appointments, of_case, number,
         [&](const Row& row) { static_cast<void>(reader_.appointment(row)); });
    each(Purpose::documents, of_case, number,
         [&](const Row& row) { static_cast<void>(reader_.document(row)); });
  }

  template <class Look>
  void each(Purpose purpose, const Parameters& parameters, const std::string& number, Look look) {
    const auto found = rows(purpose, parameters);
    for (std::size_t i = 0; i < found.values.size(); ++i) {
      look(Row(found, i));
      note(number, purpose);
    }
  }

  /// A client who gives this key must be found by it, and nobody else.
  void find_again(const std::string& contact_id, const std::string& number, Purpose purpose,
                  const Parameters& parameters, const std::string& by) {
    const auto found = rows(purpose, parameters);
    bool theirs = false;
    bool anothers = false;
    for (std::size_t i = 0; i < found.values.size(); ++i) {
      const Row row(found, i);
      const auto contact = reader_.contact(row);
      note(number, purpose);
      (contact && contact->contact_id == contact_id ? theirs : anothers) = true;
    }
    if (!theirs) keep(out_.not_found, number + " is not found by its " + by);
    if (anothers) keep(out_.not_found, number + " finds somebody else too by its " + by);
  }

  static void keep(std::vector<std::string>& list, std::string text) {
    if (list.size() < most_examples && std::find(list.begin(), list.end(), text) == list.end())
      list.push_back(std::move(text));
  }

  void note(const std::string& number, Purpose purpose) {
    const std::string name(rules_of(purpose).name);
    for (const auto& column : notes_.left_out) {
      ++out_.left_out[name + ": " + column];
      keep(out_.examples, number + ": " + column + " in " + name);
    }
    for (const auto& word : notes_.unmapped) ++out_.unmapped[word];
    notes_ = {};
  }

  Reading& reading_;
  Notes notes_;
  RowReader reader_;
  std::string today_;
  Survey out_;
};

}  // namespace

tl::expected<Survey, DatabaseError> survey(const CaseDatabase& database, knowledge::Date today,
                                           const std::function<void(std::size_t, std::size_t)>& progress) {
  Survey out;
  const auto done = database.read([&](Reading& reading) {
    Surveyor surveyor(reading, database.mapping(), today);
    const auto ids = surveyor.contact_ids();
    for (std::size_t i = 0; i < ids.size(); ++i) {
      surveyor.look_through(ids[i]);
      if ((i + 1) % progress_every == 0 || i + 1 == ids.size()) progress(i + 1, ids.size());
    }
    out = std::move(surveyor).result();
  });
  if (!done) return tl::unexpected(done.error());
  return out;
}

}  // namespace tulay::cases
