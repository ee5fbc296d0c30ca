#include <cstring>
#include <exception>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bench/row.hpp"

namespace {

void print(const std::vector<tulay::bench::Row>& rows) {
  std::cout << std::left << std::setw(48) << "what" << std::right << std::setw(12) << "a second"
            << std::setw(12) << "p50 µs" << std::setw(13) << "p99 µs" << std::setw(12) << "of floor" << '\n'
            << std::fixed;
  for (const auto& row : rows) {
    std::cout << std::left << std::setw(48) << row.what << std::right << std::setprecision(0)
              << std::setw(12);
    if (row.rate > 0) {
      std::cout << row.rate;
    } else {
      std::cout << "";
    }
    std::cout << std::setprecision(1) << std::setw(11) << row.p50 << std::setw(12) << row.p99
              << std::setprecision(2) << std::setw(12);
    if (row.floor_rate > 0) {
      std::cout << row.rate / row.floor_rate;
    } else {
      std::cout << "";
    }
    std::cout << '\n';
  }
}

nlohmann::json wire(const std::vector<tulay::bench::Row>& rows) {
  auto out = nlohmann::json::array();
  for (const auto& row : rows) {
    out.push_back({{"what", row.what}, {"per_second", row.rate}, {"p50_us", row.p50}, {"p99_us", row.p99}});
    if (row.floor_rate > 0) out.back()["of_floor"] = row.rate / row.floor_rate;
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const bool json = argc > 1 && std::strcmp(argv[1], "--json") == 0;
    if (argc > 1 && !json) {
      std::cerr << "usage: tulay_bench [--json]\n";
      return 2;
    }
    auto rows = tulay::bench::understanding();
    for (auto& row : tulay::bench::http(3)) rows.push_back(std::move(row));
    if (json) {
      std::cout << wire(rows).dump(2) << '\n';
    } else {
      print(rows);
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "tulay_bench: " << error.what() << '\n';
    return 1;
  }
}
