// SPDX-License-Identifier: MIT
// Requests that a page of somebody else can make a browser send, and some that no browser sends, to a server
// with named Hosts and an API that changes something.
#include <catch2/catch.hpp>

#include <atomic>
#include <string>
#include <vector>

#include "tests/server/live_server.h"
#include "tests/server/raw_client.h"
#include "tools/server/change_gate.h"

using namespace tsg;
using namespace tsg::web;

namespace {

const std::string own = "help.contoso.com:8443";

struct Attack {
  std::string name = {};
  std::string line = {};
  std::string headers = {};
  unsigned status = 0;
};

Attack hosted(const std::string& name, const std::string& host, unsigned status = 421) {
  return {name, "GET /read", "Host: " + host + "\r\n", status};
}

Attack posted(const std::string& name, const std::string& headers, unsigned status = 403) {
  return {name, "POST /change", "Host: " + own + "\r\nContent-Type: application/json\r\n" + headers, status};
}

Attack typed(const std::string& name, const std::string& type) {
  return {name, "POST /change", "Host: " + own + "\r\n" + type, 415};
}

std::vector<Attack> attacks() {
  const std::string origin = "Origin: https://" + own + "\r\n";
  return {
      hosted("a foreign Host", "evil.example"),
      hosted("a foreign Host with our port", "evil.example:8443"),
      {"no Host", "GET /read", "", 400},
      {"two Hosts", "GET /read", "Host: " + own + "\r\nHost: evil.example\r\n", 400},
      {"two Hosts, ours twice", "GET /read", "Host: " + own + "\r\nhost: " + own + "\r\n", 400},
      hosted("an empty Host", ""),
      hosted("userinfo before ours", "evil.example@" + own),
      hosted("ours as userinfo", own + "@evil.example"),
      hosted("no port", "help.contoso.com"),
      hosted("another port", "help.contoso.com:8444"),
      hosted("a port with a zero before it", "help.contoso.com:08443"),
      hosted("an empty port", "help.contoso.com:"),
      hosted("two ports", own + ":80"),
      hosted("a trailing dot", "help.contoso.com.:8443"),
      hosted("upper case", "HELP.CONTOSO.COM:8443"),
      hosted("a name below ours", "evil.help.contoso.com:8443"),
      hosted("ours below another", "help.contoso.com.evil.example:8443"),
      hosted("a list", own + ", evil.example"),
      hosted("a blank", own + " evil.example"),
      hosted("a URL", "https://" + own),
      hosted("an encoded dot", "help%2Econtoso.com:8443"),
      hosted("loopback by name", "localhost:8443"),
      hosted("loopback by IPv4", "127.0.0.1:8443"),
      hosted("loopback by IPv6", "[::1]:8443"),
      hosted("IPv4 within IPv6", "[::ffff:127.0.0.1]:8443"),
      hosted("IPv6 without brackets", "::1:8443"),
      hosted("IPv6 with a zone", "[fe80::1%25eth0]:8443"),
      {"a target with another host", "GET http://evil.example/read", "Host: " + own + "\r\n", 400},
      posted("another site's Origin", "Origin: https://evil.example\r\n"),
      posted("our Origin without TLS", "Origin: http://" + own + "\r\n"),
      posted("our Origin at another port", "Origin: https://help.contoso.com:8444\r\n"),
      posted("a null Origin", "Origin: null\r\n"),
      posted("cross-site", origin + "Sec-Fetch-Site: cross-site\r\n"),
      posted("same-site", origin + "Sec-Fetch-Site: same-site\r\n"),
      typed("a simple form's text/plain", "Content-Type: text/plain\r\n"),
      typed("a simple form's fields", "Content-Type: application/x-www-form-urlencoded\r\n"),
      typed("a simple form's files", "Content-Type: multipart/form-data; boundary=application/json\r\n"),
      typed("no type", ""),
      {"a GET that changes", "GET /change", "Host: " + own + "\r\n", 405},
      {"a GET that says it is a POST", "GET /change?_method=POST",
       "Host: " + own + "\r\nX-HTTP-Method-Override: POST\r\n", 405},
  };
}

ServerOptions named() {
  ServerOptions options;
  options.posts = Posts::Accepted;
  options.hosts = {own};
  options.scheme = Scheme::Https;
  return options;
}

std::string bytes_of_request(const std::string& line, const std::string& headers) {
  const std::string length = line.substr(0, 4) == "POST" ? "Content-Length: 2\r\n\r\n{}" : "\r\n";
  return line + " HTTP/1.1\r\n" + headers + length;
}

}  // namespace

TEST_CASE("of forty requests that were made elsewhere, forty are refused") {
  std::atomic<int> changes = 0, reads = 0;
  const LiveServer server(
      [&](const Request& request) {
        if (request.path == "/read") return ++reads, Response{};
        if (auto refusal = refuse_change(request, "application/json")) return *std::move(refusal);
        return ++changes, Response{.status = 201};
      },
      named());
  const auto status = [&](const std::string& line, const std::string& headers) {
    RawClient client(server.port());
    client.send(bytes_of_request(line, headers));
    return client.receive().status;
  };
  const std::vector<Attack> all = attacks();
  CHECK(all.size() == 40);
  for (const Attack& attack : all) {
    CAPTURE(attack.name);
    CHECK(status(attack.line, attack.headers) == attack.status);
  }
  CHECK(reads == 0);
  CHECK(changes == 0);
  // What is its own is not refused: else the table would prove nothing.
  const std::string ours = "Host: " + own + "\r\nContent-Type: application/json; charset=utf-8\r\n";
  CHECK(status("GET /read", ours) == 200);
  CHECK(status("POST /change", ours) == 201);
  CHECK(status("POST /change", ours + "Origin: https://" + own + "\r\nSec-Fetch-Site: same-origin\r\n") ==
        201);
  CHECK(changes == 2);
}

TEST_CASE("an address that others can reach needs Hosts") {
  for (const std::string address : {"0.0.0.0", "::", "::ffff:127.0.0.1", "192.0.2.7"}) {
    CAPTURE(address);
    ServerOptions options;
    options.address = address;
    const Result<Server> server = Server::listen(Loopback::V4, 0, echo, options);
    REQUIRE_FALSE(server.ok());
    CHECK_THAT(server.error().message, Catch::EndsWith("no Host is named"));
  }
  ServerOptions options;
  options.address = "127.0.0.2";
  CHECK(Server::listen(Loopback::V4, 0, echo, options).ok());
  options.address = "here";
  CHECK(Server::listen(Loopback::V4, 0, echo, options).error().message == "`here` is no address");
  options = named();
  options.address = "192.0.2.7";
  CHECK(Server::listen(Loopback::V4, 0, echo, options).error().message ==
        "no interface of this machine has the address 192.0.2.7");
}

TEST_CASE("a server at every address answers to its names") {
  ServerOptions options = named();
  options.address = "0.0.0.0";
  const LiveServer server(echo, options);
  RawClient client(server.port());
  client.send(bytes_of_request("GET /a", "Host: " + own + "\r\n"));
  CHECK(client.receive().body == "GET /a ");
}

TEST_CASE("a Host that no browser sends is an error of who named it") {
  for (const std::string host : {"help.contoso.com", "a:1", "10.0.0.1", "10.0.0.1:80", "[2001:db8::7]",
                                 "[::1]:8443", "localhost:65535", "x_y.example"}) {
    CAPTURE(host);
    CHECK(valid_host(host));
  }
  for (const std::string host : {"",
                                 "Help.contoso.com",
                                 "help.contoso.com.",
                                 "https://help.contoso.com",
                                 "help.contoso.com/",
                                 "*.contoso.com",
                                 "a:",
                                 "a:0",
                                 "a:080",
                                 "a:65536",
                                 "a:1:2",
                                 "::1",
                                 "[::1",
                                 "::1]",
                                 "[]",
                                 "[help]",
                                 "a b",
                                 "user@a",
                                 "a,b",
                                 "10.0.0.1.:80",
                                 "-a"}) {
    CAPTURE(host);
    CHECK_FALSE(valid_host(host));
    ServerOptions options;
    options.hosts = {own, host};
    CHECK_FALSE(Server::listen(Loopback::V4, 0, echo, options).ok());
  }
}
