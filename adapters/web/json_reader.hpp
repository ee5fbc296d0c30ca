#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace tulay::web {

/// Reads JSON strictly: one object, at most 16 levels deep, no key twice, valid UTF-8. Else a sentence for
/// the client. The caller has limited the size.
[[nodiscard]] tl::expected<nlohmann::json, std::string> read_json(std::string_view text);

}  // namespace tulay::web
