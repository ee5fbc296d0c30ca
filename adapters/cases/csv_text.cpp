#include "adapters/cases/csv_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "adapters/cases/plain_text.hpp"

namespace tulay::cases {
namespace {

// Windows-1252 from 0x80 to 0x9F; 0: stands for nothing.
constexpr std::array<std::uint16_t, 32> windows{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0U | (point >> 6U));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | (point >> 12U));
    out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  }
}

char separator_of(std::string_view text) {
  const auto first = text.substr(0, std::min(text.find('\n'), text.size()));
  char best = ',';
  for (const char one : {';', '\t'}) {
    if (std::count(first.begin(), first.end(), one) > std::count(first.begin(), first.end(), best))
      best = one;
  }
  return best;
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  CsvFile read() {
    while (at_ < text_.size()) read_record();
    return std::move(out_);
  }

 private:
  void read_record() {
    CsvRecord record{line_, {}};
    bool more = true;
    while (more) {
      record.fields.push_back(read_field());
      more = at_ < text_.size() && text_[at_] == separator_;
      if (more) ++at_;
    }
    end_line();
    const bool empty =
        std::all_of(record.fields.begin(), record.fields.end(), [](const auto& f) { return f.empty(); });
    if (!empty) out_.records.push_back(std::move(record));
  }

  std::string read_field() {
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
    const auto begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string read_quoted() {
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '"') return out;
      }
      line_ += c == '\n' ? 1 : 0;
      out += c;
    }
    out_.unfinished = true;
    return out;
  }

  void end_line() {
    // What stands between a closing quote and the separator is lost; spreadsheets write nothing there.
    while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    ++at_;
    ++line_;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
  CsvFile out_;
};

}  // namespace

std::string as_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_utf8(bytes)) return std::string(bytes);
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append(out, byte >= 0x80 && byte < 0xA0 ? windows[byte - 0x80U] : byte);
  }
  return out;
}

CsvFile read_csv(std::string_view text) { return CsvReader(text).read(); }

}  // namespace tulay::cases
