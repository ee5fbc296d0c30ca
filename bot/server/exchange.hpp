#pragma once

#include <httplib.h>

#include <string>

#include "bot/server/connection.hpp"
#include "bot/server/desk.hpp"

namespace tulay::server {

/// Turns a whole request into the bytes of its answer: httplib reads and writes HTTP, the desk decides. For
/// one thread, and it handles one request at a time: httplib gives its callbacks nothing of ours.
class Exchange final : private httplib::Server {
 public:
  struct Answered {
    std::string bytes;
    bool stays = false;
  };

  explicit Exchange(Desk& desk);
  [[nodiscard]] Answered answer(const Whole& whole);

 private:
  void take_over(httplib::Request& from);
  void respond(httplib::Response& to);
  void explain(httplib::Response& to) const;
  void dress(httplib::Response& to) const;
  void note(const httplib::Request& from, const httplib::Response& to) const;

  Desk& desk_;
  const Whole* whole_ = nullptr;
  std::string client_;  // whose request it is, behind our proxies
  Arrival arrival_;
  bool understood_ = false;
};

}  // namespace tulay::server
