#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "knowledge/data_file.hpp"

namespace tulay::sms {

inline constexpr int most_septets = 459;  // three segments

/// What would keep a text from going out as one: too long for three segments, or a character that is dropped
/// on its way. As a sentence; nothing when all is well.
[[nodiscard]] std::optional<std::string> fault_of(std::string_view text);

/// Spanish words that mean something else without their accent (knowledge/sms_accents.toml). Immutable; may
/// be shared by threads.
class Accents {
 public:
  /// Nothing, and problems, when the file is wrong.
  [[nodiscard]] static std::optional<Accents> read(const std::filesystem::path& data,
                                                   knowledge::Problems& problems);

  /// The first such word of a Spanish text that stands near a negation or a date.
  [[nodiscard]] std::optional<std::string> doubtful(std::string_view text) const;

 private:
  using Words = std::set<std::string, std::less<>>;
  Words loses_meaning_;
  Words signals_;  // negations and months
  int near_ = 0;
};

}  // namespace tulay::sms
