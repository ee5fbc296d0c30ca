#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/calendar.hpp"
#include "knowledge/data_file.hpp"

namespace tulay::bot {

/// When a text may go that its client has not asked for (knowledge/quiet_hours.toml; sms.md, section 9).
/// Immutable; may be shared by threads.
class QuietHours {
 public:
  /// Nothing, and problems, when the file is wrong.
  [[nodiscard]] static std::optional<QuietHours> read(const std::filesystem::path& data,
                                                      knowledge::Problems& problems);
  [[nodiscard]] static std::optional<QuietHours> read(knowledge::Table& file, knowledge::Problems& problems);

  /// The first moment from `now` on when a text to the number may go; `zone` is the recipient's, empty when
  /// the firm's file has none. Nothing: not before the file has a zone.
  [[nodiscard]] std::optional<knowledge::Instant> opening(std::string_view number, std::string_view zone,
                                                          knowledge::Instant now) const;

 private:
  struct Hours {
    int from = 0;
    int to = 0;
  };
  [[nodiscard]] static Hours hours_of(knowledge::Table& file, std::string_view key);
  [[nodiscard]] bool open(const knowledge::LocalTime& local) const;
  [[nodiscard]] bool open_in_all(const std::vector<std::string>& zones, knowledge::Instant at) const;

  Hours week_;
  Hours sunday_;
  std::vector<std::string> without_zone_;
  std::vector<std::string> needs_zone_;  // area codes
};

}  // namespace tulay::bot
