#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "knowledge/problem.hpp"

namespace tulay::console {

/// One labelled utterance: what is asked, and the labels that would serve the client as well.
struct Utterance {
  std::string id;
  std::string text;
  std::string language;  // en, es, tl, mixed
  std::string channel;
  std::string style;
  std::string family;
  std::string intent;
  std::vector<std::string> also;

  [[nodiscard]] bool accepts(std::string_view label) const;
  [[nodiscard]] bool in_scope() const { return intent != "out_of_scope"; }
};

/// A message with several questions, in the order asked.
struct SeveralQuestions {
  std::string id;
  std::string text;
  std::vector<std::string> intents;
};

/// A conversation, turn by turn.
struct Dialogue {
  std::string id;
  std::vector<Utterance> turns;
};

/// Labelled data from JSON lines: each line is an utterance (`intent`), a message with several questions
/// (`intents`) or a dialogue (`turns`).
struct Corpus {
  std::vector<Utterance> utterances;
  std::vector<SeveralQuestions> several;
  std::vector<Dialogue> dialogues;
};

/// Lines that can't be read are recorded with their number, and left out.
[[nodiscard]] Corpus read_corpus(const std::filesystem::path& path, knowledge::Problems& problems);

}  // namespace tulay::console
