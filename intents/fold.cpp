#include "intents/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

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
    const bool letter = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    auto& text = out_.text;
    if (letter && !text.empty() && text.back() == c) {
      ++run_;
      if (run_ == 3) {
        text.pop_back();  // a third one shows that the run is emphasis: one stays
        out_.origin.pop_back();
      }
      if (run_ >= 3) return;
    } else if (!letter && !digit && !text.empty() && text.back() == c) {
      return;
    } else if (c == '\n' && !text.empty() && text.back() == ' ') {
      text.back() = c;
      return;
    } else if (c == ' ' && !text.empty() && text.back() == '\n') {
      return;
    } else {
      run_ = 1;
    }
    text += c;
    out_.origin.push_back(static_cast<std::uint32_t>(at));
  }

  Folded take(std::size_t end) {
    out_.origin.push_back(static_cast<std::uint32_t>(end));
    return std::move(out_);
  }

 private:
  Folded out_;
  int run_ = 0;
};

bool invisible(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_FORMAT_CHAR || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || c == 0xFE0F;
}

char plain(UChar32 c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x00B4: case 0x0060: case 0x2032: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: case 0x2033: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    case 0x00BF: case 0x037E: return ' ';  // the opening question mark says nothing that the closing one does not
    case 0x00A1: return ' ';
    case 0x2026: return '.';
    case 0x00F8: return 'o';
    case 0x0142: return 'l';
    case 0x0131: return 'i';
    default: return c < 0x80 ? static_cast<char>(c) : ' ';
  }
}

/// Puts what one character of the original folds to: at most three bytes, so that no text grows without bound.
void put_unicode(Folder& folder, UChar32 c, std::size_t at) {
  if (invisible(c)) return;
  UErrorCode error = U_ZERO_ERROR;
  const auto* const nfkc = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const auto* const nfd = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return folder.put(plain(c), at);
  icu::UnicodeString folded;
  folded = nfkc->normalize(icu::UnicodeString(c), error);
  folded = nfd->normalize(folded, error);
  int put = 0;
  for (std::int32_t i = 0; i < folded.length() && put < 3; i = folded.moveIndex32(i, 1)) {
    const UChar32 one = folded.char32At(i);
    if (invisible(one)) continue;
    folder.put(plain(one), at);
    ++put;
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

}  // namespace

Span Folded::original(std::size_t begin, std::size_t end) const { return {origin[begin], origin[end]}; }

Folded fold(std::string_view utterance) {
  Folder folder(utterance.size());
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(utterance.size(), INT32_MAX));
  for (std::int32_t i = 0; i < length;) {
    const auto at = static_cast<std::size_t>(i);
    if (static_cast<unsigned char>(utterance[at]) < 0x80) {
      folder.put(utterance[at] == '`' ? '\'' : utterance[at], at);
      ++i;
      continue;
    }
    const UChar32 c = next_character(utterance, i, length);
    if (c < 0) {
      folder.put(' ', at);
    } else {
      put_unicode(folder, c, at);
    }
  }
  return folder.take(utterance.size());
}

}  // namespace tulay::intents
