#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "knowledge/calendar.hpp"
#include "knowledge/data_file.hpp"
#include "knowledge/language.hpp"
#include "knowledge/money.hpp"

namespace tulay::knowledge {

struct Days {
  int count = 0;
  bool operator==(const Days&) const = default;
};
struct Years {
  int count = 0;
  bool operator==(const Years&) const = default;
};
struct Percent {
  int value = 0;
  bool operator==(const Percent&) const = default;
};
struct Count {
  std::int64_t value = 0;
  bool operator==(const Count&) const = default;
};
struct Unknown {
  bool operator==(const Unknown&) const = default;
};

/// What a fact may be: money, a span, a share, a count, words in three languages, yes/no, or not known.
using Amount = std::variant<Money, Days, Years, Percent, Count, Localized<std::string>, bool, Unknown>;

/// How well a value was seen; as in the firm's law file. REC and CALC alone are never shown.
enum class Confidence : std::uint8_t { off, sec2, sec1, sec1_calc, calc, rec };

/// One value of a fact and the time in which it holds (both ends included; absent: open).
struct FactValue {
  Amount amount;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  Date checked_on{};
  std::optional<Date> review_by;
  std::string source;
  Confidence confidence = Confidence::rec;
  bool show = true;
  std::string note;
  SourceLine at;

  /// May a client see it? Not when hidden, unknown, or seen only as REC or CALC.
  [[nodiscard]] bool showable() const;
  [[nodiscard]] bool holds_on(Date day) const;
  /// Past its review date on that day: shown with "this may have changed".
  [[nodiscard]] bool stale_on(Date day) const;
};

/// A figure that ages: values newest first, spans that do not overlap.
struct Fact {
  std::string id;
  Localized<std::string> label;
  std::vector<FactValue> values;
  SourceLine at;

  /// The value that holds on a day; nothing when none does.
  [[nodiscard]] const FactValue* on(Date day) const;
  /// The value that holds on a day if a client may see it.
  [[nodiscard]] const FactValue* showable_on(Date day) const;
};

/// "$630", "90 days", "90 días", "25%", "1,200": for people, in their language.
[[nodiscard]] std::string to_text(const Amount& amount, Language language);

[[nodiscard]] std::vector<Fact> read_facts(Table& file);

}  // namespace tulay::knowledge
