#pragma once

#include <string>
#include <tl/expected.hpp>

#include "adapters/cli/config.hpp"

namespace tulay::cli {

/// A sentence that shall be an example of an intent.
struct Lesson {
  std::string text;
  knowledge::Language language = knowledge::Language::en;
  std::string intent;
};

/// How the sentence is read once it was learned.
struct Learned {
  std::filesystem::path file;
  std::string reading;  // "answered as fee", "asked back, fee first", …
};

/// Writes the sentence into intents/examples and runs the whole check; with any error the file is as it was
/// before, and the reasons are returned, one a line.
[[nodiscard]] tl::expected<Learned, std::string> teach(const Config& config, const Lesson& lesson,
                                                       knowledge::Date today);

}  // namespace tulay::cli
