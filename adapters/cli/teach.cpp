#include "adapters/cli/teach.hpp"

#include <fstream>
#include <optional>
#include <sstream>
#include <system_error>

#include "adapters/cli/check_data.hpp"
#include "adapters/cli/whole_file.hpp"
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

tl::expected<void, std::string> replace(const fs::path& file, const std::string& content) {
  return write_whole(file, [&](std::ostream& out) { out << content; });
}

void restore(const fs::path& file, const std::optional<std::string>& before) {
  std::error_code ignored;
  if (before) {
    (void)replace(file, *before);
  } else {
    fs::remove(file, ignored);
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
  const auto taught = console::with_example(old.value_or(""), lesson.language, lesson.text);
  if (const auto written = replace(file, taught); !written) return tl::unexpected(written.error() + "\n");
  const auto after = check_data(config, today);
  if (knowledge::has_errors(after.problems)) {
    restore(file, old);
    return tl::unexpected("it would break what is there, so it was undone\n" + errors_in(after.problems));
  }
  return Learned{file, reading_of(after.snapshot->catalog, lesson, today)};
}

}  // namespace tulay::cli
