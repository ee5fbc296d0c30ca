#include "knowledge/source.hpp"

namespace tulay::knowledge {

std::vector<Source> read_sources(Table& file) {
  std::vector<Source> sources;
  for (const auto& id : file.keys()) {
    auto table = file.table(id);
    if (!table) continue;
    Source source{id, table->required_localized("title"), table->text("url").value_or(""),
                  table->date("as_of"), table->at()};
    static_cast<void>(table->text("confidence"));
    if (!source.url.empty() && !source.url.starts_with("https://")) {
      table->problem("url", "'" + source.url + "' is not an https address",
                     "write the whole address, beginning with https://");
    }
    table->refuse_unknown_keys();
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace tulay::knowledge
