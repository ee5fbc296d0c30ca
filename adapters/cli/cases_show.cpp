#include <filesystem>
#include <iostream>

#include "adapters/cases/mapped_directory.hpp"
#include "adapters/cli/case_source.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/cli/tell.hpp"
#include "adapters/cli/user_name.hpp"
#include "adapters/store/sqlite_audit.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_entropy.hpp"
#include "bot/engine/identity.hpp"

namespace tulay::cli {
namespace {

void line(const std::string& name, const std::string& value) {
  if (!value.empty()) std::cout << "  " << name << ": " << value << '\n';
}
void line(const std::string& name, const std::optional<knowledge::Date>& day) {
  if (day) line(name, knowledge::iso(*day));
}

void print(const bot::Case& one) {
  std::cout << one.number << '\n';
  line("for", one.about);
  line("kind", one.kind);
  line("stage", one.stage);
  line("since", one.stage_since);
  line("waiting for", one.waiting_for);
  line("next step", one.next_step);
  line("due", one.next_step_due);
  line("parole class", one.parole_class);
  line("parole begins", one.parole_begins);
  line("parole ends", one.parole_ends);
  line("from", one.parole_ends_source);
  line("attorney", one.attorney);
  for (const auto& filing : one.filings) line(filing.form, filing.receipt + " " + filing.status);
  for (const auto& appointment : one.appointments)
    line(appointment.kind,
         knowledge::iso(appointment.day) + " " + appointment.time + " " + appointment.place);
  for (const auto& document : one.documents) line(document.rejected ? "again" : "needed", document.document);
  line("as of", one.as_of);
}

/// The case among those of whoever the number finds.
tl::expected<std::vector<bot::Case>, bot::CaseError> find(const bot::CaseDirectory& directory,
                                                          const std::string& number, knowledge::Date today,
                                                          std::string& contact_id) {
  std::vector<bot::Case> out;
  const auto contacts = directory.contacts({bot::CaseKeyKind::case_number, number});
  if (!contacts) return tl::unexpected(contacts.error());
  for (const auto& contact : *contacts) {
    auto cases = directory.cases(bot::Identity::vouched_for_by_staff(contact.contact_id), today);
    if (!cases) return tl::unexpected(cases.error());
    for (auto& one : *cases) {
      if (one.number != number) continue;
      contact_id = contact.contact_id;
      out.push_back(std::move(one));
    }
  }
  return out;
}

/// On disk before anything is shown, also while the server has the store open.
tl::expected<void, bot::StoreError> note(const std::string& store, const bot::AuditEntry& entry) {
  const auto entropy = system::SystemEntropy::open();
  if (entropy == nullptr)
    return tl::unexpected(
        bot::StoreError{bot::StoreErrorKind::unavailable, "this machine gives no random numbers"});
  const bool kept = store != ":memory:" && std::filesystem::exists(store);
  auto connection = kept ? store::Connection::beside(store) : store::Connection::open(store);
  if (!connection) return tl::unexpected(connection.error());
  return store::SqliteAudit(**connection, *entropy).append(entry);
}

}  // namespace

int show_case(const Config& config, const CasesOptions& options) {
  knowledge::Problems problems;
  const auto today = day_for({}, config);
  const auto directory = open_cases(config.cases, today, problems);
  tell(problems);
  if (directory == nullptr) {
    if (problems.empty()) std::cerr << "tulay: error: no cases are set up; see [cases] in tulay.toml\n";
    return bad_usage;
  }
  bot::AuditEntry entry{system::SystemClock().now(),
                        bot::Channel::console,
                        "staff:" + user_name(),
                        "staff_view",
                        {},
                        {},
                        "case"};
  const auto found = find(*directory, options.number, today, entry.contact_id);
  if (!found) {
    std::cerr << "tulay: error: the firm's cases cannot be read now\n";
    return found_problems;
  }
  entry.cases = {options.number};
  if (const auto noted = note(config.store_file, entry); !noted) {
    std::cerr << "tulay: error: nothing is shown, because it cannot be noted in the audit: "
              << noted.error().detail << '\n';
    return found_problems;
  }
  for (const auto& one : *found) print(one);
  if (found->empty()) std::cerr << "tulay: there is no case " << options.number << " that the firm shares\n";
  return found->empty() ? found_problems : done;
}

}  // namespace tulay::cli
