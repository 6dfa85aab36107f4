// SPDX-License-Identifier: MIT
// Connections for reading: a thread borrows one, and whoever reads holds up nobody.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tools/sessions/connection.h"

namespace tsg {

class ReaderPool {
 public:
  ReaderPool(std::string path, std::chrono::milliseconds patience)
      : path_(std::move(path)), patience_(patience) {}

  // Runs `read(connection)` in a transaction: it sees one state of the store. Throws StoreFault.
  template <typename Read>
  auto run(const Read& read) {
    std::unique_ptr<Connection> connection = take();
    auto result = [&] {
      Transaction transaction(*connection, Access::Read);
      return read(*connection);
    }();
    give_back(std::move(connection));
    return result;
  }

 private:
  std::unique_ptr<Connection> take();
  void give_back(std::unique_ptr<Connection> connection);

  std::string path_;
  std::chrono::milliseconds patience_;
  std::mutex mutex_ = {};
  std::vector<std::unique_ptr<Connection>> idle_ = {};
};

}  // namespace tsg
