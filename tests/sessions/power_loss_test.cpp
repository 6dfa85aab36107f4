// SPDX-License-Identifier: MIT
// A loss of power at every kind of moment: what was acknowledged is there.
#include "tests/sessions/recording_disk.h"

#include <sqlite3.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <new>
#include <thread>

#include "tests/sessions/child.h"
#include "tests/sessions/store_folder.h"

namespace tsg {

namespace {

struct Record {
  std::mutex mutex = {};
  std::vector<DiskEvent> events = {};
};

Record& record() {
  static Record all;
  return all;
}

void remember(DiskEvent event) {
  const std::lock_guard lock(record().mutex);
  record().events.push_back(std::move(event));
}

// The file SQLite sees; the real one follows it in memory.
struct RecordedFile {
  sqlite3_file seen;
  std::string* name;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

RecordedFile* recorded(sqlite3_file* file) {
  return reinterpret_cast<RecordedFile*>(file);
}

sqlite3_file* real(sqlite3_file* file) {
  return recorded(file)->real();
}

int close_file(sqlite3_file* file) {
  delete recorded(file)->name;
  return real(file)->pMethods->xClose(real(file));
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  const int code = real(file)->pMethods->xWrite(real(file), bytes, size, at);
  remember({DiskStep::Write, *recorded(file)->name, static_cast<std::uint64_t>(at),
            std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size))});
  return code;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  remember({DiskStep::Truncate, *recorded(file)->name, static_cast<std::uint64_t>(size), {}});
  return real(file)->pMethods->xTruncate(real(file), size);
}

// The real sync is left out: the disk under test is the recorded one, and the test is fast.
int sync_file(sqlite3_file* file, int) {
  remember({DiskStep::Sync, *recorded(file)->name, 0, {}});
  return SQLITE_OK;
}

template <auto Method, typename... Arguments>
auto forward(sqlite3_file* file, Arguments... arguments) {
  return (real(file)->pMethods->*Method)(real(file), arguments...);
}

const sqlite3_io_methods recorded_methods = {
    2,
    close_file,
    forward<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    write_file,
    truncate_file,
    sync_file,
    forward<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    forward<&sqlite3_io_methods::xLock, int>,
    forward<&sqlite3_io_methods::xUnlock, int>,
    forward<&sqlite3_io_methods::xCheckReservedLock, int*>,
    forward<&sqlite3_io_methods::xFileControl, int, void*>,
    forward<&sqlite3_io_methods::xSectorSize>,
    forward<&sqlite3_io_methods::xDeviceCharacteristics>,
    forward<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    forward<&sqlite3_io_methods::xShmLock, int, int, int>,
    forward<&sqlite3_io_methods::xShmBarrier>,
    forward<&sqlite3_io_methods::xShmUnmap, int>,
    nullptr,
    nullptr};

sqlite3_vfs* system_files() {
  return sqlite3_vfs_find("unix");
}

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
  auto* made = new (file) RecordedFile{{nullptr}, nullptr};
  const int code = system_files()->xOpen(system_files(), name, made->real(), flags, given);
  if (code != SQLITE_OK) return code;
  const std::string path = name == nullptr ? "" : name;
  made->name = new std::string(path.substr(path.rfind('/') + 1));
  made->seen.pMethods = &recorded_methods;
  return code;
}

int remove_file(sqlite3_vfs*, const char* name, int sync) {
  const std::string path = name;
  remember({DiskStep::Remove, path.substr(path.rfind('/') + 1), 0, {}});
  return system_files()->xDelete(system_files(), name, sync);
}

sqlite3_vfs& recording_files() {
  static sqlite3_vfs files = [] {
    sqlite3_vfs made = *system_files();
    made.szOsFile += static_cast<int>(sizeof(RecordedFile));
    made.zName = "recording";
    made.xOpen = open_file;
    made.xDelete = remove_file;
    return made;
  }();
  return files;
}

using Files = std::map<std::string, std::string>;

void apply(Files& files, const DiskEvent& event) {
  std::string& file = files[event.file];
  if (event.step == DiskStep::Truncate) file.resize(event.at);
  if (event.step != DiskStep::Write) return;
  if (file.size() < event.at + event.bytes.size()) file.resize(event.at + event.bytes.size());
  file.replace(event.at, event.bytes.size(), event.bytes);
}

// A write in sectors, each of which comes to the disk or does not.
void apply_in_part(Files& files, const DiskEvent& event, std::mt19937& random) {
  constexpr std::size_t sector = 512;
  if (event.step != DiskStep::Write) {
    if (random() % 2 == 0) apply(files, event);
    return;
  }
  for (std::size_t at = 0; at < event.bytes.size(); at += sector)
    if (random() % 2 == 0)
      apply(files, {DiskStep::Write, event.file, event.at + at, event.bytes.substr(at, sector)});
}

}  // namespace

RecordingDisk::RecordingDisk() {
  record().events.clear();
  sqlite3_vfs_register(&recording_files(), 1);
}

RecordingDisk::~RecordingDisk() {
  sqlite3_vfs_register(system_files(), 1);
  sqlite3_vfs_unregister(&recording_files());
}

void RecordingDisk::mark(std::uint64_t number) {
  remember({DiskStep::Mark, {}, number, {}});
}

std::vector<DiskEvent> RecordingDisk::events() const {
  const std::lock_guard lock(record().mutex);
  return record().events;
}

Files after_power_loss(const std::vector<DiskEvent>& events, std::size_t count, std::mt19937& random) {
  Files synced;
  std::map<std::string, std::vector<const DiskEvent*>> pending;
  for (std::size_t i = 0; i < count; ++i) {
    const DiskEvent& event = events[i];
    if (event.step == DiskStep::Write || event.step == DiskStep::Truncate)
      pending[event.file].push_back(&event);
    if (event.step == DiskStep::Sync)
      for (const DiskEvent* each : pending[event.file]) apply(synced, *each);
    if (event.step == DiskStep::Remove) synced.erase(event.file);
    if (event.step == DiskStep::Sync || event.step == DiskStep::Remove) pending[event.file].clear();
  }
  for (auto& [file, writes] : pending)
    for (const DiskEvent* each : writes) apply_in_part(synced, *each, random);
  return synced;
}

namespace {

constexpr std::size_t writers = 4;

struct Load {
  std::vector<std::string> ids = {};
  std::vector<DiskEvent> events = {};
};

// Each writer has a session; a mark says that its next event was acknowledged.
Load write_under_record(int each) {
  const StoreFolder folder;
  RecordingDisk disk;
  Load load;
  {
    SessionStore store = opened(folder.store());
    for (std::size_t i = 0; i < writers; ++i)
      load.ids.push_back(taken(store.create(session_of("g"), {}, {})).id);
    disk.mark(writers);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < writers; ++i) {
      threads.emplace_back([&, i] {
        for (int n = 0; n < each; ++n) {
          const SessionEvent large = facts_of('"' + std::string(9000, static_cast<char>('a' + n % 26)) + '"');
          taken(store.append(load.ids[i], static_cast<std::uint64_t>(n),
                             n % 3 == 0 ? large : answer_of("a", "b"), {}));
          disk.mark(i);
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  load.events = disk.events();
  return load;
}

// How many events of each session were acknowledged in the first `count` steps; nothing before all exist.
std::vector<std::uint64_t> acknowledged(const Load& load, std::size_t count) {
  std::vector<std::uint64_t> known;
  for (std::size_t i = 0; i < count; ++i) {
    if (load.events[i].step != DiskStep::Mark) continue;
    if (load.events[i].at == writers)
      known.assign(writers, 0);
    else
      ++known[load.events[i].at];
  }
  return known;
}

// Whether a store with these files has every acknowledged event, and no damage.
bool holds(const std::map<std::string, std::string>& files, const Load& load,
           const std::vector<std::uint64_t>& known) {
  const StoreFolder folder;
  for (const auto& [name, bytes] : files) std::ofstream(folder.path(name), std::ios::binary) << bytes;
  SessionStore store = opened(folder.store());
  if (!taken(store.problems()).empty()) return false;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const auto session = taken(store.load(load.ids[i]));
    if (!session || session->events.size() < known[i]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("after a loss of power at any moment every acknowledged event is there") {
  std::mt19937 random(9);
  const int cuts = rounds("TSG_SESSION_CUTS", 60);
  const Load load = write_under_record(rounds("TSG_SESSION_CUTS", 60));
  REQUIRE(acknowledged(load, load.events.size()) ==
          std::vector<std::uint64_t>(writers, static_cast<std::uint64_t>(cuts)));
  int lost = 0;
  for (int cut = 0; cut < cuts; ++cut) {
    const std::size_t count = random() % (load.events.size() + 1);
    if (!holds(after_power_loss(load.events, count, random), load, acknowledged(load, count))) ++lost;
  }
  CHECK(lost == 0);
  std::printf("%d losses of power over %zu writes and syncs: nothing acknowledged is lost\n", cuts,
              load.events.size());
}

TEST_CASE("a disk that forgets what was synced is noticed by the test of losses of power") {
  std::mt19937 random(9);
  Load load = write_under_record(20);
  std::erase_if(load.events, [](const DiskEvent& event) {
    return event.step == DiskStep::Sync && event.file.ends_with("-wal");
  });
  int lost = 0;
  for (int cut = 0; cut < 20; ++cut) {
    const std::size_t count = load.events.size() - random() % (load.events.size() / 4);
    try {
      if (!holds(after_power_loss(load.events, count, random), load, acknowledged(load, count))) ++lost;
    } catch (const std::exception&) {
      ++lost;
    }
  }
  CHECK(lost > 0);
}

}  // namespace tsg
