// Any bytes as the body of POST /v1/chat: a message within its limits, or a sentence that says what is wrong.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "adapters/web/message_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const auto message = tulay::web::read_message(body, {});
  if (message ? message->text.empty() || message->text.size() > 8000 : message.error().empty()) std::abort();
  return 0;
}
