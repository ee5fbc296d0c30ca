#include "intents/month_names.hpp"

#include <algorithm>
#include <array>

namespace tulay::intents {
namespace {

struct MonthName {
  std::string_view name;
  unsigned month;
};

constexpr std::array<MonthName, 80> month_names{{
    {"january", 1},   {"jan", 1},        {"enero", 1},      {"ene", 1},       {"januray", 1},    {"janury", 1},
    {"february", 2},  {"feb", 2},        {"febrero", 2},    {"pebrero", 2},   {"peb", 2},        {"febuary", 2},
    {"febrary", 2},   {"feberero", 2},   {"march", 3},      {"mar", 3},       {"marzo", 3},      {"marso", 3},
    {"april", 4},     {"apr", 4},        {"abril", 4},      {"abr", 4},       {"apirl", 4},      {"aprl", 4},
    {"may", 5},       {"mayo", 5},       {"june", 6},       {"jun", 6},       {"junio", 6},      {"hunyo", 6},
    {"hun", 6},       {"july", 7},       {"jul", 7},        {"julio", 7},     {"hulyo", 7},      {"hul", 7},
    {"august", 8},    {"aug", 8},        {"agosto", 8},     {"ago", 8},       {"agust", 8},      {"augst", 8},
    {"september", 9}, {"sep", 9},        {"sept", 9},       {"septiembre", 9}, {"setiembre", 9}, {"setyembre", 9},
    {"set", 9},       {"septembre", 9},  {"setember", 9},   {"setembre", 9},  {"septyembre", 9}, {"october", 10},
    {"oct", 10},      {"octubre", 10},   {"oktubre", 10},   {"okt", 10},      {"octuber", 10},   {"otubre", 10},
    {"november", 11}, {"nov", 11},       {"noviembre", 11}, {"nobyembre", 11}, {"nob", 11},      {"nobiembre", 11},
    {"novienbre", 11}, {"novembre", 11}, {"noviember", 11}, {"december", 12}, {"dec", 12},       {"diciembre", 12},
    {"dic", 12},      {"disyembre", 12}, {"dis", 12},       {"disiembre", 12}, {"desyembre", 12}, {"deciembre", 12},
    {"dicienbre", 12}, {"decembre", 12},
}};

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
  constexpr std::size_t shortest = 3;
  constexpr std::size_t longest = 10;
  if (word.size() < shortest || word.size() > longest) return std::nullopt;
  const auto found = std::find_if(month_names.begin(), month_names.end(), [&](const MonthName& m) { return m.name == word; });
  return found == month_names.end() ? std::nullopt : std::optional(found->month);
}

bool is_everyday_word(std::string_view month_name) {
  constexpr std::array<std::string_view, 6> names{"may", "mar", "ago", "set", "dis", "hul"};
  return std::find(names.begin(), names.end(), month_name) != names.end();
}

}  // namespace tulay::intents
