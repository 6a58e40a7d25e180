import Results

extension PairedTable {
    /// Each count is of those with a level before and a level after; the margins and the known are their sums.
    mutating func visitCounts(_ ledger: CountLedger) {
        for column in columns.indices {
            let group = columns[column].key(in: population, grouping: grouping)
            ledger.visit(&columns[column].n, group)
            for row in rows.indices where rows[row].cells.indices.contains(column) {
                rows[row].visitCounts(ledger, of: group, column: column)
            }
        }
    }

    /// Withheld counts take with them all that is worked out from the same pairs.
    mutating func withholdStatistics() {
        for row in rows.indices {
            for column in rows[row].cells.indices { rows[row].cells[column].withholdStatistics() }
        }
    }
}

extension PairedTable.Row {
    fileprivate mutating func visitCounts(_ ledger: CountLedger, of group: CountKey, column: Int) {
        let knownBefore = group.with(CountKey.known(before), "known")
        let pair = knownBefore.with(CountKey.known(after), "known")
        let missing = group.with("pair:\(before):\(after)", "missing")
        ledger.visit(&cells[column].known, pair)
        ledger.visit(&cells[column].missing, missing)
        ledger.sumLater(group, of: [pair, missing])
        // Margins and cells are tied whatever the levels are made of.
        let befores = levels.map { pair.having($0, of: before) }
        let afters = levels.map { pair.having($0, of: after) }
        ledger.sumLater(pair, of: befores)
        ledger.sumLater(pair, of: afters)
        for index in levels.indices {
            ledger.sumLater(befores[index], of: levels.map { befores[index].having($0, of: after) })
            ledger.sumLater(afters[index], of: levels.map { afters[index].having($0, of: before) })
        }
        for first in levels.indices {
            let having = pair.having(levels[first], of: before)
            for second in levels.indices {
                ledger.visit(
                    &cells[column].counts[first][second], having.having(levels[second], of: after))
            }
        }
        for index in cells[column].changes.indices {
            guard let level = levels.first(where: { $0.id == cells[column].changes[index].level }) else { continue }
            let others = levels.filter { $0.id != level.id }
            let (before, after) = (pair.having(level, of: before), pair.having(level, of: after))
            ledger.visit(&cells[column].changes[index].before, before)
            ledger.visit(&cells[column].changes[index].after, after)
            // Of two levels these are counts of the cross table; of more they are sums of such.
            let onlyBefore = others.map { before.having($0, of: self.after) }
            let onlyAfter = others.map { after.having($0, of: self.before) }
            ledger.visit(&cells[column].changes[index].onlyBefore, onlyBefore, ofNot: level, self.after, before)
            ledger.visit(&cells[column].changes[index].onlyAfter, onlyAfter, ofNot: level, self.before, after)
        }
    }
}

extension CountKey {
    fileprivate func having(_ level: PairedTable.Level, of variable: String) -> CountKey {
        level.members.count == 1
            ? with(variable, level.members[0])
            : with("one of \(variable):\(level.members.sorted().joined(separator: ","))", "yes")
    }
}

extension CountLedger {
    /// Enters a count of those with another level than this: of one other level it is that level's own count.
    fileprivate func visit(
        _ n: inout Int, _ parts: [CountKey], ofNot level: PairedTable.Level, _ variable: String, _ having: CountKey
    ) {
        if parts.count == 1 { return visit(&n, parts[0]) }
        let key = having.with("not \(variable):\(level.id)", "yes")
        visit(&n, key)
        sumLater(key, of: parts)
    }
}

extension PairedTable.Cell {
    fileprivate mutating func withholdStatistics() {
        let all = counts.joined() + [known] + changes.flatMap { [$0.before, $0.after, $0.onlyBefore, $0.onlyAfter] }
        guard all.contains(where: \.isWithheld) else { return }
        test.withhold()
        for index in changes.indices { changes[index].difference.withhold() }
    }
}
