import Results
import StudyFiles

/// Every count of patients in the results, said of whom it is.
extension StudyResults {
    /// Enters all counts into a ledger, or replaces those that it withholds.
    mutating func visitCounts(_ ledger: CountLedger) {
        visitCohort(ledger)
        for index in survival.indices { survival[index].visitCounts(ledger) }
        for index in incidences.indices { incidences[index].visitCounts(ledger) }
        for index in matchings.indices { matchings[index].visitCounts(ledger) }
        for index in tables.indices { visitCounts(ofTable: index, ledger) }
        for index in figures.indices { visitCounts(ofFigure: index, ledger) }
    }

    private mutating func visitCohort(_ ledger: CountLedger) {
        let everyone = CountKey()
        let read = CountKey().with("read", "all")
        let exclusions = cohort.exclusions.indices.map { CountKey().with("excluded", "\($0)") }
        ledger.visit(&cohort.analysed, everyone)
        ledger.visit(&cohort.read, read)
        for (index, key) in exclusions.enumerated() { ledger.visit(&cohort.exclusions[index].n, key) }
        ledger.sum(read, of: [everyone] + exclusions)
        for index in cohort.missing.indices {
            let key = everyone.with(CountKey.known(cohort.missing[index].variable), "missing")
            ledger.visit(&cohort.missing[index].n, key)
        }
        for index in cohort.populations.indices {
            ledger.visit(&cohort.populations[index].n, everyone.with(population: cohort.populations[index].id))
        }
        for index in arms.indices {
            ledger.visit(&arms[index].n, everyone.with(variable: armsName, level: arms[index].id))
        }
    }

    private mutating func visitCounts(ofTable index: Int, _ ledger: CountLedger) {
        switch tables[index].content {
        case .baseline(var table):
            table.visitCounts(ledger)
            tables[index].content = .baseline(table)
        case .matchedBaseline(var table):
            table.before.visitCounts(ledger)
            table.after.visitCounts(ledger)
            tables[index].content = .matchedBaseline(table)
        case .response(var table):
            table.visitCounts(ledger)
            tables[index].content = .response(table)
        case .paired(var table):
            table.visitCounts(ledger)
            tables[index].content = .paired(table)
        case .adverseEvents(var table):
            table.visitCounts(ledger)
            tables[index].content = .adverseEvents(table)
        case .cox(var table):
            table.visitCounts(ledger)
            tables[index].content = .cox(table)
        case .logistic(var table):
            table.visitCounts(ledger)
            tables[index].content = .logistic(table)
        case .effect(var table):
            for row in table.rows.indices {
                let comparison = survival.first { $0.id == table.rows[row].comparison }
                let key = CountKey().with(population: comparison?.population ?? AnalysedPopulation.everyoneName)
                    .with("complete:\(table.adjustedFor.joined(separator: ","))", "yes")
                table.rows[row].adjusted?.visitCounts(
                    ledger, of: key.with(endpoint: comparison?.endpoint ?? ""), endpoint: comparison?.endpoint ?? "")
            }
            tables[index].content = .effect(table)
        case .survival, .incidence: break
        }
    }

    private mutating func visitCounts(ofFigure index: Int, _ ledger: CountLedger) {
        switch figures[index].content {
        case .forest(var plot):
            plot.visitCounts(ledger, name: figures[index].id, arms: arms)
            figures[index].content = .forest(plot)
        case .predictedSurvival(var plot):
            plot.visitCounts(ledger)
            figures[index].content = .predictedSurvival(plot)
        case .flow(var chart):
            chart.visitCounts(ledger, cohort: cohort, arms: arms)
            figures[index].content = .flow(chart)
        case .adverseEvents(var plot):
            plot.table.visitCounts(ledger)
            figures[index].content = .adverseEvents(plot)
        case .kaplanMeier, .incidence, .balance, .overlap, .residuals, .swimmer, .waterfall: break
        }
    }
}

extension BaselineTable.Column {
    /// The patients of a column among those of a population.
    func key(in population: String, grouping: String?) -> CountKey {
        let everyone = CountKey().with(population: population)
        guard let grouping, !(id == "total" && DefaultLabels.isTotal(label)) else { return everyone }
        return everyone.with(variable: grouping, level: id)
    }
}

extension BaselineTable {
    fileprivate mutating func visitCounts(_ ledger: CountLedger) {
        for column in columns.indices {
            let group = columns[column].key(in: population, grouping: grouping)
            ledger.visit(&columns[column].n, group)
            for row in rows.indices { rows[row].visitCounts(ledger, of: group, column: column) }
        }
    }
}

extension BaselineVariable {
    fileprivate mutating func visitCounts(_ ledger: CountLedger, of group: CountKey, column: Int) {
        let having = group.with(CountKey.known(variable), "known")
        ledger.visit(&known[column], having)
        ledger.visit(&missing[column], group.with(CountKey.known(variable), "missing"))
        if descriptions.indices.contains(column) { ledger.visit(&descriptions[column].n, having) }
        for level in levels.indices {
            let key =
                summary == .responses
                ? having.with("response:\(variable):\(levels[level].id)", "yes")
                : having.with(variable, levels[level].id)
            ledger.visit(&levels[level].counts[column], key)
        }
    }
}

extension ResponseTable {
    fileprivate mutating func visitCounts(_ ledger: CountLedger) {
        for column in columns.indices {
            let group = columns[column].key(in: population, grouping: grouping)
            let having = group.with(CountKey.known(variable), "known")
            ledger.visit(&columns[column].n, group)
            ledger.visit(&known[column], having)
            ledger.visit(&missing[column], group.with(CountKey.known(variable), "missing"))
            for row in rows.indices {
                let members = rows[row].members
                let key =
                    members.count == 1
                    ? having.with(variable, members[0])
                    : having.with("one of \(variable):\(members.joined(separator: ","))", "yes")
                ledger.visit(&rows[row].counts[column], key)
                let single = rows.map(\.members).filter { $0.count == 1 && members.contains($0[0]) }
                if members.count > 1, !single.isEmpty {
                    // Levels that nobody has stand in no row; the remainder is then nobody.
                    ledger.sumLater(key, of: single.map { having.with(variable, $0[0]) })
                }
            }
        }
    }
}

extension AdverseEventTable {
    fileprivate mutating func visitCounts(_ ledger: CountLedger) {
        for column in columns.indices {
            let group = columns[column].key(in: population, grouping: grouping)
            ledger.visit(&columns[column].n, group)
            for row in rows.indices {
                let keys = severities.map { severity in
                    group.with(
                        "\(source):\(rows[row].id):\(severity.lowest)–\(severity.highest.map { "\($0)" } ?? "")", "yes")
                }
                for (severity, key) in keys.enumerated() { ledger.visit(&rows[row].counts[severity][column], key) }
                for (wide, narrow) in nested { ledger.sumLater(keys[wide], of: [keys[narrow]]) }
            }
        }
        ledger.visit(&incompleteRecords, CountKey().with("\(source):incomplete", "yes"))
    }

    /// Pairs of severities of which the first holds the second.
    private var nested: [(Int, Int)] {
        severities.indices.flatMap { wide in
            severities.indices.filter { narrow in
                let (one, two) = (severities[wide], severities[narrow])
                return wide != narrow && one.lowest <= two.lowest && (one.highest ?? .max) >= (two.highest ?? .max)
                    && (one.lowest, one.highest ?? .max) != (two.lowest, two.highest ?? .max)
            }.map { (wide, $0) }
        }
    }
}
