#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "fakes/raw_client.hpp"
#include "gateway/side.hpp"

namespace tulay::gateway {

/// What goes wrong with one attempt to send.
struct Fault {
  int status = 0;  // refused with this status, and the code
  std::string code;
  bool answer_lost = false;           // taken, but the sender never hears of it
  std::chrono::milliseconds slow{0};  // before the answer
};

/// A gateway's send API on a port of its own. Everything may be called by any thread.
class Simulator {
 public:
  explicit Simulator(const Side& side);
  ~Simulator();
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;

  [[nodiscard]] int port() const { return port_; }
  /// `fault` is asked at every attempt.
  void plan(std::function<Fault(const Sent&)> fault);
  /// After every text that was taken, in a thread of the simulator.
  void tell(std::function<void(const Sent&)> taken);

  /// Texts taken so far, in order.
  [[nodiscard]] std::vector<Sent> taken() const;
  /// Waits until `so_far` holds, at most a minute; did it?
  [[nodiscard]] bool wait(const std::function<bool(const std::vector<Sent>&)>& so_far) const;
  [[nodiscard]] bool wait_for(std::size_t texts) const;
  [[nodiscard]] int texts_to(const std::string& number) const;
  /// Waits until so many texts have gone to the number, at most a minute; did it?
  [[nodiscard]] bool wait_for(const std::string& number, int texts) const;
  [[nodiscard]] int strangers() const;  // requests without the right key
  [[nodiscard]] int attempts() const;

 private:
  void answer(const httplib::Request& request, httplib::Response& response);

  const Side& side_;
  httplib::Server server_;
  int port_ = 0;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::function<Fault(const Sent&)> fault_;
  std::function<void(const Sent&)> tell_;
  std::vector<Sent> taken_;
  std::map<std::string, int> by_number_;
  int strangers_ = 0;
  int attempts_ = 0;
  std::thread thread_;
};

/// Makes a gateway's call to the program on the port; status and body, 0 without an answer.
[[nodiscard]] std::pair<int, std::string> call(int port, const Call& call);
/// The same, without waiting for the answer: whoever lets the connection go hangs up on the program.
[[nodiscard]] std::unique_ptr<fakes::RawClient> post(int port, const Call& call);

}  // namespace tulay::gateway
