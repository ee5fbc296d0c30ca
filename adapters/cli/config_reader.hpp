#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/cli/config.hpp"

namespace tulay::cli {

/// Reads values out of what was given; every fault becomes a problem at the place where it was written.
class Reader {
 public:
  Reader(const GivenSettings& given, knowledge::Problems& problems) : given_(given), problems_(problems) {}

  [[nodiscard]] const Given* find(std::string_view name) const;
  [[nodiscard]] const GivenSettings& all() const { return given_; }
  void fault(const Given& given, std::string message, std::string remedy = {});
  void add(const knowledge::Problems& more);
  void text(std::string_view name, std::string& into);
  void yes_no(std::string_view name, bool& into);
  void whole(std::string_view name, int& into);
  /// The parts of a list.
  void texts(std::string_view name, std::vector<std::string>& into) const;
  /// The lines of a file that holds a secret: never in the configuration itself, which people read and share.
  [[nodiscard]] std::vector<std::string> secret_lines(std::string_view name);

 private:
  const GivenSettings& given_;
  knowledge::Problems& problems_;
};

/// When the office is open, and how staff are told: [office] and [notify].
void read_office(Reader& reader, knowledge::OfficeHours& office);
void read_notify(Reader& reader, NotifyConfig& notify, knowledge::Problems& problems);

}  // namespace tulay::cli
