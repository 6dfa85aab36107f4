// SPDX-License-Identifier: MIT
#include "tests/faults/trial.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
// An exit code that the program itself never has.
extern "C" const char* __asan_default_options() {
  return "exitcode=99:detect_leaks=1:leak_check_at_exit=0:allocator_may_return_null=1";
}
#endif

int tsg_main(int count, char** words);  // main of tools/main.cpp

namespace tsg::faults {

namespace {

constexpr unsigned longest_seconds = 20;

// What the child tells its parent.
struct Report {
  AllocationCount allocations = {};
  std::uint64_t writes = 0;
  bool leak_found = false;
};

// An unnamed file that takes what a child prints.
class Capture {
 public:
  Capture() : descriptor_(::memfd_create("capture", MFD_CLOEXEC)) {}
  ~Capture() { ::close(descriptor_); }
  Capture(const Capture&) = delete;
  Capture& operator=(const Capture&) = delete;

  int descriptor() const { return descriptor_; }
  std::string bytes() const {
    std::string all(static_cast<std::size_t>(::lseek(descriptor_, 0, SEEK_END)), '\0');
    const ssize_t got = ::pread(descriptor_, all.data(), all.size(), 0);
    all.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return all;
  }

 private:
  int descriptor_;
};

std::string bytes_of(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  char part[4096];
  for (std::size_t got = 0; (got = std::fread(part, 1, sizeof part, file)) > 0;) bytes.append(part, got);
  std::fclose(file);
  return bytes;
}

std::vector<std::string> words_of(const Command& command) {
  std::vector<std::string> words = {"tsg"};
  words.insert(words.end(), command.words.begin(), command.words.end());
  return words;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

int run_main(std::vector<char*>& words) {
  return tsg_main(static_cast<int>(words.size()) - 1, words.data());
}

void redirect(const Fault& fault, const Capture& output, const Capture& messages) {
  ::dup2(messages.descriptor(), STDERR_FILENO);
  if (fault.stdout_to == "closed") {
    ::close(STDOUT_FILENO);
    return;
  }
  const int device = fault.stdout_to.empty() ? -1 : ::open(fault.stdout_to.c_str(), O_WRONLY);
  ::dup2(device >= 0 ? device : output.descriptor(), STDOUT_FILENO);
}

[[noreturn]] void be_child(const Command& command, const Fault& fault, Report& report, const Capture& output,
                           const Capture& messages) {
  ::alarm(longest_seconds);
  redirect(fault, output, messages);
  std::vector<std::string> words = words_of(command);
  std::vector<char*> pointers = pointers_to(words);
  fail_write(fault.write, fault.how);
  refuse_allocation(fault.allocation, fault.lasting);
  const int code = run_main(pointers);
  report.allocations = stop_refusing_allocations();
  report.writes = stop_failing_writes();
  std::fflush(nullptr);
#ifdef __SANITIZE_ADDRESS__
  report.leak_found = __lsan_do_recoverable_leak_check() != 0;
#endif
  ::_exit(code);
}

Report* shared_report() {
  static void* const page =
      ::mmap(nullptr, sizeof(Report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return static_cast<Report*>(page);
}

}  // namespace

Ending run(const Command& command, const Fault& fault) {
  Report& report = *shared_report();
  report = {};
  const Capture output;
  const Capture messages;
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) be_child(command, fault, report, output, messages);
  if (fault.kill_after_us >= 0) {
    ::usleep(static_cast<useconds_t>(fault.kill_after_us));
    ::kill(child, SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  Ending ending;
  if (WIFEXITED(status)) ending.code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ending.signal = WTERMSIG(status);
  ending.allocations = report.allocations;
  ending.writes = report.writes;
  ending.leak_found = report.leak_found;
  ending.output = command.output.empty() ? output.bytes() : bytes_of(command.output);
  ending.messages = messages.bytes();
  return ending;
}

void warm_up(const Command& command) {
  std::vector<std::string> words = words_of(command);
  std::vector<char*> pointers = pointers_to(words);
  const int output = ::dup(STDOUT_FILENO);
  const int messages = ::dup(STDERR_FILENO);
  const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  std::fflush(nullptr);
  ::dup2(nothing, STDOUT_FILENO);
  ::dup2(nothing, STDERR_FILENO);
  run_main(pointers);
  std::fflush(nullptr);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(messages, STDERR_FILENO);
  for (const int each : {output, messages, nothing}) ::close(each);
}

}  // namespace tsg::faults
