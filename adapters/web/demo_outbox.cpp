#include "adapters/web/demo_outbox.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace tulay::web {

server::Route demo_outbox_route(std::function<std::vector<bot::QueuedText>()> texts) {
  return {"GET", "/v1/demo/outbox", [texts = std::move(texts)](const server::Request& /*request*/) {
            auto list = nlohmann::json::array();
            for (const auto& text : texts()) {
              list.push_back(
                  {{"to", text.to}, {"text", text.text}, {"at", text.queued.time_since_epoch().count()}});
            }
            server::Response response;
            response.body = nlohmann::json{{"texts", std::move(list)}}.dump();
            return response;
          }};
}

}  // namespace tulay::web
