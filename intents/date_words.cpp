#include "intents/date_words.hpp"

#include <algorithm>
#include <array>

#include "intents/letters.hpp"
#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

struct MonthName {
  std::string_view name;
  unsigned month;
};

constexpr std::array<MonthName, 80> month_names{{
    {"january", 1},    {"jan", 1},        {"enero", 1},      {"ene", 1},        {"januray", 1},
    {"janury", 1},     {"february", 2},   {"feb", 2},        {"febrero", 2},    {"pebrero", 2},
    {"peb", 2},        {"febuary", 2},    {"febrary", 2},    {"feberero", 2},   {"march", 3},
    {"mar", 3},        {"marzo", 3},      {"marso", 3},      {"april", 4},      {"apr", 4},
    {"abril", 4},      {"abr", 4},        {"apirl", 4},      {"aprl", 4},       {"may", 5},
    {"mayo", 5},       {"june", 6},       {"jun", 6},        {"junio", 6},      {"hunyo", 6},
    {"hun", 6},        {"july", 7},       {"jul", 7},        {"julio", 7},      {"hulyo", 7},
    {"hul", 7},        {"august", 8},     {"aug", 8},        {"agosto", 8},     {"ago", 8},
    {"agust", 8},      {"augst", 8},      {"september", 9},  {"sep", 9},        {"sept", 9},
    {"septiembre", 9}, {"setiembre", 9},  {"setyembre", 9},  {"set", 9},        {"septembre", 9},
    {"setember", 9},   {"setembre", 9},   {"septyembre", 9}, {"october", 10},   {"oct", 10},
    {"octubre", 10},   {"oktubre", 10},   {"okt", 10},       {"octuber", 10},   {"otubre", 10},
    {"november", 11},  {"nov", 11},       {"noviembre", 11}, {"nobyembre", 11}, {"nob", 11},
    {"nobiembre", 11}, {"novienbre", 11}, {"novembre", 11},  {"noviember", 11}, {"december", 12},
    {"dec", 12},       {"diciembre", 12}, {"dic", 12},       {"disyembre", 12}, {"dis", 12},
    {"disiembre", 12}, {"desyembre", 12}, {"deciembre", 12}, {"dicienbre", 12}, {"decembre", 12},
}};

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
  constexpr std::size_t shortest = 3;
  constexpr std::size_t longest = 10;
  if (word.size() < shortest || word.size() > longest) return std::nullopt;
  const auto found = std::find_if(month_names.begin(), month_names.end(),
                                  [&](const MonthName& m) { return m.name == word; });
  return found == month_names.end() ? std::nullopt : std::optional(found->month);
}

bool is_everyday_word(std::string_view month_name) {
  constexpr std::array<std::string_view, 6> names{"may", "mar", "ago", "set", "dis", "hul"};
  return is_one_of(month_name, names);
}

bool is_unit(std::string_view word) {
  constexpr std::array<std::string_view, 38> units{
      "year",   "years",  "yr",      "yrs",     "month",  "months",  "week",     "weeks", "day",   "days",
      "hour",   "hours",  "hr",      "hrs",     "minute", "minutes", "mins",     "ano",   "anos",  "mes",
      "meses",  "semana", "semanas", "dia",     "dias",   "hora",    "horas",    "taon",  "taong", "buwan",
      "buwang", "linggo", "oras",    "percent", "people", "persons", "personas", "kids"};
  return is_one_of(word, units);
}

bool is_link(std::string_view word) {
  constexpr std::array<std::string_view, 4> links{"de", "of", "ng", "nang"};
  return is_one_of(word, links);
}

bool announces_a_date(std::string_view word) {
  constexpr std::array<std::string_view, 24> words{
      "on",   "by",    "until",   "till",     "til",   "since", "before", "after",
      "from", "dated", "expires", "expired",  "hasta", "desde", "antes",  "el",
      "del",  "noong", "nung",    "hanggang", "bago",  "mula",  "simula", "ngayong"};
  return is_one_of(word, words);
}

std::optional<unsigned> day_number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "ro", "o"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  if (word.starts_with("ika")) word.remove_prefix(3);
  if (word.size() > 1 && word.starts_with('a')) word.remove_prefix(1);  // Tagalog "a5 ng Disyembre"
  if (!all_digits(word) || word.size() > 2) return std::nullopt;
  const int value = small_number(word);
  return value >= 1 && value <= 31 ? std::optional(static_cast<unsigned>(value)) : std::nullopt;
}

std::optional<int> year_number(std::string_view word) {
  const int value = small_number(word);
  return word.size() == 4 && all_digits(word) && value >= 1900 && value < 2200 ? std::optional(value)
                                                                               : std::nullopt;
}

std::optional<int> short_or_long_year(std::string_view word) {
  constexpr int last_of_this_century = 49;
  if (word.size() != 2 || !all_digits(word)) return year_number(word);
  const int value = small_number(word);
  return value > last_of_this_century ? 1900 + value : 2000 + value;
}

}  // namespace tulay::intents
