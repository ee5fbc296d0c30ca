#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/data_file.hpp"
#include "knowledge/language.hpp"

namespace tulay::sms {

enum class Command : std::uint8_t { opt_out, opt_in, help, more };

/// A message that is a command as a whole.
struct Keyword {
  Command command = Command::help;
  knowledge::Language language = knowledge::Language::en;
  bool carrier_answers = false;  // so the bot need not, where the carrier does

  bool operator==(const Keyword&) const = default;
};

/// STOP, HELP and their kin (knowledge/sms_keywords.toml). Immutable; may be shared by threads.
class Keywords {
 public:
  /// Nothing, and problems, when the file is wrong.
  [[nodiscard]] static std::optional<Keywords> read(const std::filesystem::path& data,
                                                    knowledge::Problems& problems);
  [[nodiscard]] static std::optional<Keywords> read(knowledge::Table& file);

  /// What the whole message says, without regard to case, accents, punctuation, emoji and words of
  /// politeness. Opt-in words count only for a client who has opted out.
  [[nodiscard]] std::optional<Keyword> find(std::string_view message, bool opted_out) const;

 private:
  [[nodiscard]] std::string plain(std::string_view message) const;
  void add(knowledge::Table& file, std::string_view key, Command command);

  std::vector<std::string> ignored_;
  std::map<std::string, Keyword, std::less<>> words_;
};

}  // namespace tulay::sms
