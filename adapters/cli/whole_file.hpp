#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <tl/expected.hpp>

namespace tulay::cli {

/// Writes a file whole or not at all, so that a server that reads it meanwhile sees the old one or the new
/// one. What stood there before stays when it fails; the error says which file cannot be written.
[[nodiscard]] tl::expected<void, std::string> write_whole(const std::filesystem::path& file,
                                                          const std::function<void(std::ostream&)>& put);

}  // namespace tulay::cli
