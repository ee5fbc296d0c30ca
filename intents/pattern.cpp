#include "intents/pattern.hpp"

namespace tulay::intents {
namespace {

// How far apart the concepts of one pattern may stand when the pattern does not say: about one sentence.
constexpr int usual_nearness = 14;

std::vector<std::string> alternatives(std::string_view item) {
  std::vector<std::string> parts(1);
  for (const char c : item) {
    if (c == '|') {
      parts.emplace_back();
    } else if (c != ' ') {
      parts.back() += c;
    }
  }
  return parts;
}

// More concepts together say more; beyond three the gain is small.
double usual_weight(std::size_t items) { return items < 4 ? static_cast<double>(items) : 3.5; }

std::vector<std::string> ids(knowledge::Table& table, std::string_view key) {
  std::vector<std::string> out;
  for (const auto& text : table.texts(key)) out.push_back(text.text);
  return out;
}

Pattern read_pattern(knowledge::Table& table, bool against) {
  Pattern pattern;
  pattern.at = table.at();
  pattern.against = against;
  for (const auto& item : table.texts("all")) pattern.all.push_back(alternatives(item.text));
  pattern.none = ids(table, "none");
  pattern.after = ids(table, "after");
  pattern.match = table.text("match").value_or("");
  pattern.near = static_cast<int>(table.whole("near").value_or(usual_nearness));
  pattern.order = table.flag("order").value_or(false);
  pattern.only = table.flag("only").value_or(false);
  pattern.weight =
      table.number("weight").value_or(pattern.match.empty() ? usual_weight(pattern.all.size()) : 2.0);
  if (pattern.all.empty() == pattern.match.empty()) {
    table.problem("", "a pattern needs either 'all' or 'match'",
                  "name the concepts that must be there in 'all'");
  }
  if (pattern.weight <= 0)
    table.problem("weight", "weight must be above 0", "use [[against]] for evidence against");
  if (pattern.near < 1) table.problem("near", "near must be 1 or more");
  table.refuse_unknown_keys();
  return pattern;
}

void read_examples(knowledge::Table& file, Intent& intent) {
  auto table = file.table("examples");
  if (!table) return;
  for (const auto language : knowledge::all_languages) {
    for (auto& said : table->texts(knowledge::tag(language))) {
      intent.examples.push_back({said.text, intent.info.id, language, said.at});
    }
  }
  for (auto& near_miss : table->tables("not")) {
    Example example{near_miss.required_text("say"), near_miss.required_text("is"), knowledge::Language::en,
                    near_miss.at()};
    near_miss.refuse_unknown_keys();
    intent.examples.push_back(std::move(example));
  }
  table->refuse_unknown_keys();
}

}  // namespace

Intent read_intent(knowledge::Table& file) {
  Intent intent;
  intent.info.id = file.required_text("intent");
  intent.info.topic = file.text("topic").value_or(intent.info.id);
  intent.info.urgency = static_cast<int>(file.whole("urgency").value_or(0));
  intent.info.told = file.flag("told").value_or(false);
  intent.info.at = file.at("intent");
  read_examples(file, intent);
  for (auto& table : file.tables("pattern")) intent.patterns.push_back(read_pattern(table, false));
  for (auto& table : file.tables("against")) intent.patterns.push_back(read_pattern(table, true));
  if (intent.patterns.empty())
    file.problem("", "intent '" + intent.info.id + "' has no pattern", "add a [[pattern]]");
  file.refuse_unknown_keys();
  return intent;
}

}  // namespace tulay::intents
