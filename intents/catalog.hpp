#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/thresholds.hpp"
#include "knowledge/calendar.hpp"
#include "knowledge/problem.hpp"

namespace tulay::intents {

/// A sentence of an intent: of its pattern file, which must reach it (`tulay check`), or of intents/examples,
/// which only tells likeness how people put it.
struct Example {
  std::string text;
  std::string intent;  // the one it must reach; 'fallback' when it must reach none
  knowledge::Language language = knowledge::Language::en;
  knowledge::SourceLine at;
};

struct IntentInfo {
  std::string id;
  std::string topic;
  int urgency = 0;    // 0: none; higher comes first
  bool told = false;  // saying it is asking: beside other questions it needs no question's form
  knowledge::SourceLine at;
};

/// In the data folder; made by `tulay fit`, never edited, and only used for the data it was fitted to.
inline constexpr std::string_view weights_file = "weights.bin";

/// Patterns, concepts, spelling, shorthand, languages and thresholds: loaded, cross-checked and compiled.
/// Immutable; may be shared by threads.
class Catalog {
 public:
  struct Parts;  // the compiled matcher and its kin

  /// Reads `folder` whole; with any error the result is empty.
  static std::optional<Catalog> load(const std::filesystem::path& folder, knowledge::Problems& problems);

  [[nodiscard]] const std::vector<IntentInfo>& intents() const;  // sorted by id
  [[nodiscard]] const IntentInfo* intent(std::string_view id) const;
  /// Those of the pattern files; for the others see told_examples.hpp.
  [[nodiscard]] const std::vector<Example>& examples() const;
  [[nodiscard]] const Thresholds& thresholds() const;
  /// The weights fitted to the examples come from the folder's file, not from a fitting at this load.
  [[nodiscard]] bool weights_are_kept() const;
  /// What a file `weights_file` in the folder must hold so that the next load needs no fitting.
  void write_weights(std::ostream& out) const;
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  std::shared_ptr<const Parts> parts_;
};

}  // namespace tulay::intents
