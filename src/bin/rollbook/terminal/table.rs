//! A table that never wraps: columns as wide as their cells, some made narrower or left out until the row fits. Not done here: what stands in it.

use super::text::{cut, width};
use super::{DIM, styled};

/// Blanks between two columns.
const GAP: usize = 2;

/// A column.
pub(crate) struct Column {
    /// Its heading; may be empty.
    pub(crate) head: &'static str,
    /// True for numbers.
    pub(crate) right: bool,
    /// The least width it may be cut to; `None` for one that is never cut.
    pub(crate) least: Option<usize>,
    /// True for one that may be left out when nothing else helps.
    pub(crate) optional: bool,
}

impl Column {
    /// A column that is shown in full.
    pub(crate) fn fixed(head: &'static str) -> Self {
        Self { head, right: false, least: None, optional: false }
    }

    /// The same for numbers.
    pub(crate) fn number(head: &'static str) -> Self {
        Self { right: true, ..Self::fixed(head) }
    }

    /// A column that may be cut.
    pub(crate) fn text(head: &'static str, least: usize) -> Self {
        Self { least: Some(least), ..Self::fixed(head) }
    }

    /// The same column, which may be left out.
    pub(crate) fn optional(self) -> Self {
        Self { optional: true, ..self }
    }
}

/// Columns and rows; a row may have lines below it that run across the columns.
pub(crate) struct Table {
    columns: Vec<Column>,
    rows: Vec<(Vec<String>, String)>,
}

impl Table {
    /// An empty table.
    pub(crate) fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row. `below` is printed as it is after it: empty, or lines with their breaks.
    pub(crate) fn row(&mut self, cells: Vec<String>, below: String) {
        self.rows.push((cells, below));
    }

    /// The table within so many cells. A table of one row with nothing to compare still has its headings.
    pub(crate) fn render(&self, cells: usize) -> String {
        let widths = self.fit(cells);
        let head = |column: &Column| if column.head.is_empty() { String::new() } else { styled(DIM, column.head) };
        let head: Vec<String> = self.columns.iter().map(head).collect();
        let mut out = if self.columns.iter().all(|column| column.head.is_empty()) { String::new() } else { self.line(&head, &widths) };
        for (row, below) in &self.rows {
            out.push_str(&self.line(row, &widths));
            out.push_str(below);
        }
        out
    }

    fn line(&self, cells: &[String], widths: &[Option<usize>]) -> String {
        let mut line = String::new();
        // Blanks are written before the next cell that has something to say, so that no line ends in blanks.
        let mut blanks = 0;
        for ((column, cell), cells) in self.columns.iter().zip(cells).zip(widths).filter_map(|(cell, width)| Some((cell, (*width)?))) {
            let cell = cut(cell, cells);
            let free = cells - width(&cell);
            let (before, after) = if column.right { (free, 0) } else { (0, free) };
            if width(&cell) > 0 {
                line.push_str(&" ".repeat(blanks + before));
                line.push_str(&cell);
                blanks = after + GAP;
            } else {
                blanks += cells + GAP;
            }
        }
        line.push('\n');
        line
    }

    /// The width of each column; `None` for one that is left out.
    fn fit(&self, cells: usize) -> Vec<Option<usize>> {
        let natural = |n: usize| self.rows.iter().map(|(row, _)| width(&row[n])).max().unwrap_or(0).max(width(self.columns[n].head));
        let mut widths: Vec<Option<usize>> = (0..self.columns.len()).map(|n| Some(natural(n))).collect();
        // What may be left out gives way first, one column after the other, so that those that stay are whole for as long as can be.
        let (optional, kept): (Vec<usize>, Vec<usize>) = (0..self.columns.len()).partition(|n| self.columns[*n].optional);
        for n in optional.into_iter().chain(kept) {
            let over = total(&widths).saturating_sub(cells);
            if let (Some(least), Some(width)) = (self.columns[n].least, widths[n]) {
                widths[n] = Some(width.saturating_sub(over).max(least.min(width)));
            }
            if self.columns[n].optional && total(&widths) > cells {
                widths[n] = None;
            }
        }
        widths
    }
}

fn total(widths: &[Option<usize>]) -> usize {
    let shown: Vec<usize> = widths.iter().copied().flatten().collect();
    shown.iter().sum::<usize>() + GAP * shown.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table =
            Table::new(vec![Column::fixed("id"), Column::text("title", 6), Column::number("n"), Column::text("stage", 5).optional()]);
        table.row(["a", "A long title", "7", "Production"].map(str::to_owned).to_vec(), "  why\n".to_owned());
        table.row(["bb", "Short", "12", "Pilot"].map(str::to_owned).to_vec(), String::new());
        table
    }

    fn plain(width: usize) -> String {
        console::strip_ansi_codes(&table().render(width)).into_owned()
    }

    #[test]
    fn columns_are_as_wide_as_their_cells_where_there_is_room() {
        assert_eq!(plain(80), "id  title          n  stage\na   A long title   7  Production\n  why\nbb  Short         12  Pilot\n");
    }

    #[test]
    fn what_may_be_left_out_is_cut_and_then_left_out_before_anything_else_is_cut() {
        assert_eq!(plain(29), "id  title          n  stage\na   A long title   7  Produc…\n  why\nbb  Short         12  Pilot\n");
        assert_eq!(plain(22), "id  title          n\na   A long title   7\n  why\nbb  Short         12\n");
        assert_eq!(plain(15), "id  title     n\na   A long…   7\n  why\nbb  Short    12\n");
    }

    #[test]
    fn no_line_ends_in_blanks() {
        let mut table = Table::new(vec![Column::fixed("a"), Column::fixed(""), Column::number("")]);
        table.row(["x", "", ""].map(str::to_owned).to_vec(), String::new());
        assert_eq!(console::strip_ansi_codes(&table.render(40)), "a\nx\n");
    }
}
