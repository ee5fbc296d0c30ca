#include <algorithm>
#include <fstream>
#include <sstream>

#include "knowledge/data_file.hpp"
#include "knowledge/table_content.hpp"

namespace tulay::knowledge {
namespace {

// TOML reads "\b" in a double-quoted string as a backspace; staff meant a word border.
bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
  });
}

void refuse_control_characters(const toml::node& node, const std::string& file, Problems& problems) {
  if (const auto* const table = node.as_table()) {
    for (const auto& [key, value] : *table) refuse_control_characters(value, file, problems);
  } else if (const auto* const array = node.as_array()) {
    for (const auto& value : *array) refuse_control_characters(value, file, problems);
  } else if (const auto* const text = node.as_string();
             text != nullptr && has_control_character(text->get())) {
    problems.push_back({Severity::error, place(file, node.source()), "a control character in a string",
                        "write patterns in single quotes: '\\b', not \"\\b\""});
  }
}

}  // namespace

std::optional<Table> read_data_text(std::string_view text, std::string shown_as, Problems& problems) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  try {
    auto root = std::make_shared<toml::table>(toml::parse(text, shown_as));
    const auto before = problems.size();
    refuse_control_characters(*root, shown_as, problems);
    if (problems.size() > before) return std::nullopt;
    const auto* const table = root.get();
    return Table(std::make_shared<Table::Content>(
        Table::Content{std::move(root), table, std::move(shown_as), &problems, {}}));
  } catch (const toml::parse_error& error) {
    problems.push_back({Severity::error, place(shown_as, error.source()), std::string(error.description()),
                        "check quotes and brackets near this place"});
    return std::nullopt;
  }
}

std::optional<Table> read_data_file(const std::filesystem::path& path, std::string shown_as,
                                    Problems& problems) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    problems.push_back({Severity::error,
                        {std::move(shown_as), 0, 0},
                        "the file can't be read",
                        "check that it is there and who may read it"});
    return std::nullopt;
  }
  std::ostringstream text;
  text << in.rdbuf();
  return read_data_text(text.str(), std::move(shown_as), problems);
}

std::vector<std::filesystem::path> data_files_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->is_regular_file(error) && it->path().extension() == ".toml") files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace tulay::knowledge
