#include "adapters/console/repl.hpp"

#include "intents/explain.hpp"

namespace tulay::console {
namespace {

constexpr const char* help =
    "Write what a client would write. Commands:\n"
    "  /why               the whole reasoning for the last message\n"
    "  /lang en|es|tl     the language of the page the client is on\n"
    "  /channel web|sms|console   how the answer is shown\n"
    "  /today YYYY-MM-DD  the day on which the client writes\n"
    "  /reload            read knowledge and patterns again\n"
    "  /new               a new conversation\n"
    "  /quit              leave\n";

class Console {
 public:
  Console(const Workbench& workbench, const Terminal& terminal)
      : workbench_(workbench), terminal_(terminal), today_(workbench.today) {
    session_.channel = bot::Channel::web;
  }

  void run() {
    if (!reload()) return;
    terminal_.write("Tulay console. /help says what there is.\n");
    while (auto line = terminal_.read_line("tulay> ")) {
      if (line->empty()) continue;
      if (line->front() == '/') {
        if (!command(*line)) return;
      } else {
        say(*line);
      }
    }
  }

 private:
  bool reload() {
    knowledge::Problems problems;
    auto loaded = workbench_.load(problems);
    for (const auto& problem : problems) {
      if (problem.severity == knowledge::Severity::error)
        terminal_.write(knowledge::to_string(problem) + "\n");
    }
    if (loaded) snapshot_ = std::move(loaded);
    return snapshot_ != nullptr;
  }

  void say(const std::string& text) {
    auto said = bot::say(*snapshot_, workbench_.firm, session_, text, today_, {});
    for (const auto& reply : said.replies) show(reply);
    session_ = said.next;
    last_text_ = text;
    last_ = std::move(said);
  }

  void show(const bot::Reply& reply) {
    const std::string head =
        "[" + std::string(name(reply.outcome)) + (reply.intent ? " " + *reply.intent : "") + "]";
    terminal_.write(dim(head) + "\n" + reply.text + "\n");
    if (session_.channel == bot::Channel::sms) return;
    for (std::size_t i = 0; i < reply.suggestions.size(); ++i) {
      terminal_.write("  " + std::to_string(i + 1) + ". " + reply.suggestions[i].label + "\n");
    }
    for (const auto& source : reply.sources)
      terminal_.write(dim("  " + source.title + (source.url.empty() ? "" : "  " + source.url)) + "\n");
  }

  [[nodiscard]] std::string dim(const std::string& text) const {
    return terminal_.colour ? "\x1b[2m" + text + "\x1b[0m" : text;
  }

  bool command(const std::string& line) {
    const auto blank = line.find(' ');
    const std::string verb = line.substr(0, blank);
    const std::string rest = blank == std::string::npos ? "" : line.substr(blank + 1);
    if (verb == "/quit") return false;
    if (verb == "/why") {
      why();
    } else if (verb == "/lang") {
      set_language(rest);
    } else if (verb == "/channel") {
      set_channel(rest);
    } else if (verb == "/today") {
      set_today(rest);
    } else if (verb == "/reload") {
      terminal_.write(reload_again() ? "read again\n" : "the old knowledge goes on\n");
    } else if (verb == "/new") {
      start_again();
    } else {
      terminal_.write(help);
    }
    return true;
  }

  bool reload_again() {
    const auto before = snapshot_;
    reload();
    return snapshot_ != before;
  }

  void why() {
    if (!last_) return terminal_.write("nothing was said yet\n");
    terminal_.write(intents::explain(last_->trace.understanding, last_text_) +
                    intents::concepts_in(snapshot_->catalog, last_text_));
  }

  void set_language(const std::string& tag) {
    const auto language = knowledge::language_from_tag(tag);
    if (!language) return terminal_.write("use /lang en, /lang es or /lang tl\n");
    session_.language = *language;
  }

  void set_channel(const std::string& channel) {
    if (channel == "web") {
      session_.channel = bot::Channel::web;
    } else if (channel == "sms") {
      session_.channel = bot::Channel::sms;
    } else if (channel == "console") {
      session_.channel = bot::Channel::console;
    } else {
      terminal_.write("use /channel web, /channel sms or /channel console\n");
    }
  }

  void set_today(const std::string& text) {
    const auto day = knowledge::date_from_iso(text);
    if (!day) return terminal_.write("write the day as 2026-11-24\n");
    today_ = *day;
  }

  void start_again() {
    bot::Session fresh;
    fresh.channel = session_.channel;
    fresh.language = session_.language;
    session_ = fresh;
    last_.reset();
  }

  const Workbench& workbench_;
  const Terminal& terminal_;
  knowledge::Date today_;
  std::shared_ptr<const bot::Snapshot> snapshot_;
  bot::Session session_;
  std::string last_text_;
  std::optional<bot::Said> last_;
};

}  // namespace

void run_console(const Workbench& workbench, const Terminal& terminal) { Console(workbench, terminal).run(); }

}  // namespace tulay::console
