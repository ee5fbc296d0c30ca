#include "intents/thresholds.hpp"

namespace tulay::intents {

Thresholds read_thresholds(knowledge::Table& file) {
  Thresholds t;
  const auto read = [&](const char* key, double& value) {
    const auto number = file.number(key);
    if (!number) {
      file.problem("", std::string("threshold '") + key + "' is missing",
                   "add it, or run tulay eval --folds 5 --fit");
    } else if (*number < 0) {
      file.problem(key, std::string("threshold '") + key + "' is below 0");
    } else {
      value = *number;
    }
  };
  read("answer", t.answer);
  read("margin", t.margin);
  read("clarify", t.clarify);
  read("band", t.band);
  read("similar", t.similar);
  read("suggest", t.suggest);
  read("sharpness", t.sharpness);
  read("cap", t.cap);
  read("unexplained", t.unexplained);
  read("foreign", t.foreign);
  read("lengthy", t.lengthy);
  read("question", t.question);
  read("mended", t.mended);
  read("urgent", t.urgent);
  file.refuse_unknown_keys();
  return t;
}

}  // namespace tulay::intents
