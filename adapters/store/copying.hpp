#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "adapters/store/connection.hpp"

namespace tulay::store {

/// Copies a store as it is at one moment, also while a server writes to it, by SQLite's online backup. The
/// copy is checked page by page and on disk before it bears its name; nothing that exists is written over.
/// An error is a sentence that says what is wrong.
[[nodiscard]] tl::expected<void, std::string> copy_store(Connection& from, const std::filesystem::path& to);

}  // namespace tulay::store
