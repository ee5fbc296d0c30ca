// Any bytes as what a client sends: the same is found however they are cut, nothing is read past the request,
// and what is let through has one meaning only.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "bot/server/framing.hpp"

using tulay::server::Framed;
using tulay::server::RequestFraming;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

RequestFraming::Found in_pieces(std::string_view bytes, std::size_t step) {
  RequestFraming framing;
  for (std::size_t size = 0; size < bytes.size(); size += step) {
    const auto found = framing.look(bytes.substr(0, size));
    if (!std::holds_alternative<RequestFraming::Incomplete>(found)) return found;
  }
  return framing.look(bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = RequestFraming().look(bytes);
  must(in_pieces(bytes, 1) == whole);
  must(in_pieces(bytes, 7) == whole);
  const auto* const framed = std::get_if<Framed>(&whole);
  if (framed == nullptr) return 0;
  must(framed->length() <= bytes.size());
  must(framed->head <= tulay::server::most_head_bytes && framed->body <= tulay::server::most_body_bytes);
  must(RequestFraming().look(bytes.substr(0, framed->length())) == whole);
  must(bytes.substr(0, framed->head).find("\r\n\r\n") == framed->head - 4);
  return 0;
}
