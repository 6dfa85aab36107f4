// SPDX-License-Identifier: MIT
// The options of `tsg build` and `tsg preview`.
#pragma once

#include "tools/batch.h"
#include "tools/build.h"
#include "tools/options.h"
#include "tools/preview.h"

namespace tsg {

inline void add_build(CLI::App& app, BuildCommand& command) {
  CLI::App* build = app.add_subcommand("build", "Publish the pack as a self-help site");
  build
      ->add_option("-o,--output", command.output,
                   "The folder of the site; a build replaces it (default: site)")
      ->type_name("DIR");
  add_choice(build, "--format", command.format, formats_of_build, "What is written (default: site)");
  add_choice(build, "--audience", command.audience, audiences, "Whose site it is (default: customer)");
  build->add_option("--clouds", command.clouds, "Only articles for one of these clouds (default: all)")
      ->delimiter(',')
      ->type_name("CLOUD,...");
  build->add_option("--locale", command.locale, "Only this language (default: all of tsg.toml)");
  build
      ->add_option("--address", command.address, "Where the site will be: https://... (default: of tsg.toml)")
      ->type_name("URL");
  build->add_flag("--allow-broken-links", command.allow_broken_links,
                  "Tell broken links, and publish all the same");
  build->add_flag("--anew", command.anew, "Use nothing that former builds remember");
  build->add_option("--threads", command.threads, "How many threads (default: all cores)")
      ->check(CLI::Range(std::size_t{1}, most_threads));
  add_pack(build, command.pack);
  build->footer(
      "Examples:\n"
      "  tsg build\n"
      "  tsg build -o /srv/www/help --address https://help.example.com\n"
      "  tsg build --clouds fairfax -o site-fairfax\n"
      "  tsg build --format fragments -o fragments");
}

inline void add_preview(CLI::App& app, PreviewCommand& command) {
  CLI::App* preview = app.add_subcommand("preview", "Show the site in a browser while it is written");
  preview->add_option("--port", command.port, "The port at 127.0.0.1; 0: any that is free (default: 8700)");
  add_choice(preview, "--audience", command.audience, audiences, "Whose site it is (default: customer)");
  preview->add_option("--clouds", command.clouds, "Only articles for one of these clouds (default: all)")
      ->delimiter(',')
      ->type_name("CLOUD,...");
  add_facts(preview, command);
  add_pack(preview, command.pack);
  preview->footer(
      "Examples:\n"
      "  tsg preview\n"
      "  tsg preview --port 0 --facts facts/");
}

}  // namespace tsg
