#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tulay::cli {

enum class Kind : std::uint8_t { text, whole, flag, texts, localized };

/// One setting: a key of tulay.toml ("listen.port" is port in [listen]), a flag and an environment variable.
struct Setting {
  std::string_view name;
  Kind kind = Kind::text;
  std::string_view help;
  int least = 0;  // of a whole number
  int most = 0;
};

[[nodiscard]] std::span<const Setting> settings();
[[nodiscard]] const Setting* setting(std::string_view name);
[[nodiscard]] std::vector<std::string> setting_names();

/// "TULAY_LISTEN_PORT" for "listen.port".
[[nodiscard]] std::string environment_name(std::string_view setting);

}  // namespace tulay::cli
