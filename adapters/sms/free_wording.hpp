#pragma once

#include "intents/understanding.hpp"

namespace tulay::sms {

/// Does the message as a whole ask for no more texts, in whatever words ("take me off your list", "ya no me
/// escriban")? 47 CFR 64.1200(a)(10): any reasonable means. A question about parole that ends, or is
/// cancelled or revoked, asks for nothing of the kind.
[[nodiscard]] bool asks_to_end_texts(const intents::Understanding& understanding);

}  // namespace tulay::sms
