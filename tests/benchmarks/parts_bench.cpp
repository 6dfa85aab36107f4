// SPDX-License-Identifier: MIT
// The parts of workload W1 one by one, each beside a peer that does the least there is to do:
//
//   parts_bench article FACTS.jsonl    an article of 4 KB filled, beside copying the same bytes
//   parts_bench reader FACTS.jsonl     JSON into columns, beside simdjson parsing it
//
// Prints `RES name microseconds us` for both, and the ratio of the second to the first.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "engine/diagnostics/text_form.h"
#include "engine/loader/facts_reader.h"
#include "engine/text/file.h"
#include "engine/tsg.h"
#include "renderers/fill.h"

namespace {

using namespace tsg;

constexpr std::size_t most_bytes = std::size_t{1} << 30U;
constexpr std::size_t documents = 2000;

[[noreturn]] void fail(const std::string& message) {
  fmt::print(stderr, "parts_bench: {}\n", message);
  std::exit(1);
}

double now_us() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) * 1e-3;
}

// The median over seven rounds of the microseconds that one of `count` calls takes.
template <typename Call>
double microseconds(std::size_t count, Call call) {
  std::vector<double> rounds;
  for (int round = 0; round < 7; ++round) {
    const double begin = now_us();
    for (std::size_t i = 0; i < count; ++i) call(i);
    rounds.push_back((now_us() - begin) / static_cast<double>(count));
  }
  std::sort(rounds.begin(), rounds.end());
  return rounds[rounds.size() / 2];
}

void report(const char* name, double ours, const char* peer, double theirs) {
  fmt::print("RES {} {:.3f} us\nRES {} {:.3f} us\nRATIO {} {:.2f}x of {}\n", name, ours, peer, theirs, name,
             theirs / ours, peer);
}

struct Bench {
  explicit Bench(const std::string& file) : opening(open_guide(TSG_SOURCE_DIR "/tests/benchmarks/w1", "w1")) {
    if (!opening.resolver) fail(to_text(opening.diagnostics.front(), Colour::Never));
    const Result<std::string> text = read_file(file, most_bytes);
    if (!text) fail(text.error().message);
    for (std::size_t at = 0; at < text.value().size() && lines.size() < documents;) {
      const std::size_t end = std::min(text.value().find('\n', at), text.value().size());
      lines.push_back(text.value().substr(at, end - at));
      at = end + 1;
    }
  }

  GuideOpening opening;
  std::vector<std::string> lines = {};
};

void article(Bench& bench) {
  GuideResolver& resolver = *bench.opening.resolver;
  Facts facts(resolver.catalogue());
  FactsReader reader(resolver.catalogue());
  Diagnostics diagnostics;
  reader.begin(facts);
  if (!reader.read_documents("facts", bench.lines[0], diagnostics)) fail("a document does not load");
  const Resolution resolution = resolver.resolve(facts, {}, Trace::Off);
  const Document& document =
      *resolver.pack().document_of(resolver.guide(), {TargetKind::Outcome, "report", ""});
  std::string html;
  const double fill = microseconds(100000, [&](std::size_t) {
    html.clear();
    fill_html(html, document.compiled, resolution.outcomes.front().parts.front());
  });
  std::string copy;
  const double copying = microseconds(100000, [&](std::size_t) { copy.assign(html); });
  report("article.fill", fill, "article.copy", copying);
}

void reader(Bench& bench) {
  const Catalogue& catalogue = bench.opening.resolver->catalogue();
  Facts facts(catalogue);
  FactsReader facts_reader(catalogue);
  Diagnostics diagnostics;
  const double ours = microseconds(bench.lines.size(), [&](std::size_t i) {
    facts.clear();
    facts_reader.begin(facts);
    facts_reader.read_documents("facts", bench.lines[i], diagnostics);
  });
  simdjson::dom::parser parser;
  const double theirs = microseconds(bench.lines.size(), [&](std::size_t i) {
    if (parser.parse(bench.lines[i]).error() != simdjson::SUCCESS) fail("a document does not parse");
  });
  report("reader.columns", ours, "reader.simdjson", theirs);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) fail("usage: parts_bench article|reader FACTS.jsonl");
  Bench bench(argv[2]);
  const std::string part = argv[1];
  if (part == "article") return article(bench), 0;
  if (part == "reader") return reader(bench), 0;
  fail("there is no part `" + part + "`");
}
