#include "bot/engine/filling.hpp"

#include <algorithm>

namespace tulay::bot {
namespace {

std::optional<std::string_view> after(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix)) return std::nullopt;
  return name.substr(prefix.size());
}

std::string without_scheme(const std::string& url) {
  constexpr std::string_view scheme = "https://";
  return url.starts_with(scheme) ? url.substr(scheme.size()) : url;
}

}  // namespace

Filling::Filling(const knowledge::Knowledge& knowledge, const Firm& firm, knowledge::Language language,
                 knowledge::Date today, std::map<std::string, std::string> extra)
    : knowledge_(knowledge), firm_(firm), language_(language), today_(today), extra_(std::move(extra)) {}

std::optional<std::string> Filling::value(std::string_view name) const {
  const auto fact_value = [&](std::string_view id) -> const knowledge::FactValue* {
    const auto* const fact = knowledge_.fact(id);
    return fact == nullptr ? nullptr : fact->showable_on(today_);
  };
  if (const auto id = after(name, "fact.")) {
    const auto* const found = fact_value(*id);
    return found == nullptr ? std::nullopt : std::optional(knowledge::to_text(found->amount, language_));
  }
  if (const auto id = after(name, "since.")) {
    const auto* const found = fact_value(*id);
    if (found == nullptr || !found->valid_from) return std::nullopt;
    return knowledge::long_form(*found->valid_from, language_);
  }
  if (const auto id = after(name, "checked.")) {
    const auto* const found = fact_value(*id);
    return found == nullptr ? std::nullopt
                            : std::optional(knowledge::long_form(found->checked_on, language_));
  }
  if (const auto id = after(name, "source.")) {
    const auto* const source = knowledge_.source(*id);
    if (source == nullptr) return std::nullopt;
    return source->url.empty() ? source->title[language_] : without_scheme(source->url);
  }
  if (const auto id = after(name, "firm.")) {
    const auto found = firm_.values.find(*id);
    return found == firm_.values.end() ? std::nullopt : std::optional(found->second[language_]);
  }
  const auto found = extra_.find(std::string(name));
  return found == extra_.end() ? std::nullopt : std::optional(found->second);
}

bool Filling::has(std::string_view name) const { return value(name).has_value(); }

void Filling::note_fact(std::string_view name) {
  const auto id = after(name, "fact.");
  if (!id || std::any_of(facts_.begin(), facts_.end(), [&](const ShownFact& f) { return f.id == *id; }))
    return;
  const auto* const fact = knowledge_.fact(*id);
  const auto* const shown = fact == nullptr ? nullptr : fact->showable_on(today_);
  if (shown == nullptr) return;
  // What the firm's page says is told as that and never as today's rule.
  const bool superseded = id->starts_with("page.firm.");
  facts_.push_back({std::string(*id), knowledge::to_text(shown->amount, language_), shown->valid_from,
                    shown->checked_on, superseded});
  stale_ = stale_ || shown->stale_on(today_);
}

std::string Filling::fill(const knowledge::Template& text) {
  for (const auto& name : text.names()) note_fact(name);
  return text.fill([this](std::string_view name) { return value(name); });
}

std::string Filling::phrase(std::string_view id, bool sms) {
  const auto* const phrase = knowledge_.phrase(id);
  return phrase == nullptr ? std::string() : fill(sms ? phrase->sms[language_] : phrase->text[language_]);
}

}  // namespace tulay::bot
