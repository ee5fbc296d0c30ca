#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tulay::knowledge {

/// The three languages of the firm's clients.
enum class Language : std::uint8_t { en, es, tl };

inline constexpr std::array<Language, 3> all_languages{Language::en, Language::es, Language::tl};

/// The tag used in data files and on the wire: "en", "es" or "tl".
[[nodiscard]] std::string_view tag(Language language);

/// Reads a BCP 47 tag ("es-MX", "fil", "TL"); nothing when it is none of the three. "fil" is Tagalog.
[[nodiscard]] std::optional<Language> language_from_tag(std::string_view tag);

/// One T for each language.
template <class T>
struct Localized {
  T en{};
  T es{};
  T tl{};

  [[nodiscard]] const T& operator[](Language language) const {
    return language == Language::es ? es : language == Language::tl ? tl : en;
  }
  [[nodiscard]] T& operator[](Language language) {
    return language == Language::es ? es : language == Language::tl ? tl : en;
  }
  bool operator==(const Localized&) const = default;
};

/// What is the same in every language.
template <class T>
[[nodiscard]] Localized<T> in_every_language(const T& one) {
  return {one, one, one};
}

}  // namespace tulay::knowledge
