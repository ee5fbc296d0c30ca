#include "knowledge/fact.hpp"

#include <algorithm>
#include <array>

namespace tulay::knowledge {
namespace {

constexpr std::array<std::pair<std::string_view, Confidence>, 6> confidences{
    {{"OFF", Confidence::off},
     {"SEC2", Confidence::sec2},
     {"SEC1", Confidence::sec1},
     {"SEC1+CALC", Confidence::sec1_calc},
     {"CALC", Confidence::calc},
     {"REC", Confidence::rec}}};

std::string counted(std::int64_t count, Language language, Localized<std::string_view> one,
                    Localized<std::string_view> many) {
  return std::to_string(count) + " " + std::string((count == 1 ? one : many)[language]);
}

std::string grouped(std::int64_t value) { return to_string(Money{value * 100}).substr(1); }

std::optional<Amount> read_amount(Table& table) {
  std::optional<Amount> amount;
  int given = 0;
  const auto take = [&](std::string_view key, auto make) {
    if (!table.has(key)) return;
    ++given;
    amount = make();
  };
  const auto whole = [&](std::string_view key) { return table.whole(key).value_or(0); };
  take("text", [&] { return Amount(table.localized_or_one("text")); });
  take("usd", [&] { return Amount(Money{whole("usd") * 100}); });
  take("days", [&] { return Amount(Days{static_cast<int>(whole("days"))}); });
  take("years", [&] { return Amount(Years{static_cast<int>(whole("years"))}); });
  take("percent", [&] { return Amount(Percent{static_cast<int>(whole("percent"))}); });
  take("count", [&] { return Amount(Count{whole("count")}); });
  take("flag", [&] { return Amount(table.flag("flag").value_or(false)); });
  take("unknown", [&] {
    static_cast<void>(table.flag("unknown"));
    return Amount(Unknown{});
  });
  return given == 1 ? amount : std::nullopt;
}

FactValue read_value(Table& table) {
  FactValue value;
  value.at = table.at();
  if (const auto amount = read_amount(table)) {
    value.amount = *amount;
  } else {
    table.problem("", "a value needs exactly one amount",
                  "give one of usd, days, years, percent, count, text, flag, unknown");
  }
  value.valid_from = table.date("valid_from");
  value.valid_to = table.date("valid_to");
  if (const auto checked = table.date("checked_on")) {
    value.checked_on = *checked;
  } else if (!table.has("checked_on")) {
    table.problem("", "'checked_on' is missing", "say on which day the value was last seen at its source");
  }
  value.review_by = table.date("review_by");
  value.source = table.required_text("source");
  const auto confidence = table.required_text("confidence");
  const auto* const found = std::find_if(confidences.begin(), confidences.end(),
                                         [&](const auto& c) { return c.first == confidence; });
  if (found != confidences.end()) {
    value.confidence = found->second;
  } else if (!confidence.empty()) {
    table.problem("confidence", "unknown confidence '" + confidence + "'",
                  "use OFF, SEC2, SEC1, SEC1+CALC, CALC or REC");
  }
  value.show = table.flag("show").value_or(true);
  value.note = table.text("note").value_or("");
  if (value.valid_from && value.valid_to && *value.valid_to < *value.valid_from) {
    table.problem("valid_to", "valid_to is before valid_from");
  }
  table.refuse_unknown_keys();
  return value;
}

// Newest first, no two on one day.
void check_spans(Table& table, const Fact& fact) {
  for (std::size_t i = 1; i < fact.values.size(); ++i) {
    const auto& newer = fact.values[i - 1];
    const auto& older = fact.values[i];
    if (newer.valid_from && older.valid_to && *older.valid_to < *newer.valid_from) continue;
    table.problem("value",
                  "two values of '" + fact.id +
                      "' hold at the same time, or do not stand newest first (see line " +
                      std::to_string(older.at.line) + ")",
                  "close the older one with valid_to on the day before the newer one's valid_from");
  }
}

}  // namespace

bool FactValue::showable() const {
  const bool seen = confidence != Confidence::rec && confidence != Confidence::calc;
  return show && seen && !std::holds_alternative<Unknown>(amount) && !std::holds_alternative<bool>(amount);
}

bool FactValue::holds_on(Date day) const {
  return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
}

bool FactValue::stale_on(Date day) const { return review_by && *review_by < day; }

const FactValue* Fact::on(Date day) const {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const FactValue& value) { return value.holds_on(day); });
  return found == values.end() ? nullptr : &*found;
}

const FactValue* Fact::showable_on(Date day) const {
  const auto* const value = on(day);
  return value != nullptr && value->showable() ? value : nullptr;
}

std::string to_text(const Amount& amount, Language language) {
  struct Writer {
    Language language;
    std::string operator()(Money money) const { return to_string(money); }
    std::string operator()(Days days) const {
      return counted(days.count, language, {"day", "día", "araw"}, {"days", "días", "araw"});
    }
    std::string operator()(Years years) const {
      return counted(years.count, language, {"year", "año", "taon"}, {"years", "años", "taon"});
    }
    std::string operator()(Percent percent) const { return std::to_string(percent.value) + "%"; }
    std::string operator()(Count count) const { return grouped(count.value); }
    std::string operator()(const Localized<std::string>& text) const { return text[language]; }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(Unknown) const { return {}; }
  };
  return std::visit(Writer{language}, amount);
}

std::vector<Fact> read_facts(Table& file) {
  std::vector<Fact> facts;
  for (const auto& id : file.keys()) {
    auto table = file.table(id);
    if (!table) continue;
    Fact fact{id, table->required_localized("label"), {}, table->at()};
    for (auto& value : table->tables("value")) fact.values.push_back(read_value(value));
    if (fact.values.empty())
      table->problem("", "fact '" + id + "' has no value", "add [['" + id + "'.value]]");
    check_spans(*table, fact);
    table->refuse_unknown_keys();
    facts.push_back(std::move(fact));
  }
  return facts;
}

}  // namespace tulay::knowledge
