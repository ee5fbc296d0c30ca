#pragma once

#include <string_view>

#include "adapters/cli/config.hpp"
#include "adapters/cli/config_reader.hpp"
#include "knowledge/data_file.hpp"

namespace tulay::cli {

/// [cases.query], [cases.values.*], [cases.formats] and [cases.import] of tulay.toml, as settings of the
/// names "cases.query.filings", "cases.values.stage.their word", "cases.formats.date", "cases.import.number".
[[nodiscard]] bool is_case_table(std::string_view key);
void read_case_tables(knowledge::Table& section, GivenSettings& given);

/// Everything under [cases].
void read_cases(Reader& reader, const Defaults& defaults, Config& config);

}  // namespace tulay::cli
