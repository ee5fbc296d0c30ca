#include "adapters/cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <utility>

#include "adapters/cli/settings.hpp"

namespace tulay::cli {
namespace {

/// Texts as CLI11 writes them, before they are made into dates and languages.
struct Written {
  std::string config;
  std::map<std::string, std::string, std::less<>> settings;
  std::string language;
  std::string today;
  std::string from;
};

void add_settings(CLI::App& command, Written& written) {
  command.add_option("--config", written.config, "configuration (tulay.toml in this folder, if it is there)");
  for (const auto& setting : settings()) {
    const std::string name(setting.name);
    command.add_option("--" + name, written.settings[name], std::string(setting.help))->group("Settings");
  }
}

std::string a_day(const std::string& text) {
  return knowledge::date_from_iso(text) ? "" : "'" + text + "' is not a day; write it as 2026-11-23";
}

std::string a_language(const std::string& text) {
  return knowledge::language_from_tag(text) ? "" : "'" + text + "' is not en, es or tl";
}

void add_today(CLI::App& command, Written& written) {
  command.add_option("--today", written.today, "the day to answer for, YYYY-MM-DD (today)")->check(a_day);
}

void add_serve(CLI::App& app, Options& options, Written& written) {
  auto& serve = *app.add_subcommand("serve", "answer over HTTP");
  serve.add_flag("--demo", options.demo, "a made-up firm, a page at /, conversations in memory");
  add_settings(serve, written);
}

void add_ask(CLI::App& app, Options& options, Written& written) {
  auto& ask = *app.add_subcommand("ask", "one question, one answer");
  ask.add_option("text", options.ask.text, "the question")->required();
  ask.add_flag("--json", options.ask.json, "the reply as HTTP gives it");
  ask.add_flag("--explain", options.ask.explain, "why this answer was given");
  ask.add_option("--language", written.language, "en, es or tl (as the question is written)")
      ->check(a_language);
  add_today(ask, written);
  add_settings(ask, written);
}

void add_check(CLI::App& app, Written& written) {
  auto& check = *app.add_subcommand("check", "report everything wrong or stale in the data files");
  add_today(check, written);
  add_settings(check, written);
}

void add_fit(CLI::App& app, Written& written) {
  auto& fit =
      *app.add_subcommand("fit", "weigh all examples anew after an edit, so that the next start is quick");
  add_settings(fit, written);
}

void add_eval(CLI::App& app, Options& options, Written& written) {
  auto& eval = *app.add_subcommand("eval", "how well labelled questions are understood");
  eval.add_option("file", options.eval.file, "labelled utterances, one JSON object a line")->required();
  eval.add_flag("--json", options.eval.json, "the figures for machines");
  eval.add_option("--predictions", options.eval.predictions, "write one JSON line an utterance here");
  eval.add_option("--folds", options.eval.folds, "fit thresholds on all folds but one, judge on that one")
      ->check(CLI::Range(2, 20));
  add_today(eval, written);
  add_settings(eval, written);
}

void add_console(CLI::App& app, Written& written) {
  auto& console = *app.add_subcommand("console", "try answers, and see why each was given");
  add_today(console, written);
  add_settings(console, written);
}

void add_remind(CLI::App& app, Options& options, Written& written) {
  auto& remind = *app.add_subcommand("remind", "reminders that are due before a parole ends");
  remind.add_flag("--send", options.remind.send, "queue them; the server sends them");
  remind.add_flag("--demo", options.demo, "of the made-up cases");
  add_today(remind, written);
  add_settings(remind, written);
}

void add_store(CLI::App& app, Options& options, Written& written) {
  auto& store = *app.add_subcommand("store", "look after the bot's own store");
  store.require_subcommand(1);
  auto& verify = *store.add_subcommand("verify", "has anything in the audit been changed?");
  verify.add_option("file", options.store.file, "the store's file; no server may have it open")->required();
  auto& backup = *store.add_subcommand("backup", "a checked copy, also while a server has it open");
  backup.add_option("file", options.store.file, "the store's file; may be left out for store.file")
      ->required();
  backup.add_option("to", options.store.to, "where the copy goes; must not be there yet");
  auto& restore = *store.add_subcommand("restore", "puts a copy back, checked");
  restore.add_option("backup", options.store.file, "the copy")->required();
  restore.add_option("to", options.store.to, "the store's file; must not be there")->required();
  auto& purge =
      *store.add_subcommand("purge", "erases what was kept long enough; a server does it by itself");
  auto& migrate = *store.add_subcommand("migrate", "brings the store up to this program's schema");
  for (auto* const one : {&backup, &purge, &migrate}) add_settings(*one, written);
  for (auto* const one : {&verify, &backup, &restore, &purge, &migrate})
    one->callback([&options, one] { options.store.action = one->get_name(); });
}

void add_review(CLI::App& app, Options& options, Written& written) {
  auto& review = *app.add_subcommand("review", "what waits for staff: tickets, questions that went wrong");
  auto& asked = options.review;
  review.add_flag("--all", asked.all, "closed tickets, too");
  review.add_flag("--json", asked.json, "the tickets for machines");
  review.add_option("--show", asked.show, "one ticket, with what was said before");
  review.add_option("--close", asked.close, "a ticket is done; noted in the audit")->take_all();
  review.add_flag("--missed", asked.missed, "questions that the bot could not answer, the like together");
  review.add_option("--settle", asked.settle, "a missed question is done, with those like it");
  review
      .add_option("--teach", asked.teach,
                  "ID INTENT: makes a missed question an example of an intent, if the check stays good")
      ->expected(2);
  review.add_option("--as", asked.as, "the example in other words");
  review.add_flag("--summary", asked.summary, "a week in figures");
  review.add_option("--from", written.from, "its first day, YYYY-MM-DD (the last seven days)")->check(a_day);
  review.add_option("--html", asked.html, "write the summary as a page with charts");
  add_settings(review, written);
}

void add_cases(CLI::App& app, Options& options, Written& written) {
  auto& cases = *app.add_subcommand("cases", "the firm's own cases");
  cases.require_subcommand(1);
  add_settings(cases, written);
  const auto action = [&](const std::string& name, const std::string& help) {
    auto& command = *cases.add_subcommand(name, help);
    command.fallthrough();  // settings may stand behind it
    command.callback([&options, name] { options.cases.action = name; });
    return &command;
  };
  action("check", "prove the mapping against the live database");
  action("import", "fill cases.file from a spreadsheet, whole or not at all")
      ->add_option("file", options.cases.file, "CSV with a header, one row a case or a filing")
      ->required();
  action("show", "what the bot would tell of a case; noted in the audit")
      ->add_option("case", options.cases.number, "the firm's number of the case")
      ->required();
}

std::optional<knowledge::Date> day(const std::string& text) {
  return text.empty() ? std::nullopt : knowledge::date_from_iso(text);
}

Options complete(Options options, const CLI::App& command, const Written& written) {
  options.command = command.get_name();
  if (!written.config.empty()) options.config_file = written.config;
  for (const auto& [name, text] : written.settings) {
    const auto flag = "--" + name;
    if (const auto* const option = command.get_option_no_throw(flag);
        option != nullptr && option->count() > 0)
      options.flags[name] = {{text, text, text}, {flag, 0, 0}};
  }
  options.ask.today = options.check.today = options.eval.today = options.console.today = day(written.today);
  options.remind.today = day(written.today);
  options.review.from = day(written.from);
  if (!written.language.empty()) options.ask.language = knowledge::language_from_tag(written.language);
  return options;
}

}  // namespace

tl::expected<Options, Farewell> read_options(const std::vector<std::string>& arguments) {
  CLI::App app("Tulay answers questions about humanitarian parole in English, Spanish and Tagalog.", "tulay");
  app.set_version_flag("--version", "tulay " TULAY_VERSION);
  app.require_subcommand(1);
  Options options;
  Written written;
  add_serve(app, options, written);
  add_ask(app, options, written);
  add_check(app, written);
  add_fit(app, written);
  add_eval(app, options, written);
  add_console(app, written);
  add_store(app, options, written);
  add_remind(app, options, written);
  add_review(app, options, written);
  add_cases(app, options, written);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 pops from the back
  } catch (const CLI::Success&) {
    const auto chosen = app.get_subcommands();
    return tl::unexpected(Farewell{
        0, app.count("--version") > 0 ? app.version() + "\n" : (chosen.empty() ? app : *chosen[0]).help()});
  } catch (const CLI::ParseError& error) {
    return tl::unexpected(Farewell{2, "tulay: error: " + std::string(error.what()) + "; see tulay --help\n"});
  }
  return complete(std::move(options), *app.get_subcommands().front(), written);
}

}  // namespace tulay::cli
