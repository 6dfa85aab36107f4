// SPDX-License-Identifier: MIT
#include "tests/benchmarks/serve/open_loop.h"

#include <fmt/format.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <deque>
#include <queue>
#include <vector>

#include "tests/benchmarks/serve/answer.h"

namespace tsg::load {

namespace {

using Clock = std::chrono::steady_clock;
using Moment = Clock::time_point;

Clock::duration seconds_of(double seconds) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

// A request waits in `due` until the one before it is answered: a scenario needs the answer for the next, and
// a server answers a connection's requests in order anyway.
struct Client {
  std::unique_ptr<Scenario> scenario = {};
  int socket = -1;
  std::deque<Moment> due = {};
  bool asked = false;
  std::string unsent = {};
  std::string received = {};
};

class OpenLoop {
 public:
  OpenLoop(const Target& target, const MakeScenario& make, const Pace& pace)
      : target_(target), pace_(pace), clients_(pace.clients), poll_(::epoll_create1(EPOLL_CLOEXEC)) {
    for (std::size_t i = 0; i < clients_.size(); ++i) {
      clients_[i].scenario = make(i);
      connect(i);
    }
  }
  ~OpenLoop() {
    for (const Client& each : clients_) ::close(each.socket);
    ::close(poll_);
  }
  OpenLoop(const OpenLoop&) = delete;
  OpenLoop& operator=(const OpenLoop&) = delete;

  Outcome run() {
    const Moment begun = Clock::now();
    counted_from_ = begun + seconds_of(pace_.warm_up_seconds);
    end_ = counted_from_ + seconds_of(pace_.seconds);
    for (std::size_t i = 0; i < clients_.size(); ++i) {
      const double share = static_cast<double>(i) / static_cast<double>(clients_.size());
      timetable_.emplace(begun + seconds_of(pace_.period_seconds * share), i);
    }
    // What is due at the end may take five seconds more; then it counts as an error.
    while (Clock::now() < end_ || (waiting() && Clock::now() < end_ + std::chrono::seconds(5))) step();
    return outcome();
  }

 private:
  using Due = std::pair<Moment, std::size_t>;

  void connect(std::size_t i) {
    Client& client = clients_[i];
    client.socket = connect_to(target_);
    client.asked = false;
    client.unsent.clear();
    client.received.clear();
    epoll_event event = {.events = EPOLLIN, .data = {.u64 = i}};
    if (client.socket >= 0) ::epoll_ctl(poll_, EPOLL_CTL_ADD, client.socket, &event);
  }

  bool waiting() const {
    return std::any_of(clients_.begin(), clients_.end(),
                       [](const Client& each) { return !each.due.empty(); });
  }

  void step() {
    take_due(Clock::now());
    epoll_event events[256];
    const int count = ::epoll_wait(poll_, events, 256, patience_ms());
    for (int i = 0; i < count; ++i) {
      const std::size_t client = events[i].data.u64;
      if (events[i].events & EPOLLOUT) flush(client);
      if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(client);
    }
  }

  // Whole milliseconds, rounded down: what is due within one is waited for without sleep.
  int patience_ms() const {
    if (timetable_.empty()) return 10;
    const auto left = timetable_.top().first - Clock::now();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(left).count();
    return static_cast<int>(std::clamp<long>(ms, 0, 10));
  }

  void take_due(Moment now) {
    while (!timetable_.empty() && timetable_.top().first <= now) {
      const auto [moment, i] = timetable_.top();
      timetable_.pop();
      clients_[i].due.push_back(moment);
      const Moment next = moment + seconds_of(pace_.period_seconds);
      if (next < end_) timetable_.emplace(next, i);
      ask(i);
    }
  }

  void ask(std::size_t i) {
    Client& client = clients_[i];
    if (client.asked || client.due.empty()) return;
    if (client.socket < 0) connect(i);
    if (client.socket < 0) return fail(i);
    client.asked = true;
    client.unsent = client.scenario->next_request();
    flush(i);
  }

  void flush(std::size_t i) {
    Client& client = clients_[i];
    while (!client.unsent.empty()) {
      const ssize_t put = ::send(client.socket, client.unsent.data(), client.unsent.size(), MSG_NOSIGNAL);
      if (put < 0 && errno != EAGAIN) return lose(i);
      if (put < 0) break;
      client.unsent.erase(0, static_cast<std::size_t>(put));
    }
    epoll_event event = {.events = client.unsent.empty() ? EPOLLIN : EPOLLIN | EPOLLOUT, .data = {.u64 = i}};
    ::epoll_ctl(poll_, EPOLL_CTL_MOD, client.socket, &event);
  }

  void receive(std::size_t i) {
    Client& client = clients_[i];
    char bytes[65536];
    const ssize_t got = ::recv(client.socket, bytes, sizeof bytes, 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) return lose(i);
    client.received.append(bytes, static_cast<std::size_t>(got));
    const auto answer = read_answer(client.received);
    if (!answer || !client.asked) return;
    const bool right = client.scenario->take(answer->status, answer->body);
    const bool closes = answer->closes;
    client.received.erase(0, answer->bytes);
    settle(i, right);
    if (closes) reconnect(i);
    ask(i);
  }

  void settle(std::size_t i, bool right) {
    Client& client = clients_[i];
    const Moment due = client.due.front();
    client.due.pop_front();
    client.asked = false;
    if (due < counted_from_) return;
    if (!right) ++errors_;
    latencies_ms_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - due).count());
  }

  void reconnect(std::size_t i) {
    ::close(clients_[i].socket);
    connect(i);
  }

  // The connection ended. With nothing asked that is the server's right.
  void lose(std::size_t i) {
    if (clients_[i].asked) settle(i, clients_[i].scenario->take(0, "") && false);
    reconnect(i);
    ask(i);
  }

  void fail(std::size_t i) {
    clients_[i].due.pop_front();
    ++errors_;
  }

  double percentile(double share) const {
    if (latencies_ms_.empty()) return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(latencies_ms_.size())));
    return latencies_ms_[std::max<std::size_t>(rank, 1) - 1];
  }

  Outcome outcome() {
    for (const Client& each : clients_) errors_ += each.due.size();
    std::sort(latencies_ms_.begin(), latencies_ms_.end());
    return {.answers = latencies_ms_.size(),
            .errors = errors_,
            .seconds = pace_.seconds,
            .p50_ms = percentile(0.5),
            .p95_ms = percentile(0.95),
            .p99_ms = percentile(0.99),
            .max_ms = percentile(1)};
  }

  Target target_;
  Pace pace_;
  std::vector<Client> clients_;
  int poll_;
  Moment counted_from_ = {};
  Moment end_ = {};
  std::priority_queue<Due, std::vector<Due>, std::greater<>> timetable_ = {};
  std::vector<double> latencies_ms_ = {};
  std::size_t errors_ = 0;
};

}  // namespace

Outcome run_open_loop(const Target& target, const MakeScenario& make, const Pace& pace) {
  return OpenLoop(target, make, pace).run();
}

std::string text_of(const Outcome& outcome) {
  return fmt::format(
      "rate {:.1f}/s p50 {:.2f} ms p95 {:.2f} ms p99 {:.2f} ms max {:.2f} ms answers {} errors {}",
      outcome.rate(), outcome.p50_ms, outcome.p95_ms, outcome.p99_ms, outcome.max_ms, outcome.answers,
      outcome.errors);
}

}  // namespace tsg::load
