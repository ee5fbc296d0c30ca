#include <algorithm>
#include <sstream>

#include "adapters/console/week_report.hpp"
#include "bot/engine/html_text.hpp"

namespace tulay::console {
namespace {

using knowledge::Language;

constexpr int chart_width = 640;
constexpr int label_pixels = 240;
constexpr int bar_height = 20;
constexpr int row_height = 28;
constexpr int column_height = 160;
constexpr std::size_t topics_shown = 20;

// Told apart also by eyes that see few colours; text on the page says the same figures.
constexpr std::string_view colour(Language language) {
  return language == Language::es ? "#d55e00" : language == Language::tl ? "#009e73" : "#0072b2";
}

constexpr std::string_view head = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 720px; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: right; padding: .3rem .5rem; border-bottom: 1px solid #ddd; }
th:first-child, td:first-child { text-align: left; } svg { width: 100%; height: auto; } text { font-size: 13px; fill: #1a1a1a; }
</style>
)";

int total(const std::map<Language, int>& counts) {
  int sum = 0;
  for (const auto& [language, count] : counts) sum += count;
  return sum;
}

int scaled(int count, int most, int length) { return most == 0 ? 0 : count * length / most; }

void rectangle(int x, int y, int width, int height, Language language, int count, std::ostream& out) {
  out << "<rect x=\"" << x << "\" y=\"" << y << "\" width=\"" << width << "\" height=\"" << height
      << "\" fill=\"" << colour(language) << "\"><title>" << knowledge::tag(language) << ": " << count
      << "</title></rect>";
}

/// A bar a row, made of the languages.
void bars(const std::vector<std::pair<std::string, std::map<Language, int>>>& rows, const std::string& title,
          std::ostream& out) {
  int most = 0;
  for (const auto& [label, counts] : rows) most = std::max(most, total(counts));
  const int height = static_cast<int>(rows.size()) * row_height;
  out << "<svg role=\"img\" aria-label=\"" << bot::html_text(title) << "\" viewBox=\"0 0 " << chart_width + 60
      << ' ' << height << "\">\n";
  int y = 0;
  for (const auto& [label, counts] : rows) {
    out << "<text x=\"" << label_pixels - 8 << "\" y=\"" << y + 15 << "\" text-anchor=\"end\">"
        << bot::html_text(label) << "</text>";
    int x = label_pixels;
    for (const auto& [language, count] : counts) {
      const int width = scaled(count, most, chart_width - label_pixels);
      rectangle(x, y, width, bar_height, language, count, out);
      x += width;
    }
    out << "<text x=\"" << x + 6 << "\" y=\"" << y + 15 << "\">" << total(counts) << "</text>\n";
    y += row_height;
  }
  out << "</svg>\n";
}

/// A column a day, made of the languages.
void columns(const Week& week, std::ostream& out) {
  int most = 0;
  for (const auto& counts : week.per_day) most = std::max(most, total(counts));
  const int step = chart_width / std::max(week.days, 1);
  out << "<svg role=\"img\" aria-label=\"Questions by day\" viewBox=\"0 0 " << chart_width << ' '
      << column_height + 50 << "\">\n";
  for (int day = 0; day < week.days; ++day) {
    const auto& counts = week.per_day[static_cast<std::size_t>(day)];
    const int x = day * step + step / 6;
    int y = column_height + 20;
    for (const auto& [language, count] : counts) {
      const int height = scaled(count, most, column_height);
      y -= height;
      rectangle(x, y, step * 2 / 3, height, language, count, out);
    }
    out << "<text x=\"" << x + step / 3 << "\" y=\"" << y - 4 << "\" text-anchor=\"middle\">" << total(counts)
        << "</text><text x=\"" << x + step / 3 << "\" y=\"" << column_height + 40
        << "\" text-anchor=\"middle\">" << knowledge::iso(knowledge::plus_days(week.from, day)).substr(5)
        << "</text>\n";
  }
  out << "</svg>\n";
}

void table_row(const std::string& label, const Tallied& tally, std::ostream& out) {
  out << "<tr><td>" << bot::html_text(label) << "</td><td>" << tally.questions << "</td><td>"
      << tally.answered << "</td><td>" << tally.clarified << "</td><td>" << tally.missed << "</td><td>"
      << tally.handed_over << "</td></tr>\n";
}

void table(const Week& week, const TopicLabel& label, std::ostream& out) {
  out << "<table><thead><tr><th scope=\"col\"></th><th scope=\"col\">Questions</th><th "
         "scope=\"col\">Answered</th>"
         "<th scope=\"col\">Asked back</th><th scope=\"col\">Missed</th><th scope=\"col\">Handed "
         "over</th></tr>"
         "</thead><tbody>\n";
  table_row("All", week.all, out);
  for (const auto& [language, tally] : week.languages)
    table_row("Language " + std::string(knowledge::tag(language)), tally, out);
  for (const auto& [intent, tally] : week.by_frequency()) table_row(label(intent), tally, out);
  out << "</tbody></table>\n";
}

}  // namespace

std::string page_of(const Week& week, const TopicLabel& label, const std::string& firm) {
  std::ostringstream out;
  const auto title = firm + ": " + knowledge::iso(week.from) + " to " +
                     knowledge::iso(knowledge::plus_days(week.from, week.days - 1));
  out << head << "<title>" << bot::html_text(title) << "</title></head><body>\n<h1>" << bot::html_text(title)
      << "</h1>\n<p>" << week.all.questions << " questions: answered "
      << share(week.all.answered, week.all.questions) << ", asked back "
      << share(week.all.clarified, week.all.questions) << ", missed "
      << share(week.all.missed, week.all.questions) << ", handed over "
      << share(week.all.handed_over, week.all.questions) << ". Time to first answer: half "
      << waiting_time(week.first_answer_within(0.5)) << ", nine in ten "
      << waiting_time(week.first_answer_within(0.9)) << ". Thumbs up " << week.thumbs.up << ", down "
      << week.thumbs.down << ".</p>\n<p>";
  for (const auto language : knowledge::all_languages)
    out << "<span style=\"color:" << colour(language) << "\">&#9632;</span> " << knowledge::tag(language)
        << ' ';
  out << "</p>\n<h2>Questions by day</h2>\n";
  columns(week, out);
  std::vector<std::pair<std::string, std::map<Language, int>>> rows;
  for (const auto& [intent, tally] : week.by_frequency()) {
    if (rows.size() < topics_shown) rows.emplace_back(label(intent), week.topic_languages.at(intent));
  }
  out << "<h2>Questions by topic</h2>\n";
  bars(rows, "Questions by topic", out);
  out << "<h2>All figures</h2>\n";
  table(week, label, out);
  out << "</body></html>\n";
  return out.str();
}

}  // namespace tulay::console
