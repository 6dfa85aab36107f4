// SPDX-License-Identifier: MIT
// A hostile script run as a rule, in the sandbox that production uses, with an innocent rule beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/loader/facts_reader.h"
#include "engine/model/catalogue.h"
#include "engine/model/facts.h"

namespace tsg::conform {

enum class Ended : std::uint8_t {
  Answered,       // the script returned a string or a number, and it came out
  Ended,          // it returned nothing of use: a normal end all the same
  RefusedAtLoad,  // as the body of `decide`, and as a rule file
  RefusedAtCall,  // an error in the run that no limit caused
  StoppedByTime,
  StoppedByMemory,
};
std::string_view name_of(Ended ended);

struct Ending {
  Ended ended = Ended::Ended;
  std::string said = {};    // the answer, or the message
  std::string victim = {};  // what the victim answered afterwards, in the same engine
  double milliseconds = 0;  // of the run, or of the load that refused it
  std::size_t heap_bytes = 0;
};

// Facts {host="gw", list={"a"}} over a catalogue of host string, new string?, list string[].
class HostileBench {
 public:
  explicit HostileBench(std::string victim);

  // A new engine with `script` and the victim: the script runs, then the victim.
  //
  // The script is the body of a function that `decide` calls, so that a string or number it returns is a
  // value of the answer and a table goes through the reader of values; what cannot be a body is the rule's
  // file. `facts` is the parameter of the `decide` around it, so every function of the script sees that name.
  Ending run(const std::string& script);
  // The victim alone in a new engine.
  std::string victim_alone();

 private:
  std::string victim_;
  Catalogue catalogue_;
  FactsReader reader_;
  Facts facts_;
};

}  // namespace tsg::conform
