#include "intents/explain.hpp"

#include <iomanip>
#include <sstream>

#include "intents/catalog_parts.hpp"
#include "intents/reading.hpp"

namespace tulay::intents {
namespace {

std::string_view words(std::string_view utterance, Span span) {
  return utterance.substr(span.begin, span.end - span.begin);
}

std::string_view name(Decision decision) {
  return decision == Decision::answer ? "answer" : decision == Decision::clarify ? "clarify" : "fallback";
}

void put_candidate(std::ostream& out, const Candidate& candidate, std::string_view utterance) {
  out << "  " << candidate.intent << "  strength " << candidate.strength << "  score " << candidate.score
      << (candidate.suggested ? "  (by likeness to an example only)" : "") << '\n';
  for (const auto& evidence : candidate.evidence) {
    out << "    " << (evidence.weight < 0 ? "" : "+") << evidence.weight << "  "
        << knowledge::to_string(evidence.at) << ' ';
    for (const auto& span : evidence.spans) out << " \"" << words(utterance, span) << '"';
    out << '\n';
  }
}

}  // namespace

std::string explain(const Understanding& understanding, std::string_view utterance) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(2) << "read as: " << understanding.folded << '\n';
  for (const auto& mended : understanding.mended)
    out << "mended: \"" << mended.written << "\" -> " << mended.read_as << '\n';
  if (understanding.language) out << "language: " << knowledge::tag(*understanding.language) << '\n';
  for (const auto& clause : understanding.clauses) {
    out << "question: \"" << words(utterance, clause.span) << "\" -> " << name(clause.decision)
        << (clause.from_context ? " (from the conversation)" : "") << '\n';
    for (const auto& slot : clause.slots) {
      out << "  slot " << name(slot.kind) << " = " << to_string(slot.value) << "  \""
          << words(utterance, slot.span) << "\"\n";
    }
    for (const auto& candidate : clause.candidates) put_candidate(out, candidate, utterance);
  }
  return out.str();
}

std::string concepts_in(const Catalog& catalog, std::string_view utterance) {
  const auto& parts = catalog.parts();
  const Reading reading = read(parts, prepared(parts, fold(utterance), utterance));
  std::string out = "concepts:";
  for (const auto& hit : reading.hits) {
    const auto span = reading.original(hit.begin, hit.end);
    out += " " + parts.concepts->concept_at(hit.concept_index).id + "=\"" +
           std::string(words(utterance, span)) + '"';
  }
  return out + '\n';
}

}  // namespace tulay::intents
