// SPDX-License-Identifier: MIT
#include "tools/batch.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "engine/diagnostics/facts_codes.h"
#include "tools/batch_run.h"
#include "tools/descriptor_sink.h"
#include "tools/interruption.h"

namespace tsg {

namespace {

constexpr std::uint64_t pieces_a_thread = 4;
constexpr std::size_t waiting_bytes = 16U << 20U;

// One resolver for each thread, the first of them given.
class Crew {
 public:
  Crew(GuideResolver& first, std::size_t size) : members_{&first} {
    for (std::size_t i = 1; i < size; ++i) {
      others_.push_back(first.another());
      if (others_.back() == nullptr) return;
      members_.push_back(others_.back().get());
    }
  }
  bool whole() const { return members_.size() == others_.size() + 1; }
  const std::vector<GuideResolver*>& members() const { return members_; }

 private:
  std::vector<std::unique_ptr<GuideResolver>> others_ = {};
  std::vector<GuideResolver*> members_;
};

struct BatchEnd {
  int signal = 0;
  RecordTally tally = {};
};

// Runs all threads to their end. A signal ends the output first.
BatchEnd run_crew(BatchRun& run, OrderedOutput& output, std::vector<BatchRecorder>& recorders,
                  Interruption& interruption) {
  Event done;
  std::atomic<std::size_t> at_work = recorders.size();
  std::vector<std::thread> threads;
  threads.reserve(recorders.size());
  for (BatchRecorder& recorder : recorders) {
    threads.emplace_back([&run, &recorder, &at_work, &done] {
      run.work(recorder);
      if (--at_work == 0) done.raise();
    });
  }
  BatchEnd end = {.signal = interruption.wait(done)};
  if (end.signal != 0) output.end();
  for (std::thread& thread : threads) thread.join();
  for (const BatchRecorder& recorder : recorders) end.tally.add(recorder.tally());
  return end;
}

ExitCode interrupted(int signal, std::uint64_t written, const Console& console) {
  console.say(fmt::format("interrupted: {} records are written", written));
  return signal == SIGINT ? ExitCode::Interrupted : ExitCode::Terminated;
}

ExitCode judged(const RecordTally& tally, const Console& console) {
  console.say(fmt::format("{} documents: {} resolved, {} failed", tally.documents,
                          tally.documents - tally.failed, tally.failed));
  if (tally.failed > 0) return ExitCode::Unreadable;
  return tally.findings > 0 ? ExitCode::Findings : ExitCode::Done;
}

std::size_t threads_for(std::size_t wanted) {
  if (wanted > 0) return std::min(wanted, most_threads);
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
}

ExitCode cannot_read(const HostError& error, const Console& console) {
  console.say(make_diagnostic(codes::facts_unreadable, {}, error.message, error.help));
  return ExitCode::Unreadable;
}

ExitCode machine_failed(const HostError& error, const Console& console) {
  console.say(error);
  return ExitCode::Machine;
}

}  // namespace

ExitCode resolve_batch(const BatchCommand& command, GuideResolver& resolver, const Answers& answers,
                       const Console& console) {
  // Before signals are held back: opening a named pipe waits for its writer.
  const Result<Descriptor> input = open_stream(command.input);
  if (!input) return cannot_read(input.error(), console);
  const Crew crew(resolver, threads_for(command.threads));
  if (!crew.whole())
    return machine_failed({"there is no room for so many threads", "give --threads"}, console);
  std::optional<AtomicFile> file;
  const bool to_file = !command.output.empty() && command.output != "-";
  if (to_file) {
    Result<AtomicFile> created = AtomicFile::create(command.output);
    if (!created) return machine_failed(created.error(), console);
    file.emplace(std::move(created).value());
  }

  Event ending;
  Interruption interruption;
  const int target = file ? file->descriptor() : STDOUT_FILENO;
  DescriptorSink sink(target, file ? fmt::format("`{}`", command.output) : "standard output", ending);
  OrderedOutput output(sink, {crew.members().size() * pieces_a_thread, waiting_bytes}, ending);
  LineSource source(input.value(), command.input == "-" ? "standard input" : command.input, target, ending);
  std::vector<BatchRecorder> recorders;
  for (GuideResolver* member : crew.members())
    recorders.emplace_back(*member, answers, command.record, ending);
  BatchRun run(source, output, ending);
  const BatchEnd end = run_crew(run, output, recorders, interruption);

  if (end.signal != 0) return interrupted(end.signal, file ? 0 : output.records_written(), console);
  if (output.error()) return machine_failed(*output.error(), console);
  if (source.output_gone())
    return machine_failed({"cannot write to standard output: nobody reads it", ""}, console);
  if (source.error()) return cannot_read(*source.error(), console);
  if (file) {
    const Result<Written> written = file->commit();
    if (!written) return machine_failed(written.error(), console);
  }
  return judged(end.tally, console);
}

}  // namespace tsg
