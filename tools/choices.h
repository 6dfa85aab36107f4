// SPDX-License-Identifier: MIT
// The words of the command line that stand for one of several values.
#pragma once

#include <map>
#include <string>

#include "tools/build.h"
#include "tools/check.h"
#include "tools/graph.h"
#include "tools/list.h"
#include "tools/new.h"
#include "tools/render.h"
#include "tools/resolve.h"
#include "tools/test.h"

namespace tsg {

inline const std::map<std::string, OutputFormat> formats = {{"terminal", OutputFormat::Terminal},
                                                            {"html", OutputFormat::Html},
                                                            {"fragment", OutputFormat::Fragment},
                                                            {"markdown", OutputFormat::Markdown},
                                                            {"json", OutputFormat::Json}};
inline const std::map<std::string, OutputFormat> formats_of_resolve = {
    {"terminal", OutputFormat::Terminal}, {"html", OutputFormat::Html}, {"fragment", OutputFormat::Fragment},
    {"markdown", OutputFormat::Markdown}, {"json", OutputFormat::Json}, {"jsonl", OutputFormat::JsonLines}};
inline const std::map<std::string, OutputFormat> formats_of_form = {{"terminal", OutputFormat::Terminal},
                                                                    {"json", OutputFormat::Json}};
inline const std::map<std::string, OutputFormat> formats_of_diff = {{"terminal", OutputFormat::Terminal},
                                                                    {"fragment", OutputFormat::Fragment},
                                                                    {"markdown", OutputFormat::Markdown},
                                                                    {"json", OutputFormat::Json}};
inline const std::map<std::string, GraphFormat> formats_of_graph = {
    {"dot", GraphFormat::Dot}, {"mermaid", GraphFormat::Mermaid}, {"svg", GraphFormat::Svg}};
inline const std::map<std::string, BuildFormat> formats_of_build = {
    {"site", BuildFormat::Site}, {"fragments", BuildFormat::Fragments}, {"json", BuildFormat::Json}};
inline const std::map<std::string, RecordHtml> record_parts = {{"html", RecordHtml::Fragment}};
inline const std::map<std::string, Audience> audiences = {{"agent", Audience::Agent},
                                                          {"customer", Audience::Customer}};
inline const std::map<std::string, FailOn> failures = {
    {"open", FailOn::Open}, {"provisional", FailOn::Provisional}, {"outcome", FailOn::Outcome}};
inline const std::map<std::string, ReportFormat> report_formats = {
    {"terminal", ReportFormat::Terminal}, {"short", ReportFormat::Short}, {"json", ReportFormat::Json},
    {"jsonl", ReportFormat::JsonLines},   {"sarif", ReportFormat::Sarif}, {"github", ReportFormat::GitHub},
    {"junit", ReportFormat::JUnit}};
inline const std::map<std::string, Severity> severities = {
    {"error", Severity::Error}, {"warning", Severity::Warning}, {"info", Severity::Info}};
inline const std::map<std::string, ListedKind> listed_kinds = {{"articles", ListedKind::Articles},
                                                               {"guides", ListedKind::Guides},
                                                               {"rules", ListedKind::Rules},
                                                               {"facts", ListedKind::Facts},
                                                               {"placeholders", ListedKind::Placeholders}};
inline const std::map<std::string, NewKind> new_kinds = {
    {"pack", NewKind::Pack}, {"guide", NewKind::Guide},     {"step", NewKind::Step},
    {"rule", NewKind::Rule}, {"article", NewKind::Article}, {"scenario", NewKind::Scenario}};
inline const std::map<std::string, ListFormat> list_formats = {{"table", ListFormat::Table},
                                                               {"json", ListFormat::Json}};
inline const std::map<std::string, TestFormat> test_formats = {
    {"terminal", TestFormat::Terminal}, {"json", TestFormat::Json}, {"junit", TestFormat::JUnit}};
inline const std::map<std::string, ColourChoice> colours = {
    {"auto", ColourChoice::Auto}, {"always", ColourChoice::Always}, {"never", ColourChoice::Never}};

}  // namespace tsg
