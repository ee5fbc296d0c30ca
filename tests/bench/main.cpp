#include <exception>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/row.hpp"

namespace {

using tulay::bench::Row;

void cell(int width, int digits, double value) {
  std::cout << std::setw(width);
  if (value > 0) {
    std::cout << std::setprecision(digits) << value;
  } else {
    std::cout << "";
  }
}

void print(const std::vector<Row>& rows) {
  std::cout << std::left << std::setw(48) << "what" << std::right << std::setw(10) << "a second"
            << std::setw(13) << "p50 µs" << std::setw(13) << "p99 µs" << std::setw(11) << "CPU µs"
            << std::setw(9) << "MiB" << std::setw(10) << "of floor" << '\n'
            << std::fixed;
  for (const auto& row : rows) {
    std::cout << std::left << std::setw(48) << row.what << std::right;
    cell(10, 0, row.rate);
    cell(12, 1, row.p50);
    cell(12, 1, row.p99);
    cell(10, 1, row.processor);
    cell(9, 1, row.memory);
    cell(10, 2, row.floor_rate > 0 ? row.rate / row.floor_rate : 0);
    std::cout << '\n';
  }
}

nlohmann::json wire(const std::vector<Row>& rows) {
  auto out = nlohmann::json::array();
  for (const auto& row : rows) {
    out.push_back({{"what", row.what}, {"per_second", row.rate}, {"p50_us", row.p50}, {"p99_us", row.p99}});
    if (row.memory > 0) out.back()["memory_mib"] = row.memory;
    if (row.processor > 0) out.back()["cpu_us"] = row.processor;
    if (row.floor_rate > 0) out.back()["of_floor"] = row.rate / row.floor_rate;
  }
  return out;
}

/// What is measured: everything, or with `--http` and `--understanding` only that.
std::vector<Row> rows(const std::string& self, bool understanding, bool http) {
  std::vector<Row> all;
  if (understanding) all = tulay::bench::understanding();
  if (!http) return all;
  for (auto& row : tulay::bench::http(self, 3)) all.push_back(std::move(row));
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> options(argv + 1, argv + argc);
    if (options.size() == 2 && options[0] == "--serve-constant")
      return tulay::bench::serve_constant(std::stoul(options[1]));
    bool json = false;
    bool only_understanding = false;
    bool only_http = false;
    for (const auto& option : options) {
      if (option == "--json") {
        json = true;
      } else if (option == "--understanding") {
        only_understanding = true;
      } else if (option == "--http") {
        only_http = true;
      } else {
        std::cerr << "usage: tulay_bench [--json] [--understanding | --http]\n";
        return 2;
      }
    }
    const auto table = rows(argv[0], !only_http, !only_understanding);
    if (json) {
      std::cout << wire(table).dump(2) << '\n';
    } else {
      print(table);
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "tulay_bench: " << error.what() << '\n';
    return 1;
  }
}
