#include "intents/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

namespace tulay::intents {
namespace {

/// Collects folded bytes, each with its place in the original, and squeezes runs as it goes.
class Folder {
 public:
  explicit Folder(std::size_t expected) {
    out_.text.reserve(expected);
    out_.origin.reserve(expected + 1);
  }

  void put(char c, std::size_t at) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') c = ' ';
    if (c >= 'a' && c <= 'z') return put_letter(c, at);
    run_ = 0;
    if (c < '0' || c > '9') return put_mark(c, at);
    append(c, at);
  }

  Folded take(std::size_t end) {
    out_.origin.push_back(static_cast<std::uint32_t>(end));
    return std::move(out_);
  }

 private:
  [[nodiscard]] char last() const { return out_.text.empty() ? '\0' : out_.text.back(); }

  void append(char c, std::size_t at) {
    out_.text += c;
    out_.origin.push_back(static_cast<std::uint32_t>(at));
  }

  void put_letter(char c, std::size_t at) {
    run_ = last() == c ? run_ + 1 : 1;
    if (run_ == 3) {  // a third one shows that the run is emphasis: one stays
      out_.text.pop_back();
      out_.origin.pop_back();
    }
    if (run_ < 3) append(c, at);
  }

  void put_mark(char c, std::size_t at) {
    const bool after_dash = last() == ' ' && out_.text.size() > 1 && out_.text[out_.text.size() - 2] == '-';
    if (c == '-' && last() == '-') {
      c = ' ';  // "parole--my cousin": two dashes part words, one joins them
    } else if (last() == c || (c == '-' && after_dash) || (c == ' ' && last() == '\n')) {
      return;
    } else if (c == '\n' && last() == ' ') {
      out_.text.back() = c;
      return;
    }
    append(c, at);
  }

  Folded out_;
  int run_ = 0;
};

// U+00C0 to U+017F, the letters of our languages and their neighbours; '*' leaves it to ICU.
constexpr std::string_view latin =
    "aaaaaa*ceeeeiiii"
    "*nooooo*ouuuuy**"
    "aaaaaa*ceeeeiiii"
    "*nooooo*ouuuuy*y"
    "aaaaaaccccccccdd"
    "**eeeeeeeeeegggg"
    "gggghh**iiiiiiii"
    "ii**jjkk*llllll*"
    "*llnnnnnn***oooo"
    "oo**rrrrrrssssss"
    "sstttt**uuuuuuuu"
    "uuuuwwyyyzzzzzz*";
constexpr UChar32 latin_begin = 0xC0;
static_assert(latin.size() == 0x180 - latin_begin);

bool invisible(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_FORMAT_CHAR || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

// 0 where the character needs a closer look.
char plain_mark(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x00B4:
    case 0x2032:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return '-';
    case 0x2026:
      return '.';
    case 0x00A0:
    case 0x00A1:
    case 0x00BF:
      return ' ';  // opening marks say nothing that closing ones do not
    default:
      return '\0';
  }
}

char plain(UChar32 c) {
  if (c < 0x80) return static_cast<char>(c);
  if (const char mark = plain_mark(c)) return mark;
  if (c == 0xF8) return 'o';
  if (c == 0x142) return 'l';
  if (c == 0x131) return 'i';
  const auto digit = u_charDigitValue(c);
  return digit >= 0 ? static_cast<char>('0' + digit) : ' ';
}

/// At most three bytes, so that no text grows without bound (U+FDFA normalizes to eighteen letters).
void put_by_icu(Folder& folder, UChar32 c, std::size_t at) {
  constexpr int most_bytes = 3;
  if (invisible(c)) return;
  UErrorCode error = U_ZERO_ERROR;
  const auto* const nfkc = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const auto* const nfd = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return folder.put(plain(c), at);
  const auto folded = nfd->normalize(nfkc->normalize(icu::UnicodeString(c), error), error);
  int put = 0;
  for (std::int32_t i = 0; i < folded.length() && put < most_bytes; i = folded.moveIndex32(i, 1)) {
    const UChar32 one = folded.char32At(i);
    if (invisible(one)) continue;
    folder.put(plain(one), at);
    ++put;
  }
}

void put_unicode(Folder& folder, UChar32 c, std::size_t at) {
  if (c == 0x2014 || c == 0x2015) {  // a long dash parts words
    for (const char one : {' ', '-', ' '}) folder.put(one, at);
  } else if (const auto place = static_cast<std::size_t>(c - latin_begin);
             c >= latin_begin && place < latin.size() && latin[place] != '*') {
    folder.put(latin[place], at);
  } else if (const char mark = plain_mark(c)) {
    folder.put(mark, at);
  } else {
    put_by_icu(folder, c, at);
  }
}

/// One stray byte is most likely Windows-1252, from an old phone or a spreadsheet; nothing else is guessed
/// at.
UChar32 from_windows(unsigned char byte) {
  switch (byte) {
    case 0x91:
    case 0x92:
      return 0x2019;
    case 0x93:
    case 0x94:
      return 0x201C;
    case 0x96:
      return 0x2013;
    case 0x97:
      return 0x2014;
    default:
      return byte >= latin_begin ? byte : ' ';
  }
}

// ICU's macro narrows by itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
UChar32 next_character(std::string_view text, std::int32_t& at, std::int32_t length) {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, length, c);
  return c;
}
#pragma GCC diagnostic pop

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

Span Folded::original(std::size_t begin, std::size_t end) const { return {origin[begin], origin[end]}; }

Folded fold(std::string_view utterance) {
  Folder folder(utterance.size());
  const auto length = static_cast<std::int32_t>(
      std::min<std::size_t>(utterance.size(), std::numeric_limits<std::int32_t>::max()));
  for (std::int32_t i = 0; i < length;) {
    const auto at = static_cast<std::size_t>(i);
    const char byte = utterance[at];
    if (is_ascii(byte)) {
      folder.put(byte == '`' ? '\'' : byte, at);
      ++i;
      continue;
    }
    const UChar32 c = next_character(utterance, i, length);
    const auto next = static_cast<std::size_t>(i);
    if (c >= 0) {
      put_unicode(folder, c, at);
    } else if (next == at + 1 && (next == utterance.size() || is_ascii(utterance[next]))) {
      put_unicode(folder, from_windows(static_cast<unsigned char>(byte)), at);
    } else {
      folder.put(' ', at);
    }
  }
  return folder.take(utterance.size());
}

}  // namespace tulay::intents
