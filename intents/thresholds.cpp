#include "intents/thresholds.hpp"

namespace tulay::intents {

Thresholds read_thresholds(knowledge::Table& file) {
  Thresholds t;
  const auto read = [&](const char* key, double& value) {
    const auto number = file.number(key);
    if (!number) {
      file.problem("", std::string("threshold '") + key + "' is missing",
                   "add it; tulay eval --folds 5 shows what values cost");
    } else if (*number < 0) {
      file.problem(key, std::string("threshold '") + key + "' is below 0");
    } else {
      value = *number;
    }
  };
  read("answer", t.answer);
  read("alone", t.alone);
  read("another", t.another);
  read("left_out", t.left_out);
  read("foreign_is", t.foreign_is);
  read("clarify", t.clarify);
  read("offer", t.offer);
  read("urgent_share", t.urgent_share);
  read("sharpness", t.sharpness);
  read("pattern", t.pattern);
  read("follow_up", t.follow_up);
  read("same", t.same);
  read("related", t.related);
  read("stranger", t.stranger);
  read("unanchored", t.unanchored);
  read("urgent", t.urgent);
  read("cap", t.cap);
  read("unexplained", t.unexplained);
  read("foreign", t.foreign);
  read("lengthy", t.lengthy);
  read("question", t.question);
  read("mended", t.mended);
  file.refuse_unknown_keys();
  return t;
}

}  // namespace tulay::intents
