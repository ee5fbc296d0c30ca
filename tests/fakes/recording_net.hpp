#pragma once

#include <deque>

#include "adapters/staff/net.hpp"

namespace tulay::fakes {

/// Takes posts and letters, or answers with what was laid out, one a try: 0 is no answer.
class RecordingNet final : public staff::Net {
 public:
  std::vector<staff::Post> posts;
  std::vector<staff::Letter> letters;
  std::deque<int> statuses;  // then 200 for ever
  int retry_after = 0;

  [[nodiscard]] tl::expected<staff::Posted, std::string> post(const staff::Post& post,
                                                              const std::stop_token& /*stop*/) override {
    posts.push_back(post);
    const int status = next();
    if (status == 0) return tl::unexpected(std::string("timeout"));
    return staff::Posted{status, retry_after};
  }
  [[nodiscard]] tl::expected<void, std::string> mail(const staff::Letter& letter,
                                                     const std::stop_token& /*stop*/) override {
    letters.push_back(letter);
    if (next() == 0) return tl::unexpected(std::string("timeout"));
    return {};
  }

 private:
  int next() {
    if (statuses.empty()) return 200;
    const int status = statuses.front();
    statuses.pop_front();
    return status;
  }
};

}  // namespace tulay::fakes
