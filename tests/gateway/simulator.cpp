#include "gateway/simulator.hpp"

namespace tulay::gateway {

Simulator::Simulator(const Side& side) : side_(side) {
  server_.new_task_queue = [] { return new httplib::ThreadPool(16); };
  server_.Post(".*", [this](const httplib::Request& request, httplib::Response& response) {
    answer(request, response);
  });
  port_ = server_.bind_to_any_port("127.0.0.1");
  thread_ = std::thread([this] { server_.listen_after_bind(); });
  while (!server_.is_running()) std::this_thread::yield();
}

Simulator::~Simulator() {
  server_.stop();
  thread_.join();
}

void Simulator::answer(const httplib::Request& request, httplib::Response& response) {
  auto sent = request.path == side_.send_path() ? side_.read(request) : std::nullopt;
  if (!sent) {
    const std::lock_guard guard(mutex_);
    ++strangers_;
    response.status = 401;
    return;
  }
  Fault fault;
  std::function<void(const Sent&)> tell;
  {
    const std::lock_guard guard(mutex_);
    ++attempts_;
    if (fault_) fault = fault_(*sent);
    if (fault.status == 0) {
      sent->id = "out-" + std::to_string(taken_.size() + 1);
      taken_.push_back(*sent);
      ++by_number_[sent->to];
      tell = tell_;
    }
    changed_.notify_all();
  }
  if (fault.slow.count() > 0) std::this_thread::sleep_for(fault.slow);
  if (fault.status != 0) {
    response.set_header("Retry-After", "1");
    return side_.refuse(response, fault.status, fault.code);
  }
  if (tell) tell(*sent);
  side_.take(response, sent->id);
  if (!fault.answer_lost) return;
  response.body.clear();
  response.headers.erase("Content-Length");
  response.set_content_provider(100, "application/json",
                                [](std::size_t, std::size_t, httplib::DataSink&) { return false; });
}

void Simulator::plan(std::function<Fault(const Sent&)> fault) {
  const std::lock_guard guard(mutex_);
  fault_ = std::move(fault);
}

void Simulator::tell(std::function<void(const Sent&)> taken) {
  const std::lock_guard guard(mutex_);
  tell_ = std::move(taken);
}

std::vector<Sent> Simulator::taken() const {
  const std::lock_guard guard(mutex_);
  return taken_;
}

bool Simulator::wait(const std::function<bool(const std::vector<Sent>&)>& so_far) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds(60), [&] { return so_far(taken_); });
}

bool Simulator::wait_for(std::size_t texts) const {
  return wait([&](const auto& taken) { return taken.size() >= texts; });
}

int Simulator::texts_to(const std::string& number) const {
  const std::lock_guard guard(mutex_);
  const auto found = by_number_.find(number);
  return found == by_number_.end() ? 0 : found->second;
}

bool Simulator::wait_for(const std::string& number, int texts) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds(60), [&] {
    const auto found = by_number_.find(number);
    return found != by_number_.end() && found->second >= texts;
  });
}

int Simulator::strangers() const {
  const std::lock_guard guard(mutex_);
  return strangers_;
}

int Simulator::attempts() const {
  const std::lock_guard guard(mutex_);
  return attempts_;
}

std::pair<int, std::string> call(int port, const Call& call) {
  httplib::Client client("127.0.0.1", port);
  client.set_read_timeout(30, 0);
  const auto answer = client.Post(call.path, call.headers, call.body, call.content_type);
  return answer ? std::pair(answer->status, answer->body) : std::pair(0, std::string());
}

std::unique_ptr<fakes::RawClient> post(int port, const Call& call) {
  std::string bytes =
      "POST " + call.path +
      " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: " + call.content_type +
      "\r\nContent-Length: " + std::to_string(call.body.size()) + "\r\n";
  for (const auto& [name, value] : call.headers) bytes.append(name).append(": ").append(value).append("\r\n");
  auto client = std::make_unique<fakes::RawClient>(port);
  client->send(bytes + "\r\n" + call.body);
  return client;
}

}  // namespace tulay::gateway
