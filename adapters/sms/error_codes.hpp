#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/data_file.hpp"

namespace tulay::sms {

/// What a gateway's code is for us; the words of knowledge/sms_error_codes.toml.
enum class Meaning : std::uint8_t {
  not_listed,
  opted_out,
  blocked,
  dead_number,
  permanent,
  slow_down,
  once_more,
  alarm
};

struct CodeRule {
  Meaning means = Meaning::not_listed;
  std::chrono::minutes wait{0};  // with once_more

  bool operator==(const CodeRule&) const = default;
};

/// The codes of one gateway. Immutable; may be shared by threads.
class ErrorCodes {
 public:
  /// Nothing, and problems, when the file is wrong.
  [[nodiscard]] static std::optional<ErrorCodes> read(const std::filesystem::path& data,
                                                      std::string_view gateway,
                                                      knowledge::Problems& problems);

  [[nodiscard]] CodeRule find(std::string_view code) const;

 private:
  void add(knowledge::Table& entry);

  std::map<std::string, CodeRule, std::less<>> whole_;
  std::map<std::string, CodeRule, std::less<>> beginnings_;
};

}  // namespace tulay::sms
