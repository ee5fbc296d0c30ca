#include "adapters/sms/joining.hpp"

#include <utility>

namespace tulay::sms {
namespace {

std::string name_of(const InboundText& text) { return text.from + "|" + text.to + "|" + text.part->ref; }

/// The text of all parts, under the id of the first one.
InboundText whole(std::map<int, InboundText> parts) {
  auto text = std::move(parts.begin()->second);
  parts.erase(parts.begin());
  for (const auto& [number, part] : parts) text.text += part.text;
  text.part.reset();
  return text;
}

}  // namespace

std::optional<InboundText> Joining::join(InboundText text) {
  if (!text.part) return text;
  const auto name = name_of(text);
  const auto of = static_cast<std::size_t>(text.part->of);
  std::unique_lock lock(mutex_);
  auto& parts = waiting_[name];
  const bool waits = parts.empty();
  const int number = text.part->number;
  parts.insert_or_assign(number, std::move(text));
  if (parts.size() < of) {
    if (!waits) return std::nullopt;
    const bool gone = taken_.wait_for(lock, patience_, [&] { return !waiting_.contains(name); });
    if (gone) return std::nullopt;
  }
  auto complete = whole(std::move(waiting_.extract(name).mapped()));
  taken_.notify_all();
  return complete;
}

}  // namespace tulay::sms
