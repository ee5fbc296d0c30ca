#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/calendar.hpp"
#include "knowledge/language.hpp"
#include "knowledge/problem.hpp"

namespace tulay::knowledge {

/// A string read from a data file, with its place.
struct PlacedText {
  std::string text;
  SourceLine at;
};

/// A table of a TOML data file, read strictly: every getter marks its key as known, and records a Problem
/// (with file, line and column) for a missing required key or a wrong type. Not for sharing by threads.
class Table {
 public:
  struct Content;  // hides toml++
  explicit Table(std::shared_ptr<Content> content);

  [[nodiscard]] bool has(std::string_view key) const;
  /// Keys in the order in which they stand in the file.
  [[nodiscard]] std::vector<std::string> keys() const;
  /// Place of the key's value, or of the table when the key is absent.
  [[nodiscard]] SourceLine at(std::string_view key) const;
  [[nodiscard]] SourceLine at() const;

  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::string required_text(std::string_view key);
  [[nodiscard]] std::optional<double> number(std::string_view key);  // integer or float
  [[nodiscard]] std::optional<std::int64_t> whole(std::string_view key);
  [[nodiscard]] std::optional<bool> flag(std::string_view key);
  [[nodiscard]] std::optional<Date> date(std::string_view key);
  /// An array of strings; absent reads as empty.
  [[nodiscard]] std::vector<PlacedText> texts(std::string_view key);
  [[nodiscard]] std::optional<Table> table(std::string_view key);
  /// An array of tables (or of inline tables); absent reads as empty.
  [[nodiscard]] std::vector<Table> tables(std::string_view key);
  /// A sub-table with en, es and tl, all three required and not empty.
  [[nodiscard]] Localized<std::string> required_localized(std::string_view key);
  [[nodiscard]] std::optional<Localized<std::string>> localized(std::string_view key);
  /// Either a sub-table with en, es and tl, or one text for all three ("01/20/25").
  [[nodiscard]] Localized<std::string> localized_or_one(std::string_view key);
  /// en, es and tl as keys of this very table, all three required and not empty.
  [[nodiscard]] Localized<std::string> required_languages();

  /// Records a problem at the key's place (or the table's, when key is empty).
  void problem(std::string_view key, std::string message, std::string remedy = {},
               Severity severity = Severity::error);
  /// Records a problem for every key that no getter asked for; call it last.
  void refuse_unknown_keys();

 private:
  std::shared_ptr<Content> content_;
};

/// Reads a TOML file strictly. Syntax errors and control characters in strings (TOML reads "\b" as a
/// backspace) are recorded in `problems`, and nothing is returned. `shown_as` is the name used in places.
/// `problems` must outlive the Table.
[[nodiscard]] std::optional<Table> read_data_file(const std::filesystem::path& path, std::string shown_as,
                                                  Problems& problems);
/// The same from text in memory: for tests and fuzzing.
[[nodiscard]] std::optional<Table> read_data_text(std::string_view text, std::string shown_as,
                                                  Problems& problems);

/// The *.toml files below `folder`, sorted by name, relative to `root`; absent folder reads as empty.
[[nodiscard]] std::vector<std::filesystem::path> data_files_below(const std::filesystem::path& folder);

}  // namespace tulay::knowledge
