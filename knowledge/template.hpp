#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tulay::knowledge {

/// A text with {name} placeholders and nothing else: no logic. Parsed once; immutable; may be shared by
/// threads.
class Template {
 public:
  Template() = default;
  /// Single line breaks inside a paragraph become blanks, blank lines part paragraphs, lines that begin
  /// with "- " stay lines. `error` (may be null) gets a sentence when a brace does not close.
  static std::optional<Template> parse(std::string_view text, std::string* error);

  /// The names in the text, each once, in order: "fact.fee.i134", "firm.phone", …
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  /// `value(name)` gives the text for a name; a name without one is left out and returned in `missing`.
  [[nodiscard]] std::string fill(const std::function<std::optional<std::string>(std::string_view)>& value,
                                 std::vector<std::string>* missing = nullptr) const;

  [[nodiscard]] bool empty() const { return pieces_.empty(); }

 private:
  struct Piece {
    std::string text;
    bool is_name = false;
  };
  std::vector<Piece> pieces_;
  std::vector<std::string> names_;
};

}  // namespace tulay::knowledge
