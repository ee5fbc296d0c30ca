#include "adapters/web/guide_page.hpp"

#include <optional>
#include <utility>

#include "bot/engine/guide_speech.hpp"
#include "bot/engine/html_text.hpp"
#include "bot/server/problem_json.hpp"

namespace tulay::web {
namespace {

constexpr const char* policy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

std::vector<std::string_view> parts_of(std::string_view text, std::string_view between) {
  std::vector<std::string_view> parts;
  for (auto at = text.find(between); at != std::string_view::npos; at = text.find(between)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + between.size());
  }
  parts.push_back(text);
  return parts;
}

/// The answers in the query; nothing when one of them is none of the guide's.
std::optional<bot::GuideAnswers> answers_in(const server::Request& request, const knowledge::Guide& guide,
                                            knowledge::Date today) {
  bot::GuideAnswers answers;
  while (const auto* const step = bot::path_of(guide, answers, today).waiting) {
    const auto given = request.query.find(step->id);
    if (given != request.query.end() && step->option(given->second) == nullptr &&
        given->second != knowledge::unknown_answer)
      return std::nullopt;
    answers[step->id] = given == request.query.end() ? std::string(knowledge::unknown_answer) : given->second;
  }
  return answers;
}

std::string page(const bot::Spoken& spoken, const std::string& title, const bot::Setting& setting) {
  std::string html = "<!doctype html>\n<html lang=\"" + std::string(knowledge::tag(setting.language)) +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                     "content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" "
                     "content=\"noindex\">\n<title>" +
                     bot::html_text(title) + "</title>\n</head>\n<body>\n<main>\n<h1>" +
                     bot::html_text(title) + "</h1>\n" + as_html(spoken.reply.text) + "<p>";
  for (const auto* const key : {"name", "phone"}) {
    const auto value = setting.firm.values.find(key);
    if (value != setting.firm.values.end()) html += bot::html_text(value->second[setting.language]) + " ";
  }
  return html + bot::html_text(knowledge::long_form(setting.today, setting.language)) +
         "</p>\n</main>\n</body>\n</html>\n";
}

server::Response answer(const server::Request& request, const std::string& id, const bot::Snapshot& snapshot,
                        const bot::Firm& firm, knowledge::Date today) {
  const auto* const guide = snapshot.knowledge.guide(id);
  if (guide == nullptr || !guide->printable) return server::problem(404, "no such page", request.id);
  const auto asked = request.query.find("language");
  const auto language = asked == request.query.end() ? std::optional(knowledge::Language::en)
                                                     : knowledge::language_from_tag(asked->second);
  if (!language) return server::problem(400, "language must be en, es or tl", request.id);
  const auto answers = answers_in(request, *guide, today);
  if (!answers) return server::problem(400, "no such answer", request.id);
  const bot::Session nobody;
  const bot::Setting setting{snapshot, firm, nobody, *language, today};
  server::Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = page(bot::tell_result(*guide, *answers, setting), guide->label[*language], setting);
  response.headers = {{"Content-Security-Policy", policy}, {"Referrer-Policy", "no-referrer"}};
  return response;
}

}  // namespace

std::string as_html(std::string_view text) {
  std::string out;
  for (const auto paragraph : parts_of(text, "\n\n")) {
    bool list = false;
    for (const auto line : parts_of(paragraph, "\n")) {
      const bool item = line.starts_with("- ");
      if (item != list) out += item ? "<ul>\n" : "</ul>\n";
      list = item;
      out += item ? "<li>" + bot::html_text(line.substr(2)) + "</li>\n"
                  : "<p>" + bot::html_text(line) + "</p>\n";
    }
    if (list) out += "</ul>\n";
  }
  return out;
}

std::vector<server::Route> guide_pages(const bot::SnapshotCell& snapshots, const bot::Firm& firm,
                                       const bot::Clock& clock) {
  std::vector<server::Route> routes;
  for (const auto& guide : snapshots.current()->knowledge.guides()) {
    if (!guide.printable) continue;
    const auto get = [&snapshots, &firm, &clock, id = guide.id](const server::Request& request) {
      const auto today = knowledge::day_in_zone(clock.now(), firm.time_zone).value_or(knowledge::Date{});
      return answer(request, id, *snapshots.current(), firm, today);
    };
    routes.push_back({"GET", bot::guide_page_path(guide.id), get, false});
  }
  return routes;
}

}  // namespace tulay::web
