#include <iostream>

#include "adapters/cli/commands.hpp"
#include "adapters/store/sqlite_audit.hpp"
#include "adapters/system/system_entropy.hpp"

namespace tulay::cli {

int verify_store(const StoreOptions& options) {
  const auto entropy = system::SystemEntropy::open();
  if (!std::filesystem::exists(options.file) || entropy == nullptr) {
    std::cerr << options.file.string() << ": error: there is no such store\n";
    return bad_usage;
  }
  const auto connection = store::Connection::open(options.file);
  if (!connection) {
    std::cerr << "tulay: error: " << connection.error().detail << '\n';
    return bad_usage;
  }
  const auto check = store::SqliteAudit(**connection, *entropy).check();
  if (!check) {
    std::cerr << options.file.string() << ": error: " << check.error().detail << '\n';
    return found_problems;
  }
  if (!check->broken.empty()) {
    std::cerr << options.file.string() << ": error: the audit was tampered with: " << check->broken << '\n';
    return found_problems;
  }
  std::cout << "audit whole: " << check->entries << " entries, head " << check->head << '\n';
  return done;
}

}  // namespace tulay::cli
