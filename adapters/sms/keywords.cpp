#include "adapters/sms/keywords.hpp"

#include <utility>

#include "intents/fold.hpp"

namespace tulay::sms {
namespace {

constexpr const char* file_name = "knowledge/sms_keywords.toml";

/// " stop all ": every word between blanks, so that a whole phrase is found by its text.
std::string folded(std::string_view text) {
  std::string out = " ";
  for (const auto& word : intents::words_of(intents::fold(text))) out += word.text + " ";
  return out;
}

std::string without(std::string text, const std::string& phrase) {
  for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase))
    text.erase(at, phrase.size() - 1);
  return text;
}

}  // namespace

std::string Keywords::plain(std::string_view message) const {
  auto text = folded(message);
  for (const auto& phrase : ignored_) text = without(std::move(text), phrase);
  return text;
}

void Keywords::add(knowledge::Table& file, std::string_view key, Command command) {
  auto table = file.table(key);
  if (!table) return file.problem("", "'" + std::string(key) + "' is missing");
  for (const auto language : knowledge::all_languages) {
    const auto words = table->texts(knowledge::tag(language));
    if (words.empty()) table->problem("", "'" + std::string(knowledge::tag(language)) + "' is missing");
    for (const auto& word : words) {
      const auto text = plain(word.text);
      const bool fresh = text != " " && words_.emplace(text, Keyword{command, language, false}).second;
      if (!fresh)
        table->problem(knowledge::tag(language), "'" + word.text + "' says nothing, or stands there twice");
    }
  }
  table->refuse_unknown_keys();
}

std::optional<Keywords> Keywords::read(const std::filesystem::path& data, knowledge::Problems& problems) {
  auto file = knowledge::read_data_file(data / file_name, file_name, problems);
  if (!file) return std::nullopt;
  const auto before = problems.size();
  auto keywords = read(*file);
  return problems.size() == before ? std::move(keywords) : std::nullopt;
}

std::optional<Keywords> Keywords::read(knowledge::Table& file) {
  Keywords keywords;
  for (const auto& phrase : file.texts("ignored")) keywords.ignored_.push_back(folded(phrase.text));
  keywords.add(file, "opt_out", Command::opt_out);
  keywords.add(file, "opt_in", Command::opt_in);
  keywords.add(file, "help", Command::help);
  keywords.add(file, "more", Command::more);
  for (const auto& word : file.texts("carrier_answers")) {
    const auto found = keywords.words_.find(keywords.plain(word.text));
    if (found == keywords.words_.end()) {
      file.problem("carrier_answers", "'" + word.text + "' is no keyword of this file");
    } else {
      found->second.carrier_answers = true;
    }
  }
  file.refuse_unknown_keys();
  return keywords;
}

std::optional<Keyword> Keywords::find(std::string_view message, bool opted_out) const {
  const auto found = words_.find(plain(message));
  if (found == words_.end()) return std::nullopt;
  if (found->second.command == Command::opt_in && !opted_out) return std::nullopt;
  return found->second;
}

}  // namespace tulay::sms
