#include "adapters/cases/mapping_check.hpp"

#include <algorithm>
#include <array>

#include "adapters/cases/date_formats.hpp"
#include "adapters/cases/purposes.hpp"

namespace tulay::cases {
namespace {

using knowledge::Problems;

constexpr std::array<std::string_view, 14> writing{"insert", "update",  "delete", "merge",  "drop",
                                                   "alter",  "create",  "grant",  "revoke", "truncate",
                                                   "into",   "replace", "attach", "copy"};

/// Collects what is wrong with one query.
class QueryCheck {
 public:
  QueryCheck(Purpose purpose, const Query& query, Dialect dialect, Problems& problems)
      : rules_(rules_of(purpose)),
        query_(query),
        tokens_(sql_tokens(query.sql, dialect)),
        parameters_(parameters_in(query.sql, dialect)),
        problems_(problems) {}

  void run() {
    if (!one_statement()) return;
    reads_only();
    knows_parameters();
    has_parameters();
  }

 private:
  void fault(const std::string& message, std::string remedy = {}) {
    problems_.push_back({knowledge::Severity::error, query_.at,
                         "cases.query." + std::string(rules_.name) + " " + message, std::move(remedy)});
  }
  [[nodiscard]] std::string text(const SqlToken& token) const {
    return query_.sql.substr(token.begin, token.end - token.begin);
  }

  bool one_statement() {
    if (tokens_.empty()) return fault("is empty"), false;
    int depth = 0;
    for (const auto& token : tokens_) {
      depth += token.kind == SqlTokenKind::open ? 1 : token.kind == SqlTokenKind::close ? -1 : 0;
      if (depth < 0) break;
      if (token.kind == SqlTokenKind::unfinished)
        return fault("has a quote or a comment that does not end", "it begins " + text(token).substr(0, 20)),
               false;
      if (token.kind == SqlTokenKind::semicolon && &token != &tokens_.back())
        return fault("holds more than one statement", "leave one SELECT"), false;
    }
    if (depth != 0) return fault("has parentheses that do not match"), false;
    return true;
  }

  void reads_only() {
    const auto first = folded(text(tokens_.front()));
    if (first != "select" && first != "with")
      return fault("must begin with SELECT or WITH, not " + text(tokens_.front()), "queries only read");
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      const auto word = folded(text(tokens_[i]));
      const bool keyword = tokens_[i].kind == SqlTokenKind::word && text(tokens_[i - 1]) != "." &&
                           std::find(writing.begin(), writing.end(), word) != writing.end();
      const bool call = i + 1 < tokens_.size() && tokens_[i + 1].kind == SqlTokenKind::open;
      if (keyword && !(call && word == "replace"))
        return fault("writes: " + text(tokens_[i]),
                     "queries only read; put a column of that name into quotes");
    }
  }

  void knows_parameters() {
    for (const auto& token : tokens_) {
      if (token.kind == SqlTokenKind::placeholder)
        fault("has the parameter " + text(token), "parameters are named: " + names());
    }
    const std::vector<std::string> known(rules_.parameters.begin(), rules_.parameters.end());
    for (const auto& name : parameters_) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      auto remedy = knowledge::did_you_mean(name, known);
      fault("has the unknown parameter :" + name,
            remedy.empty() ? "it may use " + names() : std::move(remedy));
    }
  }

  void has_parameters() {
    const auto uses = [&](std::string_view name) {
      return std::find(parameters_.begin(), parameters_.end(), name) != parameters_.end();
    };
    for (const auto& name : rules_.needed) {
      if (!uses(name))
        fault("does not use :" + std::string(name), name == "contact_id"
                                                        ? "without it, it would show other people's rows"
                                                        : "without it, it would find the same for everyone");
    }
    if (rules_.needed.empty() && !rules_.parameters.empty() && parameters_.empty())
      fault("uses neither " + names(), "without it, it would find the same for everyone");
  }

  [[nodiscard]] std::string names() const {
    std::string out;
    for (const auto& name : rules_.parameters) out += (out.empty() ? ":" : " nor :") + std::string(name);
    if (out.empty()) return "none";
    for (auto at = out.find(" nor "); rules_.needed.size() > 0 && at != std::string::npos;
         at = out.find(" nor "))
      out.replace(at, 5, ", ");
    return out;
  }

  const PurposeRules& rules_;
  const Query& query_;
  std::vector<SqlToken> tokens_;
  std::vector<std::string> parameters_;
  Problems& problems_;
};

void check_values(const Mapping& mapping, Problems& problems) {
  for (const auto& [name, words] : mapping.values) {
    const auto* const known = vocabulary(name);
    if (known == nullptr || known->words.empty()) continue;
    const std::vector<std::string> ours(known->words.begin(), known->words.end());
    for (const auto& [theirs, word] : words) {
      if (std::find(ours.begin(), ours.end(), word.ours) != ours.end()) continue;
      auto remedy = knowledge::did_you_mean(word.ours, ours);
      if (remedy.empty()) {
        for (const auto& one : ours) remedy += (remedy.empty() ? "one of " : ", ") + one;
      }
      problems.push_back({knowledge::Severity::error, word.at,
                          "cases.values." + name + " makes '" + theirs + "' into '" + word.ours +
                              "', which is no " + name + " of ours",
                          std::move(remedy)});
    }
  }
}

}  // namespace

Problems mapping_problems(const Mapping& mapping, Dialect dialect) {
  Problems problems;
  for (const auto purpose : all_purposes()) {
    const auto& query = mapping.query(purpose);
    if (!query.sql.empty()) QueryCheck(purpose, query, dialect, problems).run();
  }
  check_values(mapping, problems);
  return problems;
}

}  // namespace tulay::cases
