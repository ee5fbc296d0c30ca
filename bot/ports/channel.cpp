#include "bot/ports/channel.hpp"

namespace tulay::bot {

std::string_view name(Channel channel) {
  switch (channel) {
    case Channel::web:
      return "web";
    case Channel::sms:
      return "sms";
    case Channel::console:
      break;
  }
  return "console";
}

}  // namespace tulay::bot
