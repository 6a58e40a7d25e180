internal import ManuscriptReading

/// The counts of a table's column with the number of patients that they are of.
struct CountColumn {
    var index: Int
    /// The number of patients, by the head or by what most percentages agree with.
    var n: Int
    /// Whether the head says it.
    var isStated: Bool
}

/// A count with a percentage, in a cell.
struct Share {
    var count: Int
    var percent: PrintedNumber
    /// The total that the cell itself names.
    var total: Int?

    /// Reads a cell of counts.
    init?(_ value: CellValue) {
        switch value {
        case .pair(let count, let percent, _):
            guard let whole = count.count, percent.value <= 100.5, percent.value >= 0 else { return nil }
            (self.count, self.percent, total) = (whole, percent, nil)
        case .fraction(let count, let total, let percent?):
            (self.count, self.percent, self.total) = (count, percent, total)
        default: return nil
        }
    }

    /// Whether the percentage is that of the count among so many.
    func agrees(with n: Int) -> Bool {
        n > 0 && count <= n && Share.admits(percent, 100 * Double(count) / Double(n))
    }

    /// Rounded in any usual way, half up, half even or cut; a percentage that is cut is no fault of sense.
    static func admits(_ percent: PrintedNumber, _ value: Double) -> Bool {
        percent.admits(value)
    }
}

extension Paper {
    private static let notCounts = Pattern(#"\bmean\b|\bSD\b|\bmedian\b|\bIQR\b|±|\brange\b|quartile"#)

    /// Whether a row's label says that its values are no counts.
    ///
    /// `SD` alone is stable disease, not a standard deviation.
    func isNoCount(_ row: ManuscriptTable.Row) -> Bool {
        row.label.plain != "SD" && Self.notCounts.matches(ManuscriptText(row.name).plain)
    }

    /// The columns of counts with percentages, each with its number of patients.
    func countColumns(of table: ManuscriptTable) -> [CountColumn] {
        table.columns.indices.compactMap { index in
            let shares = table.rows.filter { !isNoCount($0) }.compactMap { row in
                row.cells.indices.contains(index) ? Share(row.cells[index].value) : nil
            }.filter { $0.total == nil }
            guard !shares.isEmpty else { return nil }
            let stated = table.columns[index].heads.reversed().compactMap { Self.group(ofHead: $0)?.n }.first
            // Guessed heads can stand over the wrong column; then hardly any percentage agrees with their number.
            let isTrusted =
                stated.map { n in !table.isGuessed || shares.count { $0.agrees(with: n) } * 5 >= shares.count }
                ?? false
            if let stated, isTrusted {
                let fits = shares.count { $0.agrees(with: stated) }
                let words = table.words + table.columns[index].name + table.rows.map(\.name).joined(separator: " ")
                let sum = shares.map(\.count).reduce(0, +)
                let isCounts =
                    fits * 2 >= shares.count || words.contains("%") || shares.allSatisfy { $0.agrees(with: sum) }
                return isCounts ? CountColumn(index: index, n: stated, isStated: true) : nil
            }
            guard shares.count >= 3 else { return nil }
            let largest = shares.map(\.count).max() ?? 0
            let candidates = sizes.union(shares.compactMap(Self.total)).filter { $0 >= largest && $0 < 1_000_000 }
            let best = candidates.map { n in (n: n, fits: shares.count { $0.agrees(with: n) }) }
                .max { ($0.fits, sizes.contains($0.n) ? 1 : 0, -$0.n) < ($1.fits, sizes.contains($1.n) ? 1 : 0, -$1.n) }
            guard let best, best.fits * 10 >= shares.count * 7, best.fits >= 3 else { return nil }
            return CountColumn(index: index, n: best.n, isStated: false)
        }
    }

    /// The total that a count and its percentage point to, where it is one.
    private static func total(_ share: Share) -> Int? {
        guard share.count > 0, share.percent.value > 0 else { return nil }
        return Int((100 * Double(share.count) / share.percent.value).rounded())
    }
}
