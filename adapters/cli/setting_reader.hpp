#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/cli/config.hpp"
#include "knowledge/problem.hpp"

namespace tulay::cli {

/// Reads values out of what was given; every fault becomes a problem at the place where it was written.
class SettingReader {
 public:
  SettingReader(const GivenSettings& given, knowledge::Problems& problems)
      : given_(given), problems_(problems) {}

  [[nodiscard]] const Given* find(std::string_view name) const;
  [[nodiscard]] const GivenSettings& all() const { return given_; }
  void fault(const Given& given, std::string message, std::string remedy = {});
  void add(knowledge::Problems more);

  // What was given, into the default; what is wrong becomes a fault.
  void text(std::string_view name, std::string& into);
  void whole(std::string_view name, int& into);
  void flag(std::string_view name, bool& into);
  /// The lines of a file that holds a secret: never in the configuration itself, which people read and share.
  [[nodiscard]] std::vector<std::string> secret_lines(std::string_view name);

 private:
  const GivenSettings& given_;
  knowledge::Problems& problems_;
};

/// The parts of a list that was joined by commas.
[[nodiscard]] std::vector<std::string> split(std::string_view joined);

}  // namespace tulay::cli
