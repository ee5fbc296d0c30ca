#include "intents/explain.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

#include "intents/catalog_parts.hpp"
#include "intents/reading.hpp"

namespace tulay::intents {
namespace {

constexpr std::size_t likest_told = 3;

std::string_view words(std::string_view utterance, Span span) {
  return utterance.substr(span.begin, span.end - span.begin);
}

std::string_view name(Decision decision) {
  return decision == Decision::answer ? "answer" : decision == Decision::clarify ? "clarify" : "fallback";
}

void put_candidate(std::ostream& out, const Candidate& candidate, std::string_view utterance) {
  out << "  " << candidate.intent << "  share " << candidate.score << "  patterns " << candidate.strength
      << (candidate.suggested ? "  (by likeness to examples only)" : "") << '\n';
  for (const auto& evidence : candidate.evidence) {
    out << "    " << (evidence.weight < 0 ? "" : "+") << evidence.weight << "  "
        << knowledge::to_string(evidence.at) << ' ';
    for (const auto& span : evidence.spans) out << " \"" << words(utterance, span) << '"';
    out << '\n';
  }
}

void put_likeness(std::ostream& out, const Catalog::Parts& parts, const Reading& reading) {
  const auto likeness = parts.likeness.of(reading);
  std::vector<std::pair<double, std::size_t>> likest;
  likest.reserve(likeness.size());
  for (std::size_t i = 0; i < likeness.size(); ++i) likest.emplace_back(likeness[i], i);
  std::sort(likest.rbegin(), likest.rend());
  likest.resize(std::min(likest.size(), likest_told));
  for (const auto& [share, i] : likest) {
    out << "like " << parts.intents[i].id << ' ' << std::fixed << std::setprecision(2) << likeness[i]
        << " by";
    for (const auto& feature : parts.likeness.reasons(reading, static_cast<int>(i))) {
      out << ' ';
      if (feature.front() == '{')
        out << '{' << parts.concepts->concept_at(std::stoi(feature.substr(1))).id << '}';
      else
        out << feature;
    }
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
  std::ostringstream out;
  out << "concepts:";
  for (const auto& hit : reading.hits) {
    const auto span = reading.original(hit.begin, hit.end);
    out << ' ' << parts.concepts->concept_at(hit.concept_index).id << "=\"" << words(utterance, span) << '"';
  }
  out << '\n';
  put_likeness(out, parts, reading);
  return out.str();
}

}  // namespace tulay::intents
