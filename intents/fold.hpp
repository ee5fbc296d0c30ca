#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tulay::intents {

/// Bytes of the utterance as the client wrote it, half-open.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

/// Text made plain for matching, with the way back.
struct Folded {
  /// Lower-case ASCII: NFKC, case folded, diacritics stripped (ñ → n), quotes and dashes straightened, bidi
  /// and zero-width characters dropped, other symbols (emoji) a blank. Runs of three or more of one letter
  /// become one
  /// ("heeelp" → "help"), runs of two stay; digits are never squeezed, runs of punctuation become one. A long
  /// dash, or two short ones, stands as a dash with a blank.
  std::string text;
  /// For each byte of `text` and one past its end, the offset in the original; never falls.
  std::vector<std::uint32_t> origin;

  /// Where a stretch of `text` stands in the original.
  [[nodiscard]] Span original(std::size_t begin, std::size_t end) const;
};

/// Folds any bytes; invalid UTF-8 is read as Windows-1252 where one byte stands alone, else a blank.
/// Idempotent on its own output. The result has at most three times the bytes of the input. Source of the
/// form: design/understanding.md, "Fold".
[[nodiscard]] Folded fold(std::string_view utterance);

/// How strongly a word is parted from the next one.
enum class Break : std::uint8_t { none, weak, strong };  // weak: , : ( ) - / quotes; strong: . ? ! ; new line

/// A word of the folded text: letters and digits, with hyphens and apostrophes inside a word dropped
/// ("re-parole" → "reparole", "mag-e-expire" → "mageexpire", "don't" → "dont"). A hyphen between
/// digits parts them ("3-5 days"), as does a slash.
struct Word {
  std::string text;
  Span span;                  // in the original
  Break after = Break::none;  // what parts it from the next word
  bool question = false;      // a question mark stands right after it
  bool number = false;        // digits only
};

[[nodiscard]] std::vector<Word> words_of(const Folded& folded);

}  // namespace tulay::intents
