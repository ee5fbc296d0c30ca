#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/case_stage.hpp"
#include "knowledge/fact.hpp"
#include "knowledge/guide.hpp"
#include "knowledge/phrase.hpp"
#include "knowledge/problem.hpp"
#include "knowledge/source.hpp"
#include "knowledge/topic.hpp"

namespace tulay::knowledge {

/// One statement of the firm's page; rules.toml.
struct Rule {
  std::string id;
  std::string kind;
  std::string says;
  SourceLine at;
};

/// Everything the bot may say: immutable once loaded, may be shared by threads.
class Knowledge {
 public:
  /// Reads `folder` (facts, topics, guides, phrases, sources, rules, words) whole and checks every reference.
  /// Nothing half-loads: with any error the result is empty. Warnings are recorded and do not stop it.
  static std::optional<Knowledge> load(const std::filesystem::path& folder, Problems& problems);

  [[nodiscard]] const Topic* topic(std::string_view id) const;
  [[nodiscard]] const Fact* fact(std::string_view id) const;
  [[nodiscard]] const Source* source(std::string_view id) const;
  [[nodiscard]] const Phrase* phrase(std::string_view id) const;
  [[nodiscard]] const Guide* guide(std::string_view id) const;
  [[nodiscard]] const CaseStage* case_stage(std::string_view id) const;
  /// "your mother" for ("relationship.mother", en); nothing when unknown.
  [[nodiscard]] std::optional<std::string> word(std::string_view id, Language language) const;

  [[nodiscard]] const std::vector<Topic>& topics() const { return topics_; }
  [[nodiscard]] const std::vector<Guide>& guides() const { return guides_; }
  [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
  [[nodiscard]] const std::vector<Phrase>& phrases() const { return phrases_; }
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<Source>& sources() const { return sources_; }

  /// Rules that no topic states.
  [[nodiscard]] std::vector<std::string> rules_without_topic() const;
  /// Facts and topics past their review date on a day, as warnings.
  [[nodiscard]] Problems stale_on(Date today) const;

 private:
  std::vector<Topic> topics_;  // sorted by id, as the rest
  std::vector<Guide> guides_;
  std::vector<Fact> facts_;
  std::vector<Source> sources_;
  std::vector<Phrase> phrases_;
  std::vector<Rule> rules_;
  std::vector<CaseStage> case_stages_;
  std::map<std::string, Localized<std::string>, std::less<>> words_;

  friend class KnowledgeReader;
};

}  // namespace tulay::knowledge
