#include "adapters/cli/whole_file.hpp"

#include <fstream>
#include <system_error>

namespace tulay::cli {

tl::expected<void, std::string> write_whole(const std::filesystem::path& file,
                                            const std::function<void(std::ostream&)>& put) {
  const std::filesystem::path aside = file.string() + ".new";
  std::ofstream out(aside, std::ios::binary | std::ios::trunc);
  put(out);
  out.close();
  std::error_code error;
  if (out) {
    std::filesystem::rename(aside, file, error);
    if (!error) return {};
  }
  std::filesystem::remove(aside, error);
  return tl::unexpected(file.string() + " cannot be written");
}

}  // namespace tulay::cli
