#include "knowledge/references.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace tulay::knowledge {
namespace {

constexpr std::array<std::string_view, 3> filled_by_the_bot{"firm.", "case.", "slot."};
constexpr std::array<std::string_view, 2> filled_by_a_guide{"answer.", "days."};  // guide_checks.cpp

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
        rules_(ids_of(knowledge.rules())),
        phrases_(ids_of(knowledge.phrases())),
        guides_(ids_of(knowledge.guides())) {}

  void check() {
    for (const auto& topic : knowledge_.topics()) {
      known("suggested topic", topic.suggest, topics_, topic.at);
      known("source", topic.sources, sources_, topic.at);
      known("rule", topic.rules, rules_, topic.at);
      if (has(topic.suggest, topic.id))
        error(topic.at, "topic '" + topic.id + "' suggests itself", "suggest what a client asks next");
      for (const auto& answer : topic.answers)
        check_names({&answer.text, &answer.sms}, answer.needs, answer.at);
    }
    for (const auto& fact : knowledge_.facts()) {
      for (const auto& value : fact.values) known("source", {value.source}, sources_, value.at);
    }
    in_guide_ = true;
    for (const auto& guide : knowledge_.guides()) check_guide(guide);
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

  void check_guide(const Guide& guide) {
    known("topic", {guide.topic}, topics_, guide.at);
    known("topic", guide.offered_by, topics_, guide.at);
    known("source", guide.sources, sources_, guide.at);
    known("rule", guide.rules, rules_, guide.at);
    auto next = topics_;
    next.insert(next.end(), guides_.begin(), guides_.end());
    known("suggested topic or guide", guide.suggest, next, guide.at);
    for (const auto& step : guide.steps) check_names({&step.ask, &step.sms}, {}, step.at);
    for (const auto& saying : guide.sayings) {
      if (!saying.topic.empty()) known("topic", {saying.topic}, topics_, saying.at);
      if (!saying.phrase.empty()) known("phrase", {saying.phrase}, phrases_, saying.at);
      check_names({&saying.text, &saying.sms}, {}, saying.at);
    }
  }

  void check_names(std::initializer_list<const Localized<Template>*> texts,
                   const std::vector<std::string>& needs, const SourceLine& at) {
    auto names = needs;
    for (const auto* const text : texts)
      names.insert(names.end(), text->en.names().begin(), text->en.names().end());
    if (in_guide_) {
      std::erase_if(names, [](const std::string& name) {
        return std::any_of(filled_by_a_guide.begin(), filled_by_a_guide.end(),
                           [&](auto prefix) { return name.starts_with(prefix); });
      });
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const auto& name : names) check_name(name, needs, at);
  }

  void check_name(const std::string& name, const std::vector<std::string>& needs, const SourceLine& at) {
    const auto dot = name.find('.');
    const std::string prefix = name.substr(0, dot == std::string::npos ? 0 : dot + 1);
    const std::string id = name.substr(prefix.size());
    if (prefix == "fact." || prefix == "since." || prefix == "checked.") {
      if (!has(facts_, id)) return error(at, "unknown fact '" + id + "'", did_you_mean(id, facts_));
      if (!has(needs, "fact." + id)) check_showable(id, prefix, at);
    } else if (prefix == "source.") {
      known("source", {id}, sources_, at);
    } else if (std::find(filled_by_the_bot.begin(), filled_by_the_bot.end(), prefix) ==
               filled_by_the_bot.end()) {
      error(at, "unknown placeholder {" + name + "}",
            "use fact., since., checked., source., firm., case. or slot.");
    }
  }

  // The newest value must be for clients and open-ended, or the answer would one day lack its figure.
  void check_showable(const std::string& id, const std::string& prefix, const SourceLine& at) {
    const auto& newest = knowledge_.fact(id)->values;
    if (newest.empty()) return;
    if (!newest.front().showable() || newest.front().valid_to) {
      error(at, "fact '" + id + "' has no value that may be shown from now on",
            "let the answer need 'fact." + id + "', and give one without it");
    } else if (prefix == "since." && !newest.front().valid_from) {
      error(at, "fact '" + id + "' does not say since when it holds", "leave out {since." + id + "}");
    }
  }

  const Knowledge& knowledge_;
  Problems& problems_;
  std::vector<std::string> topics_;
  std::vector<std::string> facts_;
  std::vector<std::string> sources_;
  std::vector<std::string> rules_;
  std::vector<std::string> phrases_;
  std::vector<std::string> guides_;
  bool in_guide_ = false;
};

}  // namespace

void check_references(const Knowledge& knowledge, Problems& problems) {
  References(knowledge, problems).check();
}

}  // namespace tulay::knowledge
