#pragma once

#include <string>
#include <utility>

namespace tulay::bot {

/// Proof that the person of this conversation is the contact: made by Identity alone, from a code just
/// entered or a verification still within its time. Without one, no case can be read.
class Verified {
 public:
  [[nodiscard]] const std::string& contact_id() const { return contact_id_; }

 private:
  friend class Identity;
  explicit Verified(std::string contact_id) : contact_id_(std::move(contact_id)) {}
  std::string contact_id_;
};

}  // namespace tulay::bot
