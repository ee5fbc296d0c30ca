// Any bytes as a data file of staff, and as a text with placeholders: read, or refused with a place.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "knowledge/data_file.hpp"
#include "knowledge/template.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  tulay::knowledge::Problems problems;
  if (auto file = tulay::knowledge::read_data_text(text, "any.toml", problems)) {
    for (const auto& key : file->keys()) {
      static_cast<void>(file->date(key));
      static_cast<void>(file->localized(key));
      static_cast<void>(file->tables(key));
    }
    file->refuse_unknown_keys();
  } else if (problems.empty()) {
    std::abort();
  }
  for (const auto& problem : problems) {
    if (tulay::knowledge::to_string(problem).find("any.toml") == std::string::npos) std::abort();
  }
  std::string error;
  const auto parsed = tulay::knowledge::Template::parse(text, &error);
  if (!parsed && error.empty()) std::abort();
  if (parsed) static_cast<void>(parsed->fill([](std::string_view) { return std::string("x"); }));
  return 0;
}
