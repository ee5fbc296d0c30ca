#include "adapters/cases/guarded_directory.hpp"

#include <string>

namespace tulay::cases {
namespace {

using bot::CaseError;

std::string_view in_words(CaseError error) {
  switch (error) {
    case CaseError::timed_out:
      return "too slow";
    case CaseError::refused:
      return "refusing";
    case CaseError::misconfigured:
      return "not as the mapping says; run tulay cases check";
    case CaseError::unavailable:
      break;
  }
  return "unavailable";
}

}  // namespace

template <class Call>
auto GuardedDirectory::guarded(Call call) const -> decltype(call()) {
  if (!breaker_.lets_through()) return tl::unexpected(CaseError::unavailable);
  auto answer = call();
  if (answer) {
    if (breaker_.succeeded() == Breaker::Change::closed) tell_("the firm's cases can be read again");
    return answer;
  }
  if (breaker_.failed(answer.error() == CaseError::misconfigured) == Breaker::Change::opened)
    tell_("the firm's cases are " + std::string(in_words(answer.error())) +
          "; case questions go to the office until they can be read again");
  return answer;
}

tl::expected<std::vector<bot::ContactMatch>, CaseError> GuardedDirectory::contacts(
    const bot::CaseKey& key) const {
  return guarded([&] { return inner_->contacts(key); });
}

tl::expected<std::vector<bot::Case>, CaseError> GuardedDirectory::cases(const bot::Verified& who,
                                                                        knowledge::Date today) const {
  return guarded([&] { return inner_->cases(who, today); });
}

}  // namespace tulay::cases
