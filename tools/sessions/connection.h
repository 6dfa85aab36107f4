// SPDX-License-Identifier: MIT
// A connection to a database file, and its statements. Used by one thread at a time. What fails throws
// StoreFault, and std::bad_alloc for a lack of memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tsg {

enum class Access : std::uint8_t { Read, Write };

class Connection;

// A prepared statement on loan from its connection; when it goes, it is reset and may be lent again.
// REQUIRES: the connection stays, and what was bound as text stays until the statement goes
class Statement {
 public:
  Statement(Connection& connection, sqlite3_stmt* statement)
      : connection_(connection), statement_(statement) {}
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Bind the next parameter.
  Statement& with(std::string_view text);
  Statement& with(std::int64_t number);
  Statement& with(std::uint64_t number) { return with(static_cast<std::int64_t>(number)); }
  // Steps to the next row; false behind the last one.
  bool next();
  void run() {
    while (next()) {
    }
  }
  std::string text(int column) const;
  std::int64_t integer(int column) const;

 private:
  Connection& connection_;
  sqlite3_stmt* statement_;
  int bound_ = 0;
};

class Connection {
 public:
  // Opens a file that is there, and hardens the connection against what the file may hold. Waits up to
  // `patience` for other processes.
  Connection(std::string path, Access access, std::chrono::milliseconds patience);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Prepared once, then kept. REQUIRES: no statement of the same text is on loan
  Statement statement(std::string_view sql);
  // Statements without parameters and rows, one after another.
  void execute(const std::string& sql);
  // The first column of the first row.
  std::string answer(const std::string& sql);
  // How many rows the last statement changed.
  std::uint64_t changes() const;
  bool in_transaction() const;

  // Until this is called, closing the connection leaves the files as they are: they may be somebody else's.
  void take_care_of_file();
  void set_patience(std::chrono::milliseconds patience);

  const std::string& path() const { return path_; }
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> database_ = {};
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> statements_ = {};
};

// A transaction that is rolled back when it goes without a commit.
class Transaction {
 public:
  explicit Transaction(Connection& connection, Access access);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection& connection_;
};

}  // namespace tsg
