#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/calendar.hpp"

namespace tulay::sms {

/// How fast our numbers may send: carriers count segments a second for each number, and drop what is too
/// much. May be shared by threads.
class Pace {
 public:
  explicit Pace(int segments_per_second) : per_second_(segments_per_second) {}

  /// Numbers that have sent as much as they may for now.
  [[nodiscard]] std::vector<std::string> resting(knowledge::Instant now) const;
  /// The number sends so many segments now.
  void sends(std::string_view number, int segments, knowledge::Instant now);

 private:
  int per_second_;
  mutable std::mutex mutex_;
  std::map<std::string, double, std::less<>> free_at_;  // seconds since 1970
};

}  // namespace tulay::sms
