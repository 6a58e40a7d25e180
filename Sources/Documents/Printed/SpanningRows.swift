import Tables

/// The rows of a table's spanning heads, cut to the table and filled up: each row covers all columns.
struct SpanningRows {
    /// A head over some columns, or one column without a head in this row.
    struct Slot: Equatable {
        var heading: RichText?
        var columns: Range<Int>
    }

    /// The rows, the outermost first.
    let rows: [[Slot]]
    /// For each column, the first row from which on no head spans it: its own head can begin there.
    let firstFreeRow: [Int]

    /// Heads that overlap are cut to fit, and those without a column left out.
    init(_ table: Table) {
        let count = table.columns.count
        rows = table.spanningHeads.map { heads in
            var (slots, next): ([Slot], Int) = ([], 0)
            for head in heads.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
                let columns = head.columns.clamped(to: next..<max(next, count))
                guard !columns.isEmpty else { continue }
                slots += (next..<columns.lowerBound).map { Slot(heading: nil, columns: $0..<$0 + 1) }
                slots.append(Slot(heading: head.heading, columns: columns))
                next = columns.upperBound
            }
            return slots + (next..<max(next, count)).map { Slot(heading: nil, columns: $0..<$0 + 1) }
        }
        let rows = rows
        firstFreeRow = (0..<count).map { column in
            let last = rows.lastIndex { row in row.contains { $0.heading != nil && $0.columns.contains(column) } }
            return last.map { $0 + 1 } ?? 0
        }
    }
}
