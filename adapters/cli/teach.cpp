#include "adapters/cli/teach.hpp"

#include <fstream>
#include <optional>
#include <sstream>
#include <system_error>

#include "adapters/cli/check_data.hpp"
#include "adapters/console/example_file.hpp"
#include "intents/understand.hpp"

namespace tulay::cli {
namespace {

namespace fs = std::filesystem;

/// Nothing where there is no file.
std::optional<std::string> content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// In one step, so that a server that reloads never reads half a file.
bool replace(const fs::path& file, const std::string& content) {
  const fs::path aside = file.string() + ".new";
  {
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    out << content;
    if (!out.flush()) return false;
  }
  std::error_code error;
  fs::rename(aside, file, error);
  return !error;
}

void restore(const fs::path& file, const std::optional<std::string>& before) {
  std::error_code ignored;
  if (!before) {
    fs::remove(file, ignored);
  } else if (!replace(file, *before)) {
    fs::remove(file.string() + ".new", ignored);
  }
}

std::string errors_in(const knowledge::Problems& problems) {
  std::string out;
  for (const auto& problem : problems) {
    if (problem.severity == knowledge::Severity::error) out += knowledge::to_string(problem) + "\n";
  }
  return out;
}

std::string reading_of(const intents::Catalog& catalog, const Lesson& lesson, knowledge::Date today) {
  const auto understood = intents::understand(catalog, lesson.text, {}, today);
  const auto& clause = understood.clauses.front();
  if (clause.candidates.empty() || clause.decision == intents::Decision::fallback)
    return "still not understood: a pattern is needed, too";
  const auto first = clause.candidates.front().intent;
  return clause.decision == intents::Decision::answer ? "answered as " + first
                                                      : "asked back, " + first + " first";
}

}  // namespace

tl::expected<Learned, std::string> teach(const Config& config, const Lesson& lesson, knowledge::Date today) {
  const auto before = check_data(config, today);
  if (knowledge::has_errors(before.problems))
    return tl::unexpected("the data has faults already; nothing was written\n" + errors_in(before.problems));
  if (before.snapshot->catalog.intent(lesson.intent) == nullptr)
    return tl::unexpected("there is no intent '" + lesson.intent + "'\n");
  const auto file = config.data_dir / "intents" / "examples" / (lesson.intent + ".toml");
  const auto old = content_of(file);
  if (!replace(file, console::with_example(old.value_or(""), lesson.language, lesson.text)))
    return tl::unexpected(file.string() + " cannot be written\n");
  const auto after = check_data(config, today);
  if (knowledge::has_errors(after.problems)) {
    restore(file, old);
    return tl::unexpected("it would break what is there, so it was undone\n" + errors_in(after.problems));
  }
  return Learned{file, reading_of(after.snapshot->catalog, lesson, today)};
}

}  // namespace tulay::cli
