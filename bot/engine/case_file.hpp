#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/engine/answer.hpp"
#include "bot/engine/filling.hpp"
#include "bot/ports/case.hpp"

namespace tulay::bot {

/// A case of the firm's file in the client's words: each answer a few paragraphs, dates as the file has them.
/// For one reply; not for sharing by threads.
class CaseFile {
 public:
  explicit CaseFile(const Setting& setting);

  /// Adds a phrase of the bot.
  void say(std::string_view phrase);
  void add(std::string paragraph) { paragraphs_.push_back(std::move(paragraph)); }
  /// "re-parole RP-2026-014: Received by USCIS."
  [[nodiscard]] std::string line(const Case& one);
  /// Adds what `question`, an intent, asks of the case.
  void tell(const Case& one, std::string_view question);

  [[nodiscard]] std::string text() const;
  [[nodiscard]] knowledge::HandoffLevel level() const { return level_; }
  [[nodiscard]] std::string phrase(std::string_view id) { return filling_.phrase(id, sms_); }

 private:
  void status(const Case& one);
  void step(const Case& one);
  void dates(const Case& one);
  void documents(const Case& one);
  void receipts(const Case& one);
  void attorney(const Case& one);
  void parole(const Case& one);
  void name(const Case& one);
  void set(std::string_view name, std::string value);
  [[nodiscard]] std::string in_words(knowledge::Date day) const;
  [[nodiscard]] std::string word(std::string_view group, const std::string& code) const;
  [[nodiscard]] const knowledge::CaseStage* stage_of(const Case& one) const;

  const Setting& setting_;
  bool sms_;
  Filling filling_;
  knowledge::HandoffLevel level_ = knowledge::HandoffLevel::none;
  std::vector<std::string> paragraphs_;
};

/// Has USCIS given the case a number?
[[nodiscard]] bool has_receipt(const Case& one);

}  // namespace tulay::bot
