// SPDX-License-Identifier: MIT
// Makes a report of sessions that go by one after another; holds one session's events at most.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tools/sessions/session_head.h"
#include "tools/sessions/session_report.h"

namespace tsg {

class ReportFold {
 public:
  // Of a head: guide and summary are read.
  void begin(const SessionHead& head);
  // The next event of the session begun last.
  void add(const SessionEvent& event);
  SessionReport take();

 private:
  void close();
  void take_back(const SessionEvent& undone);

  SessionReport report_ = {};
  GuideCounts* guide_ = nullptr;
  // Of the current session: what may still be taken back, as the step of an answer or of a question set
  // aside, and empty for an input; and the last rating of each thing.
  std::vector<std::string> standing_ = {};
  std::map<std::string, std::string> ratings_ = {};
};

}  // namespace tsg
