#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/user_name.hpp"
#include "adapters/store/copying.hpp"
#include "adapters/store/migrations.hpp"
#include "adapters/store/retention.hpp"
#include "adapters/store/sqlite_audit.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_entropy.hpp"

namespace tulay::cli {
namespace {

int fault(const std::string& what, int status = found_problems) {
  std::cerr << "tulay: error: " << what << '\n';
  return status;
}

int tell_audit(store::Connection& connection, const std::filesystem::path& file) {
  const auto entropy = system::SystemEntropy::open();
  if (entropy == nullptr) return fault("this machine gives no random numbers");
  const auto check = store::SqliteAudit(connection, *entropy).check();
  if (!check) return fault(file.string() + ": " + check.error().detail);
  if (!check->broken.empty()) return fault(file.string() + ": the audit was tampered with: " + check->broken);
  std::cout << "audit whole: " << check->entries << " entries, head " << check->head << '\n';
  return done;
}

}  // namespace

int verify_store(const StoreOptions& options) {
  if (!std::filesystem::exists(options.file))
    return fault(options.file.string() + ": there is no such store", bad_usage);
  const auto connection = store::Connection::open(options.file);
  return connection ? tell_audit(**connection, options.file) : fault(connection.error().detail, bad_usage);
}

int back_up_store(const StoreOptions& options) {
  const auto from = store::Connection::beside(options.file);
  if (!from) return fault(from.error().detail, bad_usage);
  if (const int status = tell_audit(**from, options.file); status != done) return status;
  if (const auto copied = store::copy_store(**from, options.to); !copied) return fault(copied.error());
  std::cout << options.to.string() << " is a copy of " << options.file.string() << '\n';
  return done;
}

int restore_store(const StoreOptions& options) {
  if (const auto lock = store::LockFile::take(options.to.string() + ".lock"); !lock)
    return fault(options.to.string() + ": " + lock.error(), bad_usage);
  return back_up_store(options);
}

int purge_store(const Config& config) {
  const auto entropy = system::SystemEntropy::open();
  if (entropy == nullptr) return fault("this machine gives no random numbers");
  const auto connection = store::Connection::beside(config.store_file);
  if (!connection) return fault(connection.error().detail, bad_usage);
  const auto purged = store::purge(**connection, *entropy, std::chrono::days(config.keep_days),
                                   system::SystemClock().now(), "staff:" + user_name());
  if (!purged) return fault(config.store_file + ": " + purged.error().detail);
  std::cout << "erased: " << purged->conversations << " conversations, " << purged->others << " other rows\n";
  return done;
}

int migrate_store(const Config& config) {
  if (!std::filesystem::exists(config.store_file))
    return fault(config.store_file + ": there is no such store", bad_usage);
  const auto connection = store::Connection::open(config.store_file);
  if (!connection) return fault(connection.error().detail, bad_usage);
  std::cout << config.store_file << " is at schema " << store::schema_version() << '\n';
  return done;
}

}  // namespace tulay::cli
