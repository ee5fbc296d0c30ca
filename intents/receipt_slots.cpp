// USCIS receipt numbers; law file, section M: shapes M1, prefixes M2, posts M7, slips M9.
#include <algorithm>
#include <array>
#include <optional>

#include "intents/letters.hpp"
#include "intents/slot_reader.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t prefix_letters = 3;
constexpr std::size_t body_length = 10;
constexpr std::size_t fewest_real_digits = 7;  // with more slips than that it is another word

bool is_service_center(std::string_view prefix) {
  constexpr std::array<std::string_view, 14> centers{"IOE", "EAC", "VSC", "WAC", "CSC", "LIN", "NSC",
                                                     "SRC", "TSC", "MSC", "NBC", "YSC", "PSC", "ZLA"};
  return is_one_of(prefix, centers);
}

// Consular case numbers have the same shape, and USCIS knows nothing of them.
bool is_consular_post(std::string_view prefix) {
  constexpr std::array<std::string_view, 19> posts{"MNL", "CDJ", "GUZ", "BGT", "SDO", "SNS", "GTM",
                                                   "TGG", "HCM", "NWD", "BMB", "ISL", "PTP", "HAV",
                                                   "LMA", "GYQ", "KNG", "DHK", "LGS"};
  return is_one_of(prefix, posts);
}

bool names_a_telephone(std::string_view prefix) {
  constexpr std::array<std::string_view, 8> names{"TEL", "CEL", "NUM", "FAX", "TLF", "FON", "SMS", "MOB"};
  return is_one_of(prefix, names);
}

// Only letters can stand in the first three places, only digits after.
char as_letter(char c) {
  switch (c) {
    case '0':
      return 'O';
    case '1':
      return 'I';
    case '5':
      return 'S';
    default:
      return upper(c);
  }
}

char as_digit(char c) {
  switch (c) {
    case 'o':
      return '0';
    case 'i':
    case 'l':
      return '1';
    case 's':
      return '5';
    default:
      return c;
  }
}

struct Receipt {
  std::string prefix;
  std::string body;
  std::size_t real_digits = 0;
  bool slips_in_prefix = false;
  bool blank_after_prefix = false;
  std::size_t last = 0;  // piece
};

bool add_prefix(std::string_view letters, Receipt& receipt) {
  for (const char c : letters) {
    receipt.slips_in_prefix = receipt.slips_in_prefix || is_digit(c);
    receipt.prefix += as_letter(c);
  }
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return !all_digits(letters) && std::all_of(receipt.prefix.begin(), receipt.prefix.end(), is_capital);
}

bool add_digits(std::string_view digits, Receipt& receipt) {
  for (const char c : digits) {
    if (is_digit(c)) ++receipt.real_digits;
    receipt.body += as_digit(c);
    if (!is_digit(receipt.body.back())) return false;
  }
  return receipt.body.size() <= body_length;
}

bool add_after_prefix(const SlotText& text, std::size_t first, Receipt& receipt) {
  std::string_view gap = text.after(first);
  if (const auto star = gap.find('*'); star != std::string_view::npos) {
    receipt.body = "*";
    ++receipt.real_digits;
    gap = gap.substr(0, star);
  }
  constexpr std::size_t widest_gap = 3;
  receipt.blank_after_prefix = gap.find_first_not_of('-') != std::string_view::npos;
  return gap.size() <= widest_gap && gap.find_first_not_of(" -:#.") == std::string_view::npos;
}

std::optional<Receipt> receipt_at(const SlotText& text, std::size_t first) {
  const std::string_view head = text.piece(first);
  Receipt receipt;
  if (head.size() < prefix_letters || head.size() > prefix_letters + body_length) return std::nullopt;
  if (!add_prefix(head.substr(0, prefix_letters), receipt)) return std::nullopt;
  if (head.size() == prefix_letters && !add_after_prefix(text, first, receipt)) return std::nullopt;
  if (!add_digits(head.substr(prefix_letters), receipt)) return std::nullopt;

  receipt.last = first;
  while (receipt.body.size() < body_length) {
    const auto gap = text.after(receipt.last);
    const bool first_group = receipt.last == first && head.size() == prefix_letters;
    const auto group = text.piece(receipt.last + 1);
    if (group.size() < 2 || (!first_group && gap != " " && gap != "-")) return std::nullopt;
    if (!add_digits(group, receipt)) return std::nullopt;
    ++receipt.last;
  }
  return receipt;
}

bool is_convincing(const Receipt& receipt) {
  if (is_service_center(receipt.prefix)) return receipt.real_digits >= fewest_real_digits;
  return !receipt.slips_in_prefix && !receipt.blank_after_prefix && receipt.real_digits == body_length &&
         !names_a_telephone(receipt.prefix);
}

}  // namespace

void read_receipts(SlotText& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto receipt = receipt_at(text, at);
    if (!receipt || !is_convincing(*receipt)) continue;
    if (is_consular_post(receipt->prefix)) {
      text.block(at, receipt->last);
    } else {
      text.claim(SlotKind::receipt_number, receipt->prefix + receipt->body, at, receipt->last);
    }
    at = receipt->last;
  }
}

}  // namespace tulay::intents
