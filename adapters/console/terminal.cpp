#include <editline/readline.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "adapters/console/repl.hpp"

namespace tulay::console {
namespace {

std::optional<std::string> edited_line(const std::string& prompt) {
  const std::unique_ptr<char, decltype(&std::free)> line(readline(prompt.c_str()), &std::free);
  if (!line) return std::nullopt;
  if (*line) add_history(line.get());
  return std::string(line.get());
}

std::optional<std::string> plain_line(const std::string&) {
  std::string line;
  return std::getline(std::cin, line) ? std::optional(line) : std::nullopt;
}

// A message or a database may hold escape bytes; a terminal must not obey them.
std::string harmless(const std::string& text, bool colour) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
    if (!control || (c == '\x1b' && colour)) out += c;
  }
  return out;
}

}  // namespace

Terminal standard_terminal() {
  const bool is_terminal = isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
  Terminal terminal;
  terminal.colour = is_terminal;
  terminal.read_line = is_terminal ? edited_line : plain_line;
  terminal.write = [is_terminal](const std::string& text) {
    std::cout << harmless(text, is_terminal) << std::flush;
  };
  return terminal;
}

}  // namespace tulay::console
