#pragma once

#include <string>
#include <string_view>

namespace tulay::sms {

/// The part of a long text that is sent now, and what waits until the client asks for MORE.
struct Page {
  std::string shown;
  std::string rest;  // empty: that was all
};

/// A text that fits three segments is shown whole. Else it breaks at the end of a sentence, or between words
/// where no date, amount, telephone number or address stands, and `hint` ("Reply MORE") follows what is
/// shown. Pure; asked again for `rest`, it comes to an end.
[[nodiscard]] Page first_page(std::string_view text, std::string_view hint);

}  // namespace tulay::sms
