#pragma once

#include <string_view>

#include "adapters/sms/dialect.hpp"
#include "adapters/sms/form.hpp"

namespace tulay::sms {

/// Vonage's SMS API: `sig` over all other parameters, with a timestamp and a nonce.
[[nodiscard]] Verdict vonage_parameters_verdict(const Fields& parameters, const Account& account,
                                                knowledge::Instant now);

/// Vonage's Messages API: a JSON web token in Authorization, always HS256, that holds the body's hash.
[[nodiscard]] Verdict vonage_token_verdict(std::string_view authorization, std::string_view body,
                                           const Account& account, knowledge::Instant now);

}  // namespace tulay::sms
