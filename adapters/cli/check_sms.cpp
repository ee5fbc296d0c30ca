#include "adapters/cli/check_sms.hpp"

#include "adapters/sms/error_codes.hpp"
#include "adapters/sms/keywords.hpp"
#include "adapters/sms/sms_form.hpp"
#include "bot/engine/filling.hpp"
#include "bot/engine/quiet_hours.hpp"

namespace tulay::cli {
namespace {

using knowledge::Localized;
using knowledge::Problems;
using knowledge::Severity;
using knowledge::Template;

// What a client's case and words bring, a date or a name, is about so long.
constexpr const char* stand_in = "Nov 23, 2026..";

class SmsTexts {
 public:
  SmsTexts(const Config& config, const bot::Snapshot& snapshot, knowledge::Date today,
           const sms::Accents& accents, Problems& problems)
      : config_(config), snapshot_(snapshot), today_(today), accents_(accents), problems_(problems) {}

  void check(const std::string& whose, const Localized<Template>& text, const knowledge::SourceLine& at) {
    for (const auto language : knowledge::all_languages) {
      bot::Filling filling(snapshot_.knowledge, config_.firm, language, today_, {});
      for (const auto& name : text[language].names()) {
        if (!filling.has(name)) filling.set(name, stand_in);
      }
      const auto filled = filling.fill(text[language]);
      const auto where = whose + ", by SMS in " + std::string(knowledge::tag(language));
      if (const auto fault = sms::fault_of(filled))
        problems_.push_back(
            {Severity::error, at, where + ": " + *fault, "write its sms form shorter or plainer"});
      if (language != knowledge::Language::es) continue;
      if (const auto word = accents_.doubtful(filled))
        problems_.push_back({Severity::warning, at,
                             where + ": '" + *word + "' loses its accent near a negation or a date",
                             "say it in other words"});
    }
  }

 private:
  const Config& config_;
  const bot::Snapshot& snapshot_;
  knowledge::Date today_;
  const sms::Accents& accents_;
  Problems& problems_;
};

}  // namespace

Problems check_sms(const Config& config, const bot::Snapshot& snapshot, knowledge::Date today) {
  Problems problems;
  static_cast<void>(sms::Keywords::read(config.data_dir, problems));
  static_cast<void>(sms::ErrorCodes::read(config.data_dir, "twilio", problems));
  static_cast<void>(bot::QuietHours::read(config.data_dir, problems));
  const auto accents = sms::Accents::read(config.data_dir, problems);
  if (!accents) return problems;
  SmsTexts texts(config, snapshot, today, *accents, problems);
  for (const auto& topic : snapshot.knowledge.topics()) {
    for (const auto& answer : topic.answers) texts.check("topic '" + topic.id + "'", answer.sms, answer.at);
  }
  for (const auto& phrase : snapshot.knowledge.phrases())
    texts.check("phrase '" + phrase.id + "'", phrase.sms, phrase.at);
  return problems;
}

}  // namespace tulay::cli
