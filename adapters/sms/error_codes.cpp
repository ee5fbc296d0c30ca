#include "adapters/sms/error_codes.hpp"

#include <array>

namespace tulay::sms {
namespace {

constexpr std::array<std::pair<std::string_view, Meaning>, 7> meanings{{{"opted_out", Meaning::opted_out},
                                                                        {"blocked", Meaning::blocked},
                                                                        {"dead_number", Meaning::dead_number},
                                                                        {"permanent", Meaning::permanent},
                                                                        {"slow_down", Meaning::slow_down},
                                                                        {"once_more", Meaning::once_more},
                                                                        {"alarm", Meaning::alarm}}};
constexpr int most_minutes = 24 * 60;
constexpr std::array<std::string_view, 4> gateways{"twilio", "telnyx", "vonage", "plivo"};

std::optional<Meaning> meaning_of(std::string_view word) {
  for (const auto& [name, meaning] : meanings) {
    if (name == word) return meaning;
  }
  return std::nullopt;
}

}  // namespace

void ErrorCodes::add(knowledge::Table& entry) {
  const auto meaning = meaning_of(entry.required_text("means"));
  if (!meaning) entry.problem("means", "means must be one of the words at the top of the file");
  const auto minutes = entry.whole("minutes").value_or(0);
  if (minutes < 0 || minutes > most_minutes) entry.problem("minutes", "minutes must be from 0 to 1440");
  const CodeRule rule{meaning.value_or(Meaning::not_listed), std::chrono::minutes(minutes)};
  for (const auto& code : entry.texts("codes")) {
    const bool begins = code.text.ends_with('*');
    auto& into = begins ? beginnings_ : whole_;
    if (!into.emplace(code.text.substr(0, code.text.size() - (begins ? 1 : 0)), rule).second)
      entry.problem("codes", "code '" + code.text + "' stands there twice");
  }
  entry.refuse_unknown_keys();
}

std::optional<ErrorCodes> ErrorCodes::read(const std::filesystem::path& data, std::string_view gateway,
                                           knowledge::Problems& problems) {
  const auto before = problems.size();
  auto file = knowledge::read_data_file(data / "knowledge" / "sms_error_codes.toml",
                                        "knowledge/sms_error_codes.toml", problems);
  if (!file) return std::nullopt;
  ErrorCodes asked;
  for (const auto name : gateways) {
    ErrorCodes codes;
    for (auto& entry : file->tables(name)) codes.add(entry);
    if (name == gateway) asked = std::move(codes);
  }
  file->refuse_unknown_keys();
  if (problems.size() > before) return std::nullopt;
  return asked;
}

CodeRule ErrorCodes::find(std::string_view code) const {
  if (const auto found = whole_.find(code); found != whole_.end()) return found->second;
  for (auto length = code.size(); length > 0; --length) {
    const auto found = beginnings_.find(code.substr(0, length));
    if (found != beginnings_.end()) return found->second;
  }
  return {};
}

}  // namespace tulay::sms
