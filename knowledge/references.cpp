#include "knowledge/references.hpp"

#include <algorithm>
#include <array>

namespace tulay::knowledge {
namespace {

constexpr std::array<std::string_view, 3> filled_by_the_bot{"firm.", "case.", "slot."};

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& items) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class References {
 public:
  References(const Knowledge& knowledge, Problems& problems)
      : knowledge_(knowledge),
        problems_(problems),
        topics_(ids_of(knowledge.topics())),
        facts_(ids_of(knowledge.facts())),
        sources_(ids_of(knowledge.sources())),
        rules_(ids_of(knowledge.rules())) {}

  void check() {
    for (const auto& topic : knowledge_.topics()) {
      known("suggested topic", topic.suggest, topics_, topic.at);
      known("source", topic.sources, sources_, topic.at);
      known("rule", topic.rules, rules_, topic.at);
      if (has(topic.suggest, topic.id))
        error(topic.at, "topic '" + topic.id + "' suggests itself", "suggest what a client asks next");
      for (const auto& answer : topic.answers) check_answer(answer);
    }
    for (const auto& fact : knowledge_.facts()) {
      for (const auto& value : fact.values) known("source", {value.source}, sources_, value.at);
    }
  }

 private:
  void error(const SourceLine& at, std::string message, std::string remedy) {
    problems_.push_back({Severity::error, at, std::move(message), std::move(remedy)});
  }

  void known(std::string_view what, const std::vector<std::string>& used, const std::vector<std::string>& all,
             const SourceLine& at) {
    for (const auto& id : used) {
      if (!has(all, id)) error(at, "unknown " + std::string(what) + " '" + id + "'", did_you_mean(id, all));
    }
  }

  void check_answer(const Answer& answer) {
    auto names = answer.text.en.names();
    names.insert(names.end(), answer.sms.en.names().begin(), answer.sms.en.names().end());
    names.insert(names.end(), answer.needs.begin(), answer.needs.end());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const auto& name : names) check_name(name, answer);
  }

  void check_name(const std::string& name, const Answer& answer) {
    const auto dot = name.find('.');
    const std::string prefix = name.substr(0, dot == std::string::npos ? 0 : dot + 1);
    const std::string id = name.substr(prefix.size());
    if (prefix == "fact." || prefix == "since." || prefix == "checked.") {
      if (!has(facts_, id)) return error(answer.at, "unknown fact '" + id + "'", did_you_mean(id, facts_));
      if (!has(answer.needs, "fact." + id)) check_showable(id, prefix, answer);
    } else if (prefix == "source.") {
      known("source", {id}, sources_, answer.at);
    } else if (std::find(filled_by_the_bot.begin(), filled_by_the_bot.end(), prefix) ==
               filled_by_the_bot.end()) {
      error(answer.at, "unknown placeholder {" + name + "}",
            "use fact., since., checked., source., firm., case. or slot.");
    }
  }

  // The newest value must be for clients and open-ended, or the answer would one day lack its figure.
  void check_showable(const std::string& id, const std::string& prefix, const Answer& answer) {
    const auto& newest = knowledge_.fact(id)->values;
    if (newest.empty()) return;
    if (!newest.front().showable() || newest.front().valid_to) {
      error(answer.at, "fact '" + id + "' has no value that may be shown from now on",
            "let the answer need 'fact." + id + "', and give one without it");
    } else if (prefix == "since." && !newest.front().valid_from) {
      error(answer.at, "fact '" + id + "' does not say since when it holds", "leave out {since." + id + "}");
    }
  }

  const Knowledge& knowledge_;
  Problems& problems_;
  std::vector<std::string> topics_;
  std::vector<std::string> facts_;
  std::vector<std::string> sources_;
  std::vector<std::string> rules_;
};

}  // namespace

void check_references(const Knowledge& knowledge, Problems& problems) {
  References(knowledge, problems).check();
}

}  // namespace tulay::knowledge
