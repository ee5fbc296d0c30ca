#pragma once

#include <string>
#include <vector>

#include "knowledge/data_file.hpp"

namespace tulay::intents {

/// Which intents are talked about together: what was asked last makes some next questions likelier.
class Threads {
 public:
  /// Each key of the file is a group, a list of the intents; their place in `intents` is their number. What
  /// is no intent is a problem.
  void read(knowledge::Table& file, const std::vector<std::string>& intents);

  /// Those in a group with this one, without itself.
  [[nodiscard]] const std::vector<int>& related(int intent) const;

 private:
  std::vector<std::vector<int>> related_;
};

}  // namespace tulay::intents
