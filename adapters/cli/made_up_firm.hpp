#pragma once

#include "bot/ports/firm.hpp"

namespace tulay::cli {

/// The firm of the demo. Its numbers are the ones kept for fiction.
[[nodiscard]] bot::Firm made_up_firm();

}  // namespace tulay::cli
