#include "adapters/cases/sql_text.hpp"

#include <algorithm>
#include <string>

namespace tulay::cases {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Walks once over a statement. Every reader stands at the first byte of its thing and leaves after the last.
class Scanner {
 public:
  Scanner(std::string_view sql, Dialect dialect) : sql_(sql), postgres_(dialect == Dialect::postgres) {}

  std::vector<SqlToken> tokens() {
    while (at_ < sql_.size()) step();
    return std::move(out_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool sees(std::string_view text) const { return sql_.substr(at_).starts_with(text); }
  void add(SqlTokenKind kind, std::size_t begin) { out_.push_back({kind, begin, at_}); }
  std::string_view take_word() {
    const auto begin = at_;
    while (is_letter(peek()) || is_digit(peek()) || (postgres_ && peek() == '$')) ++at_;
    return sql_.substr(begin, at_ - begin);
  }

  void step() {
    const char c = peek();
    if (sees("--")) return skip_line();
    if (sees("/*")) return skip_comment();
    if (c == '\'' || c == '"') return skip_quoted(c, false);
    if (!postgres_ && c == '`') return skip_quoted('`', false);
    if (!postgres_ && c == '[') return skip_quoted(']', false);
    if (postgres_ && (c == 'e' || c == 'E') && peek(1) == '\'') {
      ++at_;
      return skip_quoted('\'', true);
    }
    if (postgres_ && c == '$' && !is_digit(peek(1))) return skip_dollars();
    if (is_letter(c)) {
      const auto begin = at_;
      take_word();
      return add(SqlTokenKind::word, begin);
    }
    symbol(c);
  }

  void symbol(char c) {
    const auto begin = at_;
    if (c == ':' && is_letter(peek(1))) {
      ++at_;
      take_word();
      return add(SqlTokenKind::parameter, begin);
    }
    const bool foreign = postgres_ ? c == '$' : c == '?' || c == '$' || c == '@' || c == '#';
    const bool cast = sees("::");
    at_ += cast ? 2 : 1;
    if (foreign) {
      take_word();
      return add(SqlTokenKind::placeholder, begin);
    }
    if (is_digit(c)) take_word();
    if (is_digit(c) || (c != ' ' && c != '\n' && c != '\t' && c != '\r')) add(kind_of(c), begin);
  }

  static SqlTokenKind kind_of(char c) {
    return c == ';'   ? SqlTokenKind::semicolon
           : c == '(' ? SqlTokenKind::open
           : c == ')' ? SqlTokenKind::close
                      : SqlTokenKind::other;
  }

  void skip_line() { at_ = std::min(sql_.find('\n', at_), sql_.size()); }

  void skip_comment() {
    const auto begin = at_;
    int depth = 0;
    while (at_ < sql_.size()) {
      if (sees("/*") && (postgres_ || depth == 0)) {
        ++depth;
        at_ += 2;
      } else if (sees("*/")) {
        at_ += 2;
        if (--depth == 0) return;
      } else {
        ++at_;
      }
    }
    add(SqlTokenKind::unfinished, begin);
  }

  void skip_quoted(char end, bool backslashes) {
    const auto begin = at_++;
    while (at_ < sql_.size()) {
      const char c = sql_[at_++];
      if (backslashes && c == '\\') ++at_;
      if (c != end) continue;
      if (peek() != end || end == ']') return;
      ++at_;  // doubled: one of it, inside
    }
    at_ = sql_.size();
    add(SqlTokenKind::unfinished, begin);
  }

  void skip_dollars() {
    const auto begin = at_;
    const auto close = sql_.find('$', at_ + 1);
    const auto tag = close == std::string_view::npos ? "$" : sql_.substr(at_, close - at_ + 1);
    const auto end = close == std::string_view::npos ? close : sql_.find(tag, close + 1);
    at_ = end == std::string_view::npos ? sql_.size() : end + tag.size();
    if (end == std::string_view::npos) add(SqlTokenKind::unfinished, begin);
  }

  std::string_view sql_;
  bool postgres_;
  std::size_t at_ = 0;
  std::vector<SqlToken> out_;
};

/// The parameter's place among the names so far, from 1.
std::size_t place_of(std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin()) + 1;
  names.emplace_back(name);
  return names.size();
}

}  // namespace

std::vector<SqlToken> sql_tokens(std::string_view sql, Dialect dialect) {
  return Scanner(sql, dialect).tokens();
}

Numbered numbered(std::string_view sql) {
  Numbered out;
  std::size_t done = 0;
  for (const auto& token : sql_tokens(sql, Dialect::postgres)) {
    if (token.kind != SqlTokenKind::parameter) continue;
    const auto name = sql.substr(token.begin + 1, token.end - token.begin - 1);
    out.sql.append(sql.substr(done, token.begin - done)).append("$");
    out.sql.append(std::to_string(place_of(out.parameters, name)));
    done = token.end;
  }
  out.sql.append(sql.substr(done));
  return out;
}

std::string without_semicolon(std::string_view sql, Dialect dialect) {
  const auto tokens = sql_tokens(sql, dialect);
  if (tokens.empty() || tokens.back().kind != SqlTokenKind::semicolon) return std::string(sql);
  return std::string(sql.substr(0, tokens.back().begin));
}

std::vector<std::string> parameters_in(std::string_view sql, Dialect dialect) {
  std::vector<std::string> names;
  for (const auto& token : sql_tokens(sql, dialect)) {
    if (token.kind == SqlTokenKind::parameter)
      place_of(names, sql.substr(token.begin + 1, token.end - token.begin - 1));
  }
  return names;
}

}  // namespace tulay::cases
