#pragma once

#include <tl/expected.hpp>

#include "bot/ports/store.hpp"
#include "knowledge/calendar.hpp"

namespace tulay::store {

class Connection;

/// How much waits in the store for somebody or something, for monitoring.
struct Waiting {
  int texts = 0;            // due, and not sent yet
  int tickets = 0;          // open
  int urgent_tickets = 0;   // of these, with a request at level `now` or above
  int notices_failing = 0;  // of which staff could not be told so far
};

[[nodiscard]] tl::expected<Waiting, bot::StoreError> waiting_in(Connection& connection,
                                                                knowledge::Instant now);

}  // namespace tulay::store
