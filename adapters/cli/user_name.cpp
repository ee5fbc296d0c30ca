#include "adapters/cli/user_name.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace tulay::cli {

std::string user_name() {
  std::array<char, 4096> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
    return found->pw_name;
  return std::to_string(::geteuid());
}

}  // namespace tulay::cli
