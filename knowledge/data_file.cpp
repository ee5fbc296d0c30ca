#include "knowledge/data_file.hpp"

#include <algorithm>

#include "knowledge/table_content.hpp"

namespace tulay::knowledge {

Table::Table(std::shared_ptr<Content> content) : content_(std::move(content)) {}

bool Table::has(std::string_view key) const { return content_->table->contains(key); }

std::vector<std::string> Table::keys() const {
  std::vector<std::pair<toml::source_position, std::string>> placed;
  for (const auto& [key, value] : *content_->table)
    placed.emplace_back(key.source().begin, std::string(key.str()));
  std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
    return a.first.line != b.first.line ? a.first.line < b.first.line : a.first.column < b.first.column;
  });
  std::vector<std::string> out;
  out.reserve(placed.size());
  for (auto& [position, key] : placed) out.push_back(std::move(key));
  return out;
}

SourceLine Table::at(std::string_view key) const {
  const auto* const node = content_->table->get(key);
  return node == nullptr ? at() : place(content_->file, node->source());
}

SourceLine Table::at() const {
  auto at = place(content_->file, content_->table->source());
  if (at.line == 0) at.line = 1;
  return at;
}

void Table::problem(std::string_view key, std::string message, std::string remedy, Severity severity) {
  content_->problems->push_back(
      {severity, key.empty() ? at() : at(key), std::move(message), std::move(remedy)});
}

namespace {

template <class T>
constexpr std::string_view kind_name = "a value";
template <>
constexpr std::string_view kind_name<std::string> = "a text in quotes";
template <>
constexpr std::string_view kind_name<std::int64_t> = "a whole number";
template <>
constexpr std::string_view kind_name<bool> = "true or false";

template <class T>
std::optional<T> read(Table& table, Table::Content& content, std::string_view key) {
  content.known.emplace(key);
  const auto* const node = content.table->get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* const value = node->as<T>()) return value->get();
  table.problem(key, "'" + std::string(key) + "' must be " + std::string(kind_name<T>));
  return std::nullopt;
}

}  // namespace

std::optional<std::string> Table::text(std::string_view key) {
  return read<std::string>(*this, *content_, key);
}

std::string Table::required_text(std::string_view key) {
  auto value = text(key);
  if (!value && !has(key)) problem("", "'" + std::string(key) + "' is missing");
  if (value && value->empty()) problem(key, "'" + std::string(key) + "' is empty");
  return value.value_or("");
}

std::optional<double> Table::number(std::string_view key) {
  content_->known.emplace(key);
  const auto* const node = content_->table->get(key);
  if (node == nullptr) return std::nullopt;
  const auto value = node->is_number() ? node->value<double>() : std::nullopt;
  if (!value) problem(key, "'" + std::string(key) + "' must be a number");
  return value;
}

std::optional<std::int64_t> Table::whole(std::string_view key) {
  return read<std::int64_t>(*this, *content_, key);
}

std::optional<bool> Table::flag(std::string_view key) { return read<bool>(*this, *content_, key); }

std::optional<Date> Table::date(std::string_view key) {
  content_->known.emplace(key);
  const auto* const node = content_->table->get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* const value = node->as_date()) {
    const auto day = value->get();
    const Date date{std::chrono::year(day.year), std::chrono::month(day.month), std::chrono::day(day.day)};
    if (date.ok()) return date;
  }
  problem(key, "'" + std::string(key) + "' must be a date", "write it without quotes: 2026-11-23");
  return std::nullopt;
}

std::vector<PlacedText> Table::texts(std::string_view key) {
  content_->known.emplace(key);
  std::vector<PlacedText> out;
  const auto* const node = content_->table->get(key);
  if (node == nullptr) return out;
  const auto* const array = node->as_array();
  if (array == nullptr) {
    problem(key, "'" + std::string(key) + "' must be a list of texts", "write it in brackets: ['…', '…']");
    return out;
  }
  for (const auto& item : *array) {
    if (const auto* const value = item.as_string()) {
      out.push_back({value->get(), place(content_->file, item.source())});
    } else {
      content_->problems->push_back({Severity::error, place(content_->file, item.source()),
                                     "'" + std::string(key) + "' holds something that is not a text", ""});
    }
  }
  return out;
}

std::optional<Table> Table::table(std::string_view key) {
  content_->known.emplace(key);
  const auto* const node = content_->table->get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* const inner = node->as_table()) {
    return Table(
        std::make_shared<Content>(Content{content_->root, inner, content_->file, content_->problems, {}}));
  }
  problem(key, "'" + std::string(key) + "' must be a table");
  return std::nullopt;
}

std::vector<Table> Table::tables(std::string_view key) {
  content_->known.emplace(key);
  std::vector<Table> out;
  const auto* const node = content_->table->get(key);
  if (node == nullptr) return out;
  const auto* const array = node->as_array();
  if (array == nullptr) {
    problem(key, "'" + std::string(key) + "' must be a list of tables",
            "write it as [[" + std::string(key) + "]]");
    return out;
  }
  for (const auto& item : *array) {
    if (const auto* const inner = item.as_table()) {
      out.push_back(Table(
          std::make_shared<Content>(Content{content_->root, inner, content_->file, content_->problems, {}})));
    } else {
      content_->problems->push_back({Severity::error, place(content_->file, item.source()),
                                     "'" + std::string(key) + "' holds something that is not a table", ""});
    }
  }
  return out;
}

Localized<std::string> Table::required_localized(std::string_view key) {
  if (!has(key)) problem("", "'" + std::string(key) + "' is missing", "give it en, es and tl");
  return localized(key).value_or(Localized<std::string>{});
}

std::optional<Localized<std::string>> Table::localized(std::string_view key) {
  auto inner = table(key);
  if (!inner) return std::nullopt;
  auto value = inner->required_languages();
  inner->refuse_unknown_keys();
  return value;
}

Localized<std::string> Table::localized_or_one(std::string_view key) {
  const auto* const node = content_->table->get(key);
  if (node == nullptr || node->is_table()) return required_localized(key);
  const std::string once = required_text(key);
  return {once, once, once};
}

Localized<std::string> Table::required_languages() {
  Localized<std::string> out;
  for (const auto language : all_languages) out[language] = required_text(tag(language));
  return out;
}

void Table::refuse_unknown_keys() {
  const std::vector<std::string> known(content_->known.begin(), content_->known.end());
  for (const auto& key : keys()) {
    if (content_->known.contains(key)) continue;
    problem(key, "unknown key '" + key + "'", did_you_mean(key, known));
  }
}

}  // namespace tulay::knowledge
