// SPDX-License-Identifier: MIT
// Workload W1 end to end: one line of JSON -> facts -> ten checks (or a walk over them) -> a Resolution ->
// one article as HTML.
//
//   w1_bench FACTS.jsonl [sweep|walk] [THREADS] [ROUNDS]
//
// Prints the checksum of the answers in the floor's form (`SUM name a b failed`), and documents per second,
// the median of ROUNDS: `RES name N docs/s`. The floor is the reference's e2e.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "engine/diagnostics/text_form.h"
#include "engine/loader/facts_reader.h"
#include "engine/text/file.h"
#include "engine/tsg.h"
#include "renderers/fill.h"

namespace {

using namespace tsg;

constexpr std::size_t most_bytes = std::size_t{1} << 30U;

struct Checksum {
  std::uint64_t masks = 0;
  std::uint64_t firsts = 0;
  std::uint64_t failed = 0;

  // Bit k of `mask`: check k said yes.
  void add(std::size_t document, unsigned mask) {
    unsigned first = 0;
    while (mask != 0 && first < 32 && ((mask >> first) & 1U) == 0) ++first;
    masks += std::uint64_t{mask} * (document % 997 + 1);
    firsts += std::uint64_t{mask == 0 ? 0 : first + 1} * (document % 991 + 1);
    failed += mask == 0 ? 0 : 1;
  }
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

[[noreturn]] void fail(const std::string& message) {
  fmt::print(stderr, "w1_bench: {}\n", message);
  std::exit(1);
}

GuideOpening opened(const std::string& guide) {
  GuideOpening opening = open_guide(TSG_SOURCE_DIR "/tests/benchmarks/w1", guide);
  if (!opening.resolver) fail(to_text(opening.diagnostics.front(), Colour::Never));
  return opening;
}

// One worker's share: everything a document needs, reused from one to the next.
class Worker {
 public:
  explicit Worker(const std::string& guide) : opening_(opened(guide)) {}

  unsigned run(std::string_view line) {
    facts_.clear();
    reader_.begin(facts_);
    Diagnostics diagnostics;
    if (!reader_.read_documents("facts", line, diagnostics)) fail("a document does not load");
    const Resolution resolution = opening_.resolver->resolve(facts_, {}, Trace::Off);
    if (!resolution.errors.empty()) fail(resolution.errors.front());
    return opening_.resolver->guide().checks.empty() ? shown_walk(resolution) : shown_sweep(resolution);
  }

  std::size_t bytes() const { return bytes_; }

 private:
  unsigned shown_sweep(const Resolution& resolution) {
    unsigned mask = 0;
    const CheckResult* first = nullptr;
    for (std::size_t i = 0; i < resolution.checks.size(); ++i) {
      const CheckResult& check = resolution.checks[i];
      if (check.parts.empty()) continue;
      mask |= 1U << i;
      if (first == nullptr) first = &check;
    }
    show(first == nullptr ? resolution.outcomes.front().parts.front() : first->parts.front());
    return mask;
  }

  unsigned shown_walk(const Resolution& resolution) {
    show(resolution.outcomes.front().parts.front());
    return resolution.visits.back().option == "yes" ? 1U << (resolution.visits.size() - 1) : 0U;
  }

  void show(const FilledArticle& part) {
    html_.clear();
    fill_html(html_, document_.compiled, part);
    bytes_ += html_.size();
  }

  GuideOpening opening_;
  Facts facts_{opening_.resolver->catalogue()};
  FactsReader reader_{opening_.resolver->catalogue()};
  const Document& document_ =
      *opening_.resolver->pack().document_of(opening_.resolver->guide(), {TargetKind::Outcome, "report", ""});
  std::string html_ = {};
  std::size_t bytes_ = 0;
};

// One thread is measured by the time of its processor, as the floor is; several by the clock on the wall.
double now(std::size_t workers) {
  timespec time = {};
  clock_gettime(workers == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double seconds_of(const std::vector<std::string_view>& lines, std::vector<Worker>& workers, Checksum* sum) {
  const double begin = now(workers.size());
  std::vector<std::thread> threads;
  const std::size_t count = workers.size();
  const auto share = [&](std::size_t number) {
    for (std::size_t i = number; i < lines.size(); i += count) {
      const unsigned mask = workers[number].run(lines[i]);
      if (sum != nullptr) sum->add(i, mask);
    }
  };
  if (count == 1) {
    share(0);
  } else {
    for (std::size_t number = 0; number < count; ++number) threads.emplace_back(share, number);
    for (std::thread& thread : threads) thread.join();
  }
  return now(workers.size()) - begin;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) fail("usage: w1_bench FACTS.jsonl [sweep|walk] [THREADS] [ROUNDS]");
  const std::string mode = argc > 2 ? argv[2] : "sweep";
  const int threads = argc > 3 ? std::atoi(argv[3]) : 1;
  const int rounds = argc > 4 ? std::atoi(argv[4]) : 3;
  const Result<std::string> text = read_file(argv[1], most_bytes);
  if (!text) fail(text.error().message);
  const std::vector<std::string_view> lines = lines_of(text.value());
  std::vector<Worker> workers;
  for (int i = 0; i < threads; ++i) workers.emplace_back(mode == "walk" ? "w1-walk" : "w1");
  const std::string name = fmt::format("tsg.w1.{}.{}", mode, threads);
  std::vector<double> seconds;
  for (int round = 0; round <= rounds; ++round) {
    Checksum sum;
    const double taken = seconds_of(lines, workers, threads == 1 ? &sum : nullptr);
    if (round > 0) seconds.push_back(taken);
    if (round == 0 && threads == 1) fmt::print("SUM {} {} {} {}\n", name, sum.masks, sum.firsts, sum.failed);
  }
  std::sort(seconds.begin(), seconds.end());
  fmt::print("RES {} {:.6g} docs/s\n", name, static_cast<double>(lines.size()) / seconds[seconds.size() / 2]);
  return 0;
}
