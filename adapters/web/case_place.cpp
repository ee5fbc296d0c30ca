#include "adapters/web/case_place.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace tulay::web {
namespace {

bool same_name(std::string_view sent, std::string_view name) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(sent.begin(), sent.end(), name.begin(), name.end(),
                    [&](char a, char b) { return lower(a) == b; });
}

std::string header(const server::Request& request, std::string_view name) {
  const auto found = std::find_if(request.headers.begin(), request.headers.end(),
                                  [&](const auto& one) { return same_name(one.first, name); });
  return found == request.headers.end() ? std::string() : found->second;
}

}  // namespace

bot::CasePlace case_place(const CaseIsolation& isolation, const server::Request& request) {
  const auto origin = header(request, "origin");
  const bool shown =
      !isolation.on || origin.empty() || server::may_call(isolation.own, origin, header(request, "host"));
  return shown ? bot::CasePlace::here : bot::CasePlace::in_frame;
}

}  // namespace tulay::web
