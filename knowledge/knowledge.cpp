#include "knowledge/knowledge.hpp"

#include <algorithm>

#include "knowledge/guide_checks.hpp"
#include "knowledge/references.hpp"

namespace tulay::knowledge {
namespace {

namespace fs = std::filesystem;

template <class T>
const T* find(const std::vector<T>& items, std::string_view id) {
  const auto found =
      std::lower_bound(items.begin(), items.end(), id,
                       [](const T& item, std::string_view wanted) { return item.id < wanted; });
  return found == items.end() || found->id != id ? nullptr : &*found;
}

template <class T>
void sort_by_id(std::vector<T>& items, std::string_view what, Problems& problems) {
  std::stable_sort(items.begin(), items.end(), [](const T& a, const T& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (items[i].id != items[i - 1].id) continue;
    problems.push_back({Severity::error, items[i].at,
                        std::string(what) + " '" + items[i].id + "' stands twice",
                        "the other one is at " + to_string(items[i - 1].at)});
  }
}

template <class T>
void append(std::vector<T>& to, std::vector<T> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

}  // namespace

class KnowledgeReader {
 public:
  KnowledgeReader(const fs::path& folder, Problems& problems) : folder_(folder), problems_(problems) {}

  std::optional<Knowledge> read() {
    each("facts", [this](Table& file, const fs::path&) { append(out_.facts_, read_facts(file)); });
    each("phrases", [this](Table& file, const fs::path&) { append(out_.phrases_, read_phrases(file)); });
    each("topics", [this](Table& file, const fs::path& path) { read_one_topic(file, path); });
    each("guides", [this](Table& file, const fs::path& path) { read_one_guide(file, path); });
    one("sources.toml", [this](Table& file) { append(out_.sources_, read_sources(file)); });
    one("rules.toml", [this](Table& file) { read_rules(file); });
    one("words.toml", [this](Table& file) { read_words(file); });
    one("case_words.toml", [this](Table& file) { read_words(file); });
    one("case_stages.toml", [this](Table& file) { append(out_.case_stages_, read_case_stages(file)); });
    sort_by_id(out_.facts_, "fact", problems_);
    sort_by_id(out_.phrases_, "phrase", problems_);
    sort_by_id(out_.topics_, "topic", problems_);
    sort_by_id(out_.guides_, "guide", problems_);
    sort_by_id(out_.sources_, "source", problems_);
    sort_by_id(out_.rules_, "rule", problems_);
    sort_by_id(out_.case_stages_, "stage", problems_);
    if (all_read_) check_references(out_, problems_);
    if (out_.topics_.empty())
      problems_.push_back({Severity::error, {"knowledge/topics", 0, 0}, "no topics found", "check data.dir"});
    if (has_errors(problems_)) return std::nullopt;
    return std::move(out_);
  }

 private:
  template <class Use>
  void each(std::string_view name, Use use) {
    for (const auto& path : data_files_below(folder_ / name)) {
      if (auto file = read_data_file(path, ("knowledge" / fs::relative(path, folder_)).string(), problems_))
        use(*file, path);
      else
        all_read_ = false;
    }
  }

  template <class Use>
  void one(const std::string& name, Use use) {
    if (auto file = read_data_file(folder_ / name, "knowledge/" + name, problems_))
      use(*file);
    else
      all_read_ = false;
  }

  void read_one_topic(Table& file, const fs::path& path) {
    out_.topics_.push_back(read_topic(file));
    if (out_.topics_.back().id == path.stem().string()) return;
    file.problem("topic", "topic '" + out_.topics_.back().id + "' stands in " + path.filename().string(),
                 "name the file after the topic");
  }

  void read_one_guide(Table& file, const fs::path& path) {
    out_.guides_.push_back(read_guide(file));
    const auto& guide = out_.guides_.back();
    check_guide(guide, problems_);
    if (guide.id == path.stem().string()) return;
    file.problem("guide", "guide '" + guide.id + "' stands in " + path.filename().string(),
                 "name the file after the guide");
  }

  void read_rules(Table& file) {
    for (const auto& id : file.keys()) {
      auto table = file.table(id);
      if (!table) continue;
      out_.rules_.push_back({id, table->required_text("kind"), table->required_text("says"), table->at()});
      static_cast<void>(table->required_text("section"));
      table->refuse_unknown_keys();
    }
  }

  void read_words(Table& file) {
    for (const auto& group : file.keys()) {
      auto table = file.table(group);
      if (!table) continue;
      for (const auto& word : table->keys())
        out_.words_[std::string(group).append(".").append(word)] = table->required_localized(word);
    }
  }

  fs::path folder_;
  Problems& problems_;
  bool all_read_ = true;  // else whatever refers to the unread file would be a fault of its own
  Knowledge out_;
};

std::optional<Knowledge> Knowledge::load(const fs::path& folder, Problems& problems) {
  Problems own;
  auto loaded = KnowledgeReader(folder, own).read();
  problems.insert(problems.end(), own.begin(), own.end());
  return loaded;
}

const Topic* Knowledge::topic(std::string_view id) const { return find(topics_, id); }
const Guide* Knowledge::guide(std::string_view id) const { return find(guides_, id); }
const Fact* Knowledge::fact(std::string_view id) const { return find(facts_, id); }
const Source* Knowledge::source(std::string_view id) const { return find(sources_, id); }
const CaseStage* Knowledge::case_stage(std::string_view id) const { return find(case_stages_, id); }
const Phrase* Knowledge::phrase(std::string_view id) const { return find(phrases_, id); }

std::optional<std::string> Knowledge::word(std::string_view id, Language language) const {
  const auto found = words_.find(id);
  return found == words_.end() ? std::nullopt : std::optional(found->second[language]);
}

std::vector<std::string> Knowledge::rules_without_topic() const {
  std::vector<std::string> missing;
  for (const auto& rule : rules_) {
    const bool stated = std::any_of(topics_.begin(), topics_.end(), [&](const Topic& topic) {
      return std::find(topic.rules.begin(), topic.rules.end(), rule.id) != topic.rules.end();
    });
    if (!stated) missing.push_back(rule.id);
  }
  return missing;
}

Problems Knowledge::stale_on(Date today) const {
  Problems stale;
  for (const auto& fact : facts_) {
    const auto* const value = fact.on(today);
    if (value == nullptr || !value->stale_on(today)) continue;
    stale.push_back({Severity::warning, value->at,
                     "fact '" + fact.id + "' was to be reviewed by " + iso(*value->review_by),
                     "look it up at its source, then set checked_on and review_by"});
  }
  return stale;
}

}  // namespace tulay::knowledge
