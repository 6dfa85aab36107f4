// SPDX-License-Identifier: MIT
// The `tsg` program: reads the command line (the only file that includes CLI11) and calls the verb.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <initializer_list>
#include <map>
#include <new>

#include "engine/text/exhausted.h"
#include "engine/text/suggestion.h"
#include "engine/tsg.h"
#include "tools/agent_options.h"
#include "tools/batch.h"
#include "tools/check.h"
#include "tools/choices.h"
#include "tools/console.h"
#include "tools/diff.h"
#include "tools/explain.h"
#include "tools/form.h"
#include "tools/graph.h"
#include "tools/import.h"
#include "tools/inspect.h"
#include "tools/list.h"
#include "tools/new.h"
#include "tools/preview.h"
#include "tools/publishing_options.h"
#include "tools/render.h"
#include "tools/requirements.h"
#include "tools/resolve.h"
#include "tools/sessions_options.h"
#include "tools/test.h"

namespace {

using namespace tsg;

// What every command has in common, and which one was chosen.
struct CommandLine {
  ColourChoice colour = ColourChoice::Auto;
  ResolveCommand resolve = {};
  RenderCommand render = {};
  CheckCommand check = {};
  std::string explained = {};
  ListCommand list = {};
  FormCommand form = {};
  TestCommand test = {};
  GraphCommand graph = {};
  RequirementsCommand requirements = {};
  NewCommand made = {};
  ImportCommand imported = {};
  BuildCommand build = {};
  PreviewCommand preview = {};
  WalkCommand walk = {};
  ServeCommand serve = {};
  SessionsCommand sessions = {};
  DiffCommand compared = {};
  std::vector<std::string> inspected = {};
  bool as_jsonl = false;
};

void add_batch(CLI::App* resolve, ResolveCommand& command) {
  resolve
      ->add_option("--threads", command.threads, "With --format jsonl: how many threads (default: all cores)")
      ->check(CLI::Range(std::size_t{1}, most_threads))
      ->type_name("N");
  add_choice(resolve, "--render", command.record_html, record_parts,
             "With --format jsonl: each record holds the rendered guide too");
  resolve->add_flag_callback(
      "--evidence", [&command] { command.record_trace = Trace::On; },
      "With --format jsonl: each record holds the facts that the rules read");
}

void add_resolve(CLI::App& app, ResolveCommand& command) {
  CLI::App* resolve = app.add_subcommand("resolve", "Resolve a guide over facts: why, and what to do");
  resolve->add_option("GUIDE", command.guide, "The guide's id")->required();
  add_facts(resolve, command);
  resolve->add_option("--answer", command.answers, "STEP=OPTION or 'STEP[SUBJECT]=OPTION'; may be repeated")
      ->type_name("ANSWER")
      ->allow_extra_args(false);
  resolve->add_option("--set", command.inputs, "STEP.Name=VALUE: a value that no rule gives; may be repeated")
      ->type_name("INPUT")
      ->allow_extra_args(false);
  resolve
      ->add_option("--answers", command.form,
                   "A JSON file with the answers of a questions form: {question: option}")
      ->type_name("FILE");
  resolve->add_option("--reason", command.reason, "Why the given answers override rules; recorded with them");
  resolve->add_option("--scenario", command.scenario, "The facts and answers of a scenario of the guide")
      ->type_name("NAME");
  add_output(resolve, command, formats_of_resolve);
  add_batch(resolve, command);
  add_choice(resolve, "--fail-on", command.fail_on, failures, "Exit with 1 when there is one");
  resolve->add_flag_callback(
      "--trace", [&command] { command.evidence = EvidenceDetail::All; },
      "Show every fact that every rule read");
  resolve->add_flag_callback(
      "--strict", [&command] { command.strictness = Strictness::Strict; },
      "Refuse facts with any problem, such as a key given twice");
  resolve->footer(
      "Examples:\n"
      "  tsg resolve application-gateway-502 --facts facts/\n"
      "  tsg resolve application-gateway-502 --facts backendHealth=health.json --facts gateway.json --answer "
      "scope=yes\n"
      "  tsg resolve application-gateway-502 --facts facts/ --format html -o page.html --audience customer\n"
      "  tsg resolve application-gateway-502 --scenario lab-502 --trace\n"
      "  tsg resolve application-gateway-502 --facts gateways.jsonl --format jsonl --render html -o "
      "records.jsonl\n"
      "\nExit codes: 0 done (open questions included), 1 what --fail-on names, 2 usage, 3 unreadable input, "
      "4 the machine failed");
}

void add_render(CLI::App& app, RenderCommand& command) {
  CLI::App* render = app.add_subcommand("render", "Render one article, once for each finding of a rule");
  render->add_option("ARTICLE", command.article, "A Markdown file, or the articleId of one in the pack")
      ->required();
  add_facts(render, command);
  render->add_option("--rule", command.rule, "The rule that gives the values: DOMAIN/RULE");
  render->add_option("--set", command.values, "Name=VALUE of a placeholder; may be repeated")
      ->allow_extra_args(false);
  add_output(render, command, formats);
  render->footer(
      "Examples:\n"
      "  tsg render guides/application-gateway-502/outcomes/add-servers.md --set BackendPool=pool1\n"
      "  tsg render insight.md --facts facts/ --rule application-gateway/degraded-backend-health --format "
      "html");
}

void add_inspect(CLI::App& app, CommandLine& line) {
  CLI::App* inspect =
      app.add_subcommand("inspect", "Show how articles are read: header, placeholders, sections, links");
  inspect->add_option("PATH", line.inspected, "Articles, or folders of them")->required();
  inspect->add_flag("--jsonl", line.as_jsonl,
                    "One JSON record a line: the only form so far, and the default");
  inspect->footer("Examples:\n  tsg inspect article.md --jsonl\n  tsg inspect guides/ --jsonl | jq -r .h1");
}

void add_check(CLI::App& app, CheckCommand& command) {
  CLI::App* check = app.add_subcommand("check", "Tell what is wrong with articles, guides, rules and forms");
  check->add_option("PATH", command.paths, "Articles, folders of them, packs (default: the working folder)");
  add_choice(check, "--format", command.format, report_formats,
             "How findings are written (default: terminal)");
  add_choice(check, "--level", command.level, severities, "The lowest severity shown (default: warning)");
  check->add_option("--max-warnings", command.max_warnings, "Exit with 1 when there are more warnings than N")
      ->type_name("N");
  check->add_flag_callback(
      "--fix", [&command] { command.fix = FixMode::Apply; }, "Apply the safe fixes, then check");
  check->add_flag_callback(
      "--watch", [&command] { command.watch = WatchMode::Watch; }, "Check again what changes, until Ctrl-C");
  check->add_option("--threads", command.threads, "How many threads (default: all cores)")
      ->check(CLI::Range(std::size_t{1}, most_threads))
      ->type_name("N");
  add_output_file(check, command.output);
  check->footer(
      "Examples:\n"
      "  tsg check\n"
      "  tsg check articles/ --level info\n"
      "  tsg check articles/ --fix\n"
      "  tsg check . --format sarif -o findings.sarif --max-warnings 0\n"
      "\nExit codes: 0 nothing wrong, 1 an error or too many warnings, 2 usage, 3 unreadable input, 4 the "
      "machine failed");
}

void add_test(CLI::App& app, TestCommand& command) {
  CLI::App* test = app.add_subcommand("test", "Run the scenarios of guides; tell what they do not cover");
  test->add_option("GUIDE", command.guides, "Ids of guides (default: all of the pack)");
  test->add_option("--scenario", command.scenario, "Run only the scenario of this name")->type_name("NAME");
  test->add_flag_callback(
      "--update", [&command] { command.update = UpdateMode::Rewrite; },
      "Accept what comes now: rewrite the expectations that differ");
  test->add_flag_callback(
      "--coverage", [&command] { command.coverage = CoverageMode::Report; },
      "Tell which edges, answers, outcomes, rule lines and placeholders no scenario reaches");
  test->add_option("--min", command.least_coverage, "Coverage, and exit with 1 when a kind is covered less")
      ->check(CLI::Range(0.0, 100.0))
      ->type_name("PERCENT");
  test->add_flag_callback(
      "--mutate", [&command] { command.mutation = MutationMode::Mutate; },
      "Change rules and edges one by one; tell which changes no scenario notices");
  test->add_option("--min-score", command.least_score, "Mutation, and exit with 1 when less is noticed")
      ->check(CLI::Range(0.0, 100.0))
      ->type_name("PERCENT");
  add_choice(test, "--format", command.format, test_formats, "How results are written (default: terminal)");
  test->add_option("-o,--output", command.output, "Write to FILE, atomically, instead of standard output")
      ->type_name("FILE");
  test->add_option("--jobs", command.jobs, "How many threads (default: all cores)")
      ->check(CLI::Range(std::size_t{1}, most_threads))
      ->type_name("N");
  test->add_option("--pack", command.pack, "A folder in the pack (default: the working folder)")
      ->type_name("DIR");
  test->footer(
      "Examples:\n"
      "  tsg test\n"
      "  tsg test application-gateway-502 --scenario lab-502\n"
      "  tsg test --coverage --min 90\n"
      "  tsg test application-gateway-502 --mutate --min-score 80\n"
      "  tsg test --format junit -o results.xml\n"
      "\nExit codes: 0 all passed, 1 a scenario failed, there was none, or a share is too low, 2 usage, 3 "
      "unreadable input, 4 the machine failed");
}

void add_explain(CLI::App& app, std::string& code) {
  CLI::App* explain = app.add_subcommand("explain", "Explain the code of a message");
  explain->add_option("CODE", code, "As messages show it: TSG178")->required();
  explain->footer("Examples:\n  tsg explain TSG178");
}

void add_list(CLI::App& app, ListCommand& command) {
  CLI::App* list = app.add_subcommand("list", "List articles, guides, rules, facts or placeholders");
  add_choice(list, "KIND", command.kind, listed_kinds, "What is listed")->required();
  list->add_option("PATH", command.paths,
                   "Of articles and placeholders: files and folders (default: the working folder)");
  add_choice(list, "--format", command.format, list_formats, "How it is written (default: table)");
  add_pack(list, command.pack);
  list->footer(
      "Examples:\n"
      "  tsg list guides\n"
      "  tsg list facts --format json\n"
      "  tsg list articles articles/ --format json | jq -r '.[].articleId'");
}

void add_form(CLI::App& app, FormCommand& command) {
  CLI::App* form = app.add_subcommand("form", "Show the questions of a form that these answers lead to");
  form->add_option("FILE", command.file, "An article whose JSON body has form elements")->required();
  form->add_option("--answer", command.answers, "ID=VALUE of an element; may be repeated")
      ->type_name("ANSWER")
      ->allow_extra_args(false);
  add_choice(form, "--format", command.format, formats_of_form,
             "How the result is written (default: terminal)");
  add_output_file(form, command.output);
  form->add_option("--width", command.width, "Columns of terminal output (default: the terminal's)")
      ->check(CLI::Range(20, 1000));
  form->footer(
      "Examples:\n"
      "  tsg form questions.md\n"
      "  tsg form questions.md --answer os=Linux --answer 'issue=Cannot connect' --format json");
}

void add_graph(CLI::App& app, GraphCommand& command) {
  CLI::App* graph = app.add_subcommand("graph", "Draw a guide's tree, with the path of a resolution in it");
  graph->add_option("GUIDE", command.guide, "The guide's id")->required();
  add_choice(graph, "--format", command.format, formats_of_graph,
             "How it is drawn (default: by the ending of the file, else dot)");
  CLI::Option* resolution = graph
                                ->add_option("--resolution", command.resolution,
                                             "Draw in the path of a resolution that was written as JSON")
                                ->type_name("FILE");
  CLI::Option* facts = add_facts(graph, command);
  facts->excludes(resolution);
  graph->add_flag("--coverage", command.coverage, "Draw in how often the guide's scenarios take each edge")
      ->excludes(resolution)
      ->excludes(facts);
  graph
      ->add_option("--check", command.compared,
                   "Write nothing: exit with 1 when FILE is not what would be written")
      ->type_name("FILE");
  add_output_file(graph, command.output);
  add_pack(graph, command.pack);
  graph->footer(
      "Examples:\n"
      "  tsg graph application-gateway-502 -o tree.svg\n"
      "  tsg graph application-gateway-502 --facts facts/ --format svg -o path.svg\n"
      "  tsg graph application-gateway-502 --format dot | dot -Tpdf -o tree.pdf\n"
      "  tsg graph application-gateway-502 --coverage -o covered.svg\n"
      "  tsg graph application-gateway-502 --check docs/tree.mmd\n"
      "\nExit codes: 0 done, 1 the file of --check is stale, 2 usage, 3 unreadable input, 4 the machine "
      "failed");
}

void add_requires(CLI::App& app, RequirementsCommand& command) {
  CLI::App* needed =
      app.add_subcommand("requires", "Show the facts a guide can read, and how to gather them");
  needed->add_option("GUIDE", command.guide, "The guide's id")->required();
  CLI::Option* json = needed->add_flag_callback(
      "--json", [&command] { command.format = RequirementsFormat::Json; }, "As JSON");
  needed
      ->add_flag_callback(
          "--script", [&command] { command.format = RequirementsFormat::Script; },
          "A shell script that gathers them into a folder of facts")
      ->excludes(json);
  add_output_file(needed, command.output);
  add_pack(needed, command.pack);
  needed->footer(
      "Examples:\n"
      "  tsg requires application-gateway-502\n"
      "  tsg requires application-gateway-502 --json | jq -r '.documents[].key'\n"
      "  tsg requires application-gateway-502 --script -o gather.sh\n"
      "  sh gather.sh --resourceGroup rg1 --name gateway1 ... facts");
}

void add_new(CLI::App& app, NewCommand& command) {
  CLI::App* made =
      app.add_subcommand("new", "Make the first version of a pack, guide, step, rule, article or scenario");
  add_choice(made, "KIND", command.kind, new_kinds, "What is made")->required();
  made->add_option("NAME", command.name,
                   "pack FOLDER, guide GUIDE, step GUIDE/STEP, rule DOMAIN/RULE, article ID, scenario "
                   "GUIDE/SCENARIO")
      ->required();
  made->add_option("--title", command.title, "Its title (default: made of its name)");
  made->add_option("--domain", command.domain,
                   "Of a guide: the domain of its rules (default: the guide's id)");
  made->add_option("--on", command.on, "Of a step: STEP.OPTION, the edge it is put on");
  made->add_option("--type", command.type, "Of an article: its selfHelpType (default: generic)");
  made->add_option("--facts", command.facts, "Of a scenario: a file or folder of facts in the pack")
      ->type_name("F");
  made->add_option("--now", command.now, "Of a scenario: the time")->type_name("TIME");
  made->add_option("--answer", command.answers, "Of a scenario: STEP=OPTION; may be repeated")
      ->type_name("ANSWER")
      ->allow_extra_args(false);
  add_pack(made, command.pack);
  made->footer(
      "What is made passes `tsg check` as it is; nothing that is there is written over. docs/authoring.md "
      "shows a\n"
      "guide from an empty folder on.\n\n"
      "Examples:\n"
      "  tsg new pack office\n"
      "  tsg new guide printer --title 'A printer that does not print'\n"
      "  tsg new step printer/paper --on first-question.no\n"
      "  tsg new rule printer/paper\n"
      "  tsg new scenario printer/empty-tray --facts guides/printer/facts/empty-tray.json\n"
      "  tsg new article clean-the-drum --type resource");
}

void add_import(CLI::App& app, ImportCommand& command) {
  CLI::App* imported = app.add_subcommand("import", "Draft a guide from a folder of articles");
  imported->add_option("DIR", command.folder, "The folder with the articles")->required();
  imported
      ->add_option("--form", command.forms,
                   "A TSG_Questions article whose questions give answers; may be repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  imported->add_option("-o,--output", command.output, "The guide's folder (default: guides/ and DIR's name)")
      ->type_name("DIR");
  add_pack(imported, command.pack);
  imported->footer(
      "Articles do not say how steps hang together: every edge is a suggestion, with its trace or a doubt "
      "beside it\n"
      "in guide.toml. `tsg check` tells each doubt until its line is taken out.\n\n"
      "Examples:\n"
      "  tsg import articles/microsoft.storage-azcopy-tsg\n"
      "  tsg import articles/gateway-tsg --form articles/tsgQuestions/gateway.md -o guides/gateway");
}

void add_diff(CLI::App& app, DiffCommand& command) {
  CLI::App* compared = app.add_subcommand("diff", "Tell what changed between two resolutions");
  compared->add_option("BEFORE", command.before, "A resolution as JSON, or - for standard input")->required();
  compared->add_option("AFTER", command.after, "The one it is compared with")->required();
  add_choice(compared, "--format", command.format, formats_of_diff,
             "How the result is written (default: terminal)");
  add_choice(compared, "--audience", command.audience, audiences, "Who reads it (default: agent)");
  add_output_file(compared, command.output);
  compared->add_option("--width", command.width, "Columns of terminal output (default: the terminal's)")
      ->check(CLI::Range(20, 1000));
  compared->footer(
      "Examples:\n"
      "  tsg resolve application-gateway-502 --facts before/ --format json -o before.json\n"
      "  tsg resolve application-gateway-502 --facts after/ --format json | tsg diff before.json -\n"
      "  tsg diff before.json after.json --format markdown --audience customer\n"
      "\nExit codes: 0 the results are the same, 1 they differ, 2 usage, 3 unreadable input, 4 the machine "
      "failed");
}

// A mistyped command gets the nearest one.
int unknown_command(const Console& console, const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(each->get_name());
  const auto meant = nearest_name(word, names);
  console.say(fmt::format("error: there is no command `{}`", word));
  console.say(meant ? fmt::format("help: did you mean `tsg {}`?", *meant)
                    : fmt::format("help: the commands are {}; see `tsg --help`", fmt::join(names, ", ")));
  return to_int(ExitCode::Usage);
}

ExitCode inspect_paths(const std::vector<std::string>& paths, const Console& console) {
  const Inspection inspection =
      inspect(paths, stdout, [&console](const Diagnostic& diagnostic) { console.say(diagnostic); });
  if (!inspection.written || std::fflush(stdout) != 0) {
    console.say(HostError{"cannot write to standard output", ""});
    return ExitCode::Machine;
  }
  return inspection.unreadable > 0 ? ExitCode::Unreadable : ExitCode::Done;
}

int run(const CLI::App& app, const CommandLine& line) {
  const Console console(line.colour);
  if (app.got_subcommand("resolve")) return to_int(resolve(line.resolve, console));
  if (app.got_subcommand("render")) return to_int(render(line.render, console));
  if (app.got_subcommand("check")) return to_int(check(line.check, console));
  if (app.got_subcommand("test")) return to_int(test(line.test, console));
  if (app.got_subcommand("list")) return to_int(list(line.list, console));
  if (app.got_subcommand("explain")) return to_int(explain(line.explained, console));
  if (app.got_subcommand("form")) return to_int(show_form(line.form, console));
  if (app.got_subcommand("build")) return to_int(build(line.build, console));
  if (app.got_subcommand("preview")) return to_int(preview(line.preview, console));
  if (app.got_subcommand("serve")) return to_int(serve(line.serve, console));
  if (app.got_subcommand("walk")) return to_int(walk(line.walk, console));
  if (app.got_subcommand("diff")) return to_int(diff(line.compared, console));
  if (app.got_subcommand("graph")) return to_int(graph(line.graph, console));
  if (app.got_subcommand("requires")) return to_int(show_requirements(line.requirements, console));
  if (app.got_subcommand("new")) return to_int(make_new(line.made, console));
  if (app.got_subcommand("import")) return to_int(import_guide(line.imported, console));
  if (app.got_subcommand("sessions")) return to_int(show_sessions(line.sessions, console));
  if (app.got_subcommand("inspect")) return to_int(inspect_paths(line.inspected, console));
  return to_int(ExitCode::Usage);
}

int run_command_line(int argc, char** argv) {
  CommandLine line;
  CLI::App app("tsg resolves troubleshooting guides: articles in Markdown, rules in Lua, facts in JSON.",
               "tsg");
  app.set_version_flag("--version", fmt::format("tsg {}", version()));
  app.require_subcommand(1);
  add_choice(&app, "--color", line.colour, colours, "Colour (default: auto, which honours NO_COLOR)");
  app.fallthrough();
  add_resolve(app, line.resolve);
  add_render(app, line.render);
  add_inspect(app, line);
  add_check(app, line.check);
  add_test(app, line.test);
  add_explain(app, line.explained);
  add_list(app, line.list);
  add_form(app, line.form);
  add_diff(app, line.compared);
  add_graph(app, line.graph);
  add_build(app, line.build);
  add_preview(app, line.preview);
  add_walk(app, line.walk);
  add_serve(app, line.serve);
  add_requires(app, line.requirements);
  add_new(app, line.made);
  add_import(app, line.imported);
  add_sessions(app, line.sessions);
  app.footer("Messages go to standard error, data to standard output. `tsg COMMAND --help` has examples.");
  if (argc > 1 && argv[1][0] != '-') {
    const std::string word = argv[1];
    try {
      app.get_subcommand(word);
    } catch (const CLI::OptionNotFound&) {
      return unknown_command(Console(), app, word);
    }
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    const Console console(line.colour);
    console.say(fmt::format("error: {}", error.what()));
    console.say("help: see `tsg --help`");
    return to_int(ExitCode::Usage);
  }
  return run(app, line);
}

// Where nothing is left to make a text of: the pieces go to standard error as they are.
int give_up(std::initializer_list<std::string_view> pieces) {
  for (const std::string_view piece : pieces) std::fwrite(piece.data(), 1, piece.size(), stderr);
  return to_int(ExitCode::Machine);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write, reported like any other
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that has reached the limit of its size
  try {
    return run_command_line(argc, argv);
  } catch (const HostExhausted& failure) {
    return give_up({"error: ", failure.what(), "\nhelp: see `ulimit -a` for the limits of this process\n"});
  } catch (const std::bad_alloc&) {
    return give_up({"error: there is no more memory\nhelp: free some, or raise the limit of this process\n"});
  } catch (const std::exception& failure) {
    return give_up({"error: the program failed: ", failure.what(), "\nhelp: please report this\n"});
  }
}
