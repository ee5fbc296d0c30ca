#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tulay::cases {

/// A line of a spreadsheet, and the line of the file on which it begins.
struct CsvRecord {
  int line = 0;
  std::vector<std::string> fields;
};

/// A text file as UTF-8: without a byte-order mark, and from Windows-1252 where it is no valid UTF-8.
[[nodiscard]] std::string as_utf8(std::string_view bytes);

/// The records of a file as spreadsheets write it (RFC 4180), with commas, semicolons or tabs, whichever its
/// first line has most of. Empty lines are left out. `unfinished`: a quote never ends.
struct CsvFile {
  std::vector<CsvRecord> records;
  bool unfinished = false;
};
[[nodiscard]] CsvFile read_csv(std::string_view text);

}  // namespace tulay::cases
