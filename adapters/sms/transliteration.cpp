#include "adapters/sms/transliteration.hpp"

#include <algorithm>
#include <array>

#include "adapters/sms/characters.hpp"
#include "adapters/sms/gsm7.hpp"
#include "intents/composed.hpp"

namespace tulay::sms {
namespace {

struct Row {
  std::u32string_view from;  // each of these characters
  std::u32string_view to;
};

// What is here is written out; what is neither here nor in GSM-7 is dropped.
constexpr std::array table{
    Row{U"\u2018\u2019\u201A\u201B\u2032\u02BC\u00B4`", U"'"},
    Row{U"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB", U"\""},
    Row{U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00B7\u2043\u2023\u25AA\u25CF", U"-"},
    Row{U"\u2026", U"..."},
    Row{U"\t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000",
        U" "},
    Row{U"\u2028\u2029\u0085", U"\n"},
    Row{U"áâãāăą", U"a"},
    Row{U"ÁÀÂÃĀĂĄ", U"A"},
    Row{U"íîïīį", U"i"},
    Row{U"ÍÌÎÏĪĮİ", U"I"},
    Row{U"óôõōő", U"o"},
    Row{U"ÓÒÔÕŌŐ", U"O"},
    Row{U"úûūůű", U"u"},
    Row{U"ÚÙÛŪŮŰ", U"U"},
    Row{U"êëēėę", U"e"},
    Row{U"ÈÊËĒĖĘ", U"E"},
    Row{U"çćč", U"c"},
    Row{U"ĆČ", U"C"},
    Row{U"ńň", U"ñ"},
    Row{U"ýÿ", U"y"},
    Row{U"Ý", U"Y"},
    Row{U"šś", U"s"},
    Row{U"žźż", U"z"},
    Row{U"₱", U"PHP "},
    Row{U"©", U"(c)"},
    Row{U"®", U"(R)"},
    Row{U"™", U"(TM)"},
    Row{U"№", U"No."},
    Row{U"°", U" deg"},
    Row{U"º", U"o"},
    Row{U"ª", U"a"},
    Row{U"½", U"1/2"},
    Row{U"¼", U"1/4"},
    Row{U"¾", U"3/4"},
    Row{U"×", U"x"},
    Row{U"¢", U"c"},
};

std::u32string_view written_out(char32_t point) {
  const auto* const row = std::find_if(table.begin(), table.end(), [&](const Row& one) {
    return one.from.find(point) != std::u32string_view::npos;
  });
  return row == table.end() ? std::u32string_view() : row->to;
}

// Runs of blanks become one; none stands at the end of a line or of the text.
std::u32string squeezed(const std::u32string& text) {
  std::u32string out;
  for (const auto point : text) {
    const bool blank_before = !out.empty() && out.back() == U' ';
    if (point == U' ' && blank_before) continue;
    if (point == U'\n' && blank_before) out.pop_back();
    out += point;
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return out;
}

bool is_accented(char32_t point) { return std::u32string_view(U"áíóúÁÍÓÚ").find(point) != std::string::npos; }

std::string written(std::string_view text, bool keep_accents) {
  std::u32string out;
  for (const auto point : code_points(intents::composed(text))) {
    if (septets_of(point) > 0 || (keep_accents && is_accented(point))) {
      out += point;
    } else {
      out += written_out(point);
    }
  }
  return utf8(squeezed(out));
}

}  // namespace

std::string lost_in_gsm7(std::string_view text) {
  const auto points = code_points(intents::composed(text));
  const auto lost = std::find_if(points.begin(), points.end(), [](char32_t point) {
    return septets_of(point) == 0 && written_out(point).empty();
  });
  return lost == points.end() ? "" : utf8(std::u32string_view(&*lost, 1));
}

std::string in_gsm7(std::string_view text) { return written(text, false); }
std::string with_accents(std::string_view text) { return written(text, true); }

}  // namespace tulay::sms
