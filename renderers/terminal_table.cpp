// SPDX-License-Identifier: MIT
#include "renderers/terminal_table.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "renderers/display_width.h"

namespace tsg {

namespace {

using Cell = std::vector<Piece>;

constexpr std::size_t gap = 2;

std::size_t width_of(const Cell& cell) {
  std::size_t columns = 0;
  for (const Piece& piece : cell) columns += display_width(piece.text);
  return columns;
}

std::vector<std::size_t> column_widths(const TerminalTable& table) {
  std::vector<std::size_t> widths;
  for (const std::vector<Cell>& row : table.rows) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  return widths;
}

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

enum class RowKind { Header, Body };

Ink ink_in(RowKind kind, const Piece& piece) {
  switch (kind) {
    case RowKind::Header:
      return Ink::Strong;
    case RowKind::Body:
      return piece.ink;
  }
  return piece.ink;
}

// One line a row, cells padded to their columns.
void write_row(TerminalWriter& out, const std::vector<Cell>& row, const std::vector<std::size_t>& widths,
               std::size_t indent, RowKind kind) {
  std::vector<Piece> line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    for (const Piece& piece : row[i]) line.push_back({piece.text, ink_in(kind, piece)});
    if (i + 1 < row.size()) line.push_back({blanks(widths[i] - width_of(row[i]) + gap), Ink::Plain});
  }
  out.line(line, indented(indent));
}

void write_columns(TerminalWriter& out, const TerminalTable& table, const std::vector<std::size_t>& widths,
                   std::size_t indent) {
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const bool header = r == 0 && table.has_header;
    write_row(out, table.rows[r], widths, indent, header ? RowKind::Header : RowKind::Body);
    if (!header) continue;
    std::vector<Cell> rule;
    for (const std::size_t width : widths) rule.push_back({{std::string(width, '-'), Ink::Quiet}});
    write_row(out, rule, widths, indent, RowKind::Body);
  }
}

void write_records(TerminalWriter& out, const TerminalTable& table, std::size_t indent) {
  const std::size_t first = table.has_header ? 1 : 0;
  for (std::size_t r = first; r < table.rows.size(); ++r) {
    if (r > first) out.blank();
    for (std::size_t i = 0; i < table.rows[r].size(); ++i) {
      Cell line;
      const bool named = table.has_header && i < table.rows[0].size();
      if (named) {
        for (const Piece& piece : table.rows[0][i]) line.push_back({piece.text, Ink::Strong});
        line.push_back({": ", Ink::Strong});
      }
      line.insert(line.end(), table.rows[r][i].begin(), table.rows[r][i].end());
      out.paragraph(line, {blanks(indent), blanks(indent + 2)});
    }
  }
}

}  // namespace

void write_terminal_table(TerminalWriter& out, const TerminalTable& table, std::size_t indent) {
  const std::vector<std::size_t> widths = column_widths(table);
  if (widths.empty()) return;
  const std::size_t total = std::accumulate(widths.begin(), widths.end(), indent + gap * (widths.size() - 1));
  const auto breaks = [](const Piece& piece) { return piece.text == "\n"; };
  const bool one_line =
      std::all_of(table.rows.begin(), table.rows.end(), [&breaks](const std::vector<Cell>& row) {
        return std::all_of(row.begin(), row.end(), [&breaks](const Cell& cell) {
          return std::none_of(cell.begin(), cell.end(), breaks);
        });
      });
  if (total <= out.width() && one_line) {
    write_columns(out, table, widths, indent);
  } else {
    write_records(out, table, indent);
  }
}

}  // namespace tsg
