#include "adapters/staff/mail.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "adapters/staff/signature.hpp"

namespace tulay::staff {
namespace {

/// "Tue, 24 Nov 2026 20:00:00 +0000", RFC 5322.
std::string mail_date(knowledge::Instant now) {
  constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto midnight = std::chrono::floor<std::chrono::days>(now);
  const knowledge::Date date(midnight);
  const std::chrono::hh_mm_ss time(now - midnight);
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000",
                days.at(std::chrono::weekday(midnight).c_encoding()), static_cast<unsigned>(date.day()),
                months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return out.data();
}

void line(std::string_view label, std::string_view text, std::string& out) {
  if (!text.empty()) out += std::string(label) + ": " + std::string(text) + "\n";
}

bool urgent(const bot::Handoff& handoff) { return handoff.level >= knowledge::HandoffLevel::now; }

std::string body_of(const bot::Handoff& handoff, const MailSettings& settings) {
  const auto local = knowledge::local_time(handoff.at, settings.zone).value_or(knowledge::LocalTime{});
  std::string out =
      urgent(handoff) ? "URGENT. A client needs a person now.\n\n" : "A client asks for a person.\n\n";
  line("Ticket", handoff.ticket, out);
  line("Why",
       std::string(bot::name(handoff.reason)) + " (" + std::string(knowledge::name(handoff.level)) + ")",
       out);
  line("When", knowledge::long_form(local, knowledge::Language::en), out);
  line("Language", knowledge::tag(handoff.language), out);
  if (settings.details) {
    line("Name", handoff.name, out);
    line("Reach by", handoff.reach_by, out);
    line("Best time", handoff.when, out);
    line("Message", handoff.message, out);
    line("Client in the directory", handoff.contact_id, out);
    if (!handoff.summary.empty()) out += "\n" + handoff.summary;
  }
  return out + "\nEverything: tulay review --show " + handoff.ticket + "\nDone: tulay review --close " +
         handoff.ticket + "\n";
}

}  // namespace

std::string letter_text(const bot::OwedNotice& notice, const MailSettings& settings, knowledge::Instant now) {
  const auto& handoff = notice.handoff;
  std::string to;
  for (const auto& one : settings.to) to += (to.empty() ? "" : ", ") + one;
  const auto domain = settings.from.substr(std::min(settings.from.find('@') + 1, settings.from.size()));
  std::string out;
  out += "Date: " + mail_date(now) + "\r\n";
  out += "From: " + settings.from + "\r\n";
  out += "To: " + to + "\r\n";
  out += "Message-ID: <" + handoff.ticket + "-" + std::to_string(notice.request) + "@" + domain + ">\r\n";
  out += std::string("Subject: ") + (urgent(handoff) ? "URGENT: " : "") + "request for a person " +
         handoff.ticket + "\r\n";
  if (urgent(handoff)) out += "X-Priority: 1\r\n";
  out += "Auto-Submitted: auto-generated\r\n";
  out += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n";
  out += "Content-Transfer-Encoding: base64\r\n\r\n";
  return out + base64_lines(body_of(handoff, settings));
}

Mail::Mail(MailSettings settings, Net& net, const bot::Clock& clock)
    : settings_(std::move(settings)), net_(net), clock_(clock) {}

tl::expected<void, NotTold> Mail::tell(const bot::OwedNotice& notice, const std::stop_token& stop) {
  const auto sent = net_.mail({settings_.server, settings_.user, settings_.password, settings_.from,
                               settings_.to, letter_text(notice, settings_, clock_.now())},
                              stop);
  if (!sent) return tl::unexpected(NotTold{sent.error(), 0});
  return {};
}

}  // namespace tulay::staff
