#include "adapters/console/corpus.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace tulay::console {
namespace {

using Json = nlohmann::json;

Utterance utterance_of(const Json& json, const char* text_key) {
  Utterance out;
  out.text = json.at(text_key).get<std::string>();
  out.intent = json.at("intent").get<std::string>();
  if (json.contains("also")) out.also = json.at("also").get<std::vector<std::string>>();
  out.id = json.value("id", "");
  out.language = json.value("lang", "");
  out.channel = json.value("channel", "");
  out.style = json.value("style", "");
  out.family = json.value("family", out.id);
  return out;
}

void read_line(const Json& json, Corpus& corpus) {
  if (json.contains("turns")) {
    Dialogue dialogue{json.value("id", ""), {}};
    for (const auto& turn : json.at("turns")) dialogue.turns.push_back(utterance_of(turn, "user"));
    corpus.dialogues.push_back(std::move(dialogue));
  } else if (json.contains("intents")) {
    corpus.several.push_back({json.value("id", ""), json.at("text").get<std::string>(),
                              json.at("intents").get<std::vector<std::string>>()});
  } else {
    corpus.utterances.push_back(utterance_of(json, "text"));
  }
}

}  // namespace

bool Utterance::accepts(std::string_view label) const {
  return label == intent || std::find(also.begin(), also.end(), label) != also.end();
}

Corpus read_corpus(const std::filesystem::path& path, knowledge::Problems& problems) {
  Corpus corpus;
  std::ifstream in(path);
  if (!in) {
    problems.push_back(
        {knowledge::Severity::error, {path.string(), 0, 0}, "the file can't be read", "check its name"});
    return corpus;
  }
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    try {
      read_line(Json::parse(line), corpus);
    } catch (const Json::exception&) {
      problems.push_back({knowledge::Severity::error,
                          {path.string(), number, 0},
                          "the line is no labelled utterance",
                          "each line is a JSON object with text and intent, text and intents, or turns"});
    }
  }
  return corpus;
}

}  // namespace tulay::console
