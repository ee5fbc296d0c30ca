#include <algorithm>
#include <array>

#include "adapters/cli/config_reader.hpp"

namespace tulay::cli {
namespace {

/// Secure, or to this machine.
bool is_safe_url(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://127.0.0.1") ||
         url.starts_with("http://localhost") || url.starts_with("http://[::1]");
}

bool is_address(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>'; });
}

void read_webhook(Reader& reader, NotifyConfig& notify, knowledge::Problems& problems) {
  reader.text("notify.webhook_url", notify.webhook_url);
  if (notify.webhook_url.empty()) return;
  const auto& given = *reader.find("notify.webhook_url");
  if (!is_safe_url(notify.webhook_url))
    reader.fault(given, "notify.webhook_url '" + notify.webhook_url + "' is not safe", "use https://");
  const auto secrets = reader.secret_lines("notify.webhook_secret_file");
  if (!secrets.empty()) notify.webhook_secret = secrets.front();
  if (reader.find("notify.webhook_secret_file") == nullptr)
    problems.push_back({knowledge::Severity::error, given.at,
                        "notify.webhook_url is set, but notify.webhook_secret_file is not",
                        "without a signature the receiver cannot know us"});
}

void read_mail(Reader& reader, NotifyConfig& notify, knowledge::Problems& problems) {
  reader.text("notify.mail_server", notify.mail_server);
  if (notify.mail_server.empty()) return;
  const auto& given = *reader.find("notify.mail_server");
  if (!notify.mail_server.starts_with("smtp://") && !notify.mail_server.starts_with("smtps://"))
    reader.fault(given, "notify.mail_server '" + notify.mail_server + "' is no mail server",
                 "write smtp://mail.example.com:587, or smtps://mail.example.com:465");
  reader.text("notify.mail_user", notify.mail_user);
  const auto passwords = reader.secret_lines("notify.mail_password_file");
  if (!passwords.empty()) notify.mail_password = passwords.front();
  reader.text("notify.mail_from", notify.mail_from);
  reader.texts("notify.mail_to", notify.mail_to);
  auto addresses = notify.mail_to;
  addresses.push_back(notify.mail_from);
  if (notify.mail_to.empty() || !std::all_of(addresses.begin(), addresses.end(), is_address))
    problems.push_back({knowledge::Severity::error, given.at,
                        "notify.mail_server is set, but notify.mail_from or notify.mail_to is no address",
                        "write them as help@example.com"});
}

}  // namespace

void read_office(Reader& reader, knowledge::OfficeHours& office) {
  if (const auto* const given = reader.find("office.open")) {
    std::vector<std::string> texts;
    reader.texts("office.open", texts);
    office.open.clear();
    for (const auto& text : texts) {
      if (const auto hours = knowledge::open_time_from(text)) {
        office.open.push_back(*hours);
      } else {
        reader.fault(*given, "office.open has '" + text + "', which are no hours",
                     "write mon-fri 9:00-17:00");
      }
    }
  }
  std::vector<std::string> days;
  reader.texts("office.closed", days);
  for (const auto& text : days) {
    if (const auto day = knowledge::closed_day_from(text)) {
      office.closed.push_back(*day);
    } else {
      reader.fault(*reader.find("office.closed"), "office.closed has '" + text + "', which is no day",
                   "write 2026-11-26, or 12-25 for every year");
    }
  }
}

void read_notify(Reader& reader, NotifyConfig& notify, knowledge::Problems& problems) {
  std::string details = "no";
  reader.text("notify.details", details);
  if (details != "yes" && details != "no")
    reader.fault(*reader.find("notify.details"), "notify.details must be yes or no, not '" + details + "'");
  notify.details = details == "yes";
  read_webhook(reader, notify, problems);
  read_mail(reader, notify, problems);
}

}  // namespace tulay::cli
