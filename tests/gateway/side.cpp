#include "gateway/side.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <stdexcept>

#include "adapters/sms/form.hpp"
#include "adapters/sms/signature.hpp"

namespace tulay::gateway {

std::int64_t now_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::string escaped(const std::string& text) { return sms::form_of({{"", text}}).substr(1); }

std::string iso_time(std::int64_t ms) {
  const std::time_t seconds = ms / 1000;
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 40> out{};
  const auto size = std::strftime(out.data(), out.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::array<char, 8> fraction{};
  std::snprintf(fraction.data(), fraction.size(), ".%03d", static_cast<int>(ms % 1000));
  return std::string(out.data(), size) + fraction.data() + "Z";
}

std::string basic(const std::string& user_and_password) { return "Basic " + sms::base64(user_and_password); }

std::unique_ptr<Side> side_of(std::string_view name) {
  if (name == "twilio") return twilio_side();
  if (name == "telnyx") return telnyx_side();
  if (name == "vonage") return vonage_side();
  if (name == "plivo") return plivo_side();
  throw std::invalid_argument(std::string(name));
}

}  // namespace tulay::gateway
