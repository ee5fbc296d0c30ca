#pragma once

#include <iosfwd>

#include "adapters/console/corpus.hpp"
#include "intents/catalog.hpp"

namespace tulay::console {

/// Cross-validation: the thresholds are fitted on all but one fold and judged on that one, for each fold in
/// turn, so that overfitting shows. Whole families of utterances stay in one fold. Prints each fold's
/// thresholds and figures, the figures of all folds together, and every utterance lost with the nearest
/// pattern.
void cross_validate(const Corpus& corpus, const intents::Catalog& catalog, knowledge::Date today, int folds,
                    std::ostream& out);

}  // namespace tulay::console
