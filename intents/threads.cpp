#include "intents/threads.hpp"

#include <algorithm>

#include "knowledge/problem.hpp"

namespace tulay::intents {

void Threads::read(knowledge::Table& file, const std::vector<std::string>& intents) {
  related_.assign(intents.size(), {});
  for (const auto& group : file.keys()) {
    std::vector<int> members;
    for (const auto& name : file.texts(group)) {
      const auto found = std::find(intents.begin(), intents.end(), name.text);
      if (found == intents.end()) {
        file.problem(group, "no intent '" + name.text + "'", knowledge::did_you_mean(name.text, intents));
      } else {
        members.push_back(static_cast<int>(found - intents.begin()));
      }
    }
    for (const int one : members) {
      auto& theirs = related_[static_cast<std::size_t>(one)];
      std::copy_if(members.begin(), members.end(), std::back_inserter(theirs),
                   [&](int other) { return other != one; });
    }
  }
  for (auto& theirs : related_) {
    std::sort(theirs.begin(), theirs.end());
    theirs.erase(std::unique(theirs.begin(), theirs.end()), theirs.end());
  }
}

const std::vector<int>& Threads::related(int intent) const {
  return related_.at(static_cast<std::size_t>(intent));
}

}  // namespace tulay::intents
