#include "adapters/cli/settings.hpp"

#include <algorithm>
#include <array>

namespace tulay::cli {
namespace {

constexpr std::array all{
    Setting{"listen.address", Kind::text, "address to listen on (127.0.0.1)"},
    Setting{"listen.port", Kind::whole, "port; 0 takes a free one and prints it (8080)", 0, 65535},
    Setting{"listen.trusted_proxies", Kind::texts,
            "addresses of our own proxies, whose X-Forwarded-For counts (none)"},
    Setting{"data.dir", Kind::text, "folder that holds knowledge/ and intents/ (the installed one)"},
    Setting{"store.file", Kind::text, "file of conversations, or :memory: (tulay.db; with --demo :memory:)"},
    Setting{"store.keep_days", Kind::whole, "a conversation is erased this long after its last message (30)",
            1, 3650},
    Setting{"web.allowed_origins", Kind::texts,
            "origins whose pages may call, as https://www.example.com (none)"},
    Setting{"web.origin", Kind::text, "this server as browsers reach it, as https://chat.example.com (none)"},
    Setting{"web.isolate_cases", Kind::yes_no,
            "clients' cases only in a frame on this server's own origin, not in other pages (true)"},
    Setting{"cases.adapter", Kind::text, "where the firm's cases are: sqlite or postgres (none)"},
    Setting{"cases.file", Kind::text, "SQLite file with the firm's cases (none)"},
    Setting{"cases.connection_file", Kind::text, "file with PostgreSQL's connection string (none)"},
    Setting{"cases.deadline_ms", Kind::whole, "most that a look-up may take (800)", 50, 10000},
    Setting{"cases.connections", Kind::whole, "connections to the case database (4)", 1, 16},
    Setting{"cases.prepare", Kind::yes_no, "false behind a PgBouncer in transaction mode (true)"},
    Setting{"cases.time_zone", Kind::text, "IANA zone of the database's instants (firm.time_zone)"},
    Setting{"sms.gateway", Kind::text, "twilio, telnyx, vonage or plivo (none)"},
    Setting{"sms.account", Kind::text, "the account's id at the gateway"},
    Setting{"sms.secret_file", Kind::text,
            "file with what signs the gateway's requests, one a line: now, perhaps next"},
    Setting{"sms.api_key_file", Kind::text, "file with what signs our requests, where that is another"},
    Setting{"sms.public_url", Kind::text, "the webhook's URL as typed into the gateway's console"},
    Setting{"sms.numbers", Kind::texts, "our numbers in E.164; codes go out from the first"},
    Setting{"sms.api_url", Kind::text, "where the gateway's API is, if not at its usual host (none)"},
    Setting{"sms.segments_per_second", Kind::whole, "how fast each of our numbers may send (1)", 1, 1000},
    Setting{"sms.gathers_ms", Kind::whole, "how long a text waits for one that was written before it (250)",
            0, 3000},
    Setting{"sms.carrier_replies", Kind::text, "does the carrier answer STOP and HELP? yes or no (yes)"},
    Setting{"sms.es_accents", Kind::text, "keep or drop: what happens to Spanish accents (drop)"},
    Setting{"reminders.days", Kind::texts,
            "days before a parole's end for reminders (180,120,90,60,30,14,7)"},
    Setting{"firm.name", Kind::localized, "the firm's name"},
    Setting{"firm.attorney", Kind::localized, "the attorney's name"},
    Setting{"firm.phone", Kind::localized, "telephone"},
    Setting{"firm.urgent_phone", Kind::localized, "telephone for emergencies"},
    Setting{"firm.email", Kind::localized, "e-mail address"},
    Setting{"firm.address", Kind::localized, "street address"},
    Setting{"firm.hours", Kind::localized, "office hours"},
    Setting{"firm.languages", Kind::localized, "languages spoken at the office"},
    Setting{"firm.website", Kind::localized, "the firm's website"},
    Setting{"firm.fees", Kind::localized, "what the firm says of its fees (nothing)"},
    Setting{"firm.consultation", Kind::localized, "what a consultation costs and how it goes (nothing)"},
    Setting{"firm.parking", Kind::localized, "where to park (nothing)"},
    Setting{"firm.appointments", Kind::localized, "how to make an appointment (nothing)"},
    Setting{"firm.time_zone", Kind::text, "IANA zone whose calendar day is today (America/Los_Angeles)"},
    Setting{"office.open", Kind::texts, "when the office is open, as 'mon-fri 9:00-17:00' (not known)"},
    Setting{"office.closed", Kind::texts,
            "days it stays closed, as 2026-11-26, or 12-25 for every year (none)"},
    Setting{"notify.webhook_url", Kind::text, "where requests for a person are posted, https (none)"},
    Setting{"notify.webhook_secret_file", Kind::text, "file with what signs these posts"},
    Setting{"notify.mail_server", Kind::text, "server for mail to staff, as smtp://host:587 (none)"},
    Setting{"notify.mail_user", Kind::text, "the login there (none)"},
    Setting{"notify.mail_password_file", Kind::text, "file with its password"},
    Setting{"notify.mail_from", Kind::text, "the sender's address"},
    Setting{"notify.mail_to", Kind::texts, "the addresses of staff"},
    Setting{"notify.details", Kind::text, "yes: with name, contact and words of the client (no)"},
    Setting{"limits.messages_per_minute", Kind::whole, "messages a minute and conversation (20)", 1, 1000},
    Setting{"limits.block_per_minute", Kind::whole,
            "messages a minute from one block of addresses, /24 or /56 (60)", 1, 100000},
    Setting{"limits.block_per_hour", Kind::whole, "the same an hour (600)", 1, 1000000},
    Setting{"limits.block_new_per_minute", Kind::whole, "conversations begun there a minute (10)", 1, 100000},
    Setting{"limits.workers", Kind::whole, "threads that answer; most wait for the disk (16)", 1, 256},
    Setting{"limits.waiting", Kind::whole, "whole requests that wait before new ones get 503 (1024)", 1,
            10000},
    Setting{"limits.connections", Kind::whole, "connections at once; beyond, the idlest are closed (4000)",
            10, 100000},
    Setting{"session.hours", Kind::whole, "a conversation resumes this long after its last message (168)", 1,
            8760},
    Setting{"log.level", Kind::text, "debug, info, warn or error (info)"},
};

}  // namespace

std::span<const Setting> settings() { return all; }

const Setting* setting(std::string_view name) {
  const auto* const found =
      std::find_if(all.begin(), all.end(), [&](const Setting& one) { return one.name == name; });
  return found == all.end() ? nullptr : found;
}

std::vector<std::string> setting_names() {
  std::vector<std::string> names;
  names.reserve(std::size(all));
  for (const auto& one : all) names.emplace_back(one.name);
  return names;
}

std::string environment_name(std::string_view setting) {
  std::string name = "TULAY_";
  for (const char c : setting)
    name += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

}  // namespace tulay::cli
