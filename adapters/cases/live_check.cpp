#include "adapters/cases/live_check.hpp"

#include <algorithm>
#include <array>

#include "adapters/cases/purposes.hpp"

namespace tulay::cases {
namespace {

using bot::CaseError;
using knowledge::Problem;
using knowledge::Problems;
using knowledge::Severity;

// What no date, number or text can be made of, as PostgreSQL names it.
constexpr std::array<std::string_view, 8> unreadable{"bytea", "json",     "jsonb", "xml",
                                                     "point", "interval", "bit",   "record"};
constexpr std::array<std::string_view, 5> texts{"text", "character varying", "character", "name", "\"char\""};

bool is_one_of(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool fits(AliasKind kind, std::string_view type) {
  if (type.empty() || is_one_of(texts, type)) return true;
  if (is_one_of(unreadable, type) || type.ends_with("[]")) return false;
  const bool number = type == "integer" || type == "bigint" || type == "smallint" || type == "numeric" ||
                      type.starts_with("double") || type == "real";
  if (kind == AliasKind::day) return number || type == "date" || type.starts_with("timestamp");
  if (kind == AliasKind::number) return number;
  return true;
}

class ColumnCheck {
 public:
  ColumnCheck(Purpose purpose, const CaseDatabase& database, Problems& problems)
      : rules_(rules_of(purpose)),
        at_(database.mapping().query(purpose).at),
        typed_(database.dialect() == Dialect::postgres),
        problems_(problems) {}

  void run(const std::vector<ColumnType>& columns) {
    for (const auto& alias : rules_.aliases) names_.emplace_back(alias.name);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto same = [&](const auto& one) { return one.name == columns[i].name; };
      const auto here = columns.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::any_of(columns.begin(), here, same))
        fault("gives the column " + columns[i].name + " twice", "");
      else
        check(columns[i]);
    }
    for (const auto& alias : rules_.aliases) {
      if (alias.required && !has(columns, alias.name))
        fault("gives no column " + std::string(alias.name),
              "add it, if only as NULL AS " + std::string(alias.name));
    }
    if (has(columns, "parole_ends") && !has(columns, "parole_ends_source"))
      fault("gives parole_ends without parole_ends_source",
            "say where the date is from: i94, approval_notice "
            "or client_said");
  }

 private:
  static bool has(const std::vector<ColumnType>& columns, std::string_view name) {
    return std::any_of(columns.begin(), columns.end(), [&](const auto& one) { return one.name == name; });
  }
  void check(const ColumnType& column) {
    const auto alias = std::find_if(rules_.aliases.begin(), rules_.aliases.end(),
                                    [&](const Alias& one) { return one.name == column.name; });
    if (alias == rules_.aliases.end()) {
      auto remedy = knowledge::did_you_mean(column.name, names_);
      return fault("gives the unknown column " + column.name,
                   remedy.empty() ? "leave it out: the bot shows nothing that it does not know" : remedy);
    }
    if (typed_ && !fits(alias->kind, column.type))
      fault("gives " + column.name + " as " + column.type, alias->kind == AliasKind::day
                                                               ? "it must be a date, a timestamp or a text"
                                                               : "make it a text or a number");
  }
  void fault(const std::string& message, std::string remedy) {
    problems_.push_back(
        {Severity::error, at_, "cases.query." + std::string(rules_.name) + " " + message, std::move(remedy)});
  }

  const PurposeRules& rules_;
  knowledge::SourceLine at_;
  bool typed_;
  std::vector<std::string> names_;
  Problems& problems_;
};

std::string text_of(const std::string& sql, const SqlToken& token) {
  return sql.substr(token.begin, token.end - token.begin);
}

/// The table that `alias` stands for in the query's FROM and JOINs.
std::string table_of(const std::string& sql, const std::vector<SqlToken>& tokens, const std::string& alias) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const auto before = folded(text_of(sql, tokens[i - 1]));
    if ((before != "from" && before != "join" && before != ",") || tokens[i].kind != SqlTokenKind::word)
      continue;
    const auto as = folded(text_of(sql, tokens[i + 1])) == "as" ? i + 2 : i + 1;
    if (as < tokens.size() && text_of(sql, tokens[as]) == alias) return text_of(sql, tokens[i]);
  }
  return {};
}

}  // namespace

Problems live_problems(const CaseDatabase& database) {
  Problems problems;
  for (const auto purpose : all_purposes()) {
    const auto& query = database.mapping().query(purpose);
    if (query.sql.empty()) continue;
    const auto columns = database.columns(purpose);
    if (columns) {
      ColumnCheck(purpose, database, problems).run(*columns);
      continue;
    }
    const auto& error = columns.error();
    if (error.kind == CaseError::unavailable || error.kind == CaseError::timed_out)
      return {{Severity::warning,
               {},
               "the firm's cases cannot be reached: " + error.detail,
               "case questions are handed to the office until they can"}};
    problems.push_back({Severity::error, query.at,
                        "cases.query." + std::string(rules_of(purpose).name) + ": " + error.detail, ""});
  }
  return problems;
}

std::string index_for(const std::string& sql, Dialect dialect) {
  const auto tokens = sql_tokens(sql, dialect);
  for (std::size_t i = 4; i < tokens.size(); ++i) {
    const bool compared = tokens[i].kind == SqlTokenKind::parameter && text_of(sql, tokens[i - 1]) == "=" &&
                          tokens[i - 2].kind == SqlTokenKind::word && text_of(sql, tokens[i - 3]) == "." &&
                          tokens[i - 4].kind == SqlTokenKind::word;
    if (!compared) continue;
    const auto table = table_of(sql, tokens, text_of(sql, tokens[i - 4]));
    const auto column = text_of(sql, tokens[i - 2]);
    if (table.empty()) return {};
    const auto name = dialect == Dialect::sqlite ? table + "_by_" + column + " " : "";
    return "CREATE INDEX " + name + "ON " + table + " (" + column + ")";
  }
  return {};
}

Problems index_problems(const CaseDatabase& database) {
  Problems problems;
  for (const auto purpose :
       {Purpose::contact_by_receipt, Purpose::contact_by_case, Purpose::contact_by_phone}) {
    const auto& query = database.mapping().query(purpose);
    if (query.sql.empty()) continue;
    const auto uses = database.uses_index(purpose);
    if (!uses || *uses) continue;
    auto remedy = index_for(query.sql, database.dialect());
    problems.push_back(
        {Severity::warning, query.at,
         "cases.query." + std::string(rules_of(purpose).name) + " reads a whole table",
         remedy.empty() ? "make an index of what it compares with its parameter" : std::move(remedy)});
  }
  return problems;
}

}  // namespace tulay::cases
