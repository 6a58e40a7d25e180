internal import CohortBuilding
internal import Results
public import StudyFiles

/// One table of counts: the statement that makes it, and what is worked out from it.
public struct CountingTable: Sendable {
    /// What is worked out from it, in words: `figure 'survival'`.
    public var parts: [String]
    /// The columns by which patients are counted, in words: `os time`, `arm`.
    public var keys: [String]
    /// The statement.
    public var statement: String
    /// How many kinds of patients the database expects; nil where it does not say.
    public var estimate: Int?

    /// The parts of the plan that are worked out from it.
    public var planParts: [PlanPart]
    /// The names of the columns that the statement gives.
    var header: [String]
    /// The study as far as this table tells of it.
    var study: Study
}

/// Makes the tables of counts of a study.
struct CountingTables {
    let study: Study
    let file: DataFile
    let rows: DatabaseTable.Rows
    let sql: CountingSQL
    /// Columns by which the table is divided into parts, perhaps on several machines.
    let partitionKeys: [String]

    static let countName = "number of patients"

    /// The table of some needs.
    func table(of needs: Set<Need>, parts: [PlanPart], words: [String]) -> CountingTable {
        let uses = ColumnUses(needs, of: study)
        var keys = uses.columns.keys.sorted().map {
            (name: $0, sql: sql.expression($0, uses.columns[$0] ?? ColumnUse()))
        }
        for endpoint in study.endpoints where needs.contains(.endpoint(endpoint.name.value)) {
            guard case .dates(let start, let events, _, let censoring) = endpoint.source else { continue }
            let made = sql.timeAndStatus(
                start: start.value, events: events.map(\.value), censoring: censoring.value,
                cutoff: (endpoint.cutoff ?? study.cutoff)?.value)
            keys.append((Self.timeName(endpoint), made.time))
            keys.append((Self.statusName(endpoint), made.status))
        }
        return table(
            keys: keys, aggregates: [], study: reduced(to: needs, uses, parts), parts: parts, words: words)
    }

    /// The table of what the summary says of the days: the first and last start, and the treatments that begin late.
    func days(header: [String]) -> CountingTable? {
        let starts = study.endpoints.compactMap { endpoint -> String? in
            if case .dates(let start, _, _, _) = endpoint.source { start.value } else { nil }
        }
        guard let first = starts.first else { return nil }
        let uses = ColumnUses([], of: study)
        let keys = uses.columns.keys.sorted().map {
            (name: $0, sql: sql.expression($0, uses.columns[$0] ?? ColumnUse()))
        }
        var aggregates = [
            (DayNames.first, "min(\(sql.column(first)))"), (DayNames.last, "max(\(sql.column(first)))"),
        ]
        var reduced = reduced(to: [], uses, [])
        func variable(_ name: String, _ kind: Variable.Kind) -> Variable {
            let name = Located(name, at: file.path.location)
            return Variable(name: name, label: "", source: .column(name), kind: kind)
        }
        reduced.variables += [
            variable(DayNames.first, .categorical), variable(DayNames.last, .categorical),
        ]
        for (index, late) in lateStarts(header).enumerated() {
            let (zero, column) = (sql.column(late.timeZero), sql.column(late.column))
            aggregates.append(
                (DayNames.late(index), "sum(CASE WHEN \(column) > \(zero) THEN 1 ELSE 0 END)"))
            aggregates.append(
                (
                    DayNames.known(index),
                    "sum(CASE WHEN \(column) IS NOT NULL AND \(zero) IS NOT NULL THEN 1 ELSE 0 END)"
                ))
            reduced.variables += [DayNames.late(index), DayNames.known(index)].map {
                variable($0, .continuous)
            }
        }
        return table(
            keys: keys, aggregates: aggregates, study: reduced, parts: [], words: ["first and last day"])
    }

    /// The beginnings of treatments that the database knows as days.
    func lateStarts(_ header: [String]) -> [(column: String, timeZero: String)] {
        treatmentStarts(in: header, of: study).filter {
            sql.columns[$0.column]?.type == TypeNumber.date
        }
    }

    /// The names of the columns that tell of days.
    enum DayNames {
        static let first = "first start"
        static let last = "last start"
        static func late(_ index: Int) -> String { "late \(index)" }
        static func known(_ index: Int) -> String { "known \(index)" }
    }

    private static func timeName(_ endpoint: Endpoint) -> String { "\(endpoint.name.value) time" }
    private static func statusName(_ endpoint: Endpoint) -> String { "\(endpoint.name.value) status" }

    private func table(
        keys: [(name: String, sql: String)], aggregates: [(name: String, sql: String)], study: Study,
        parts: [PlanPart], words: [String]
    ) -> CountingTable {
        var keys = keys
        // Counted apart, so that each part of a divided table is counted where it is; the counts are added up here.
        for key in partitionKeys where !keys.contains(where: { $0.sql == sql.column(key) }) {
            keys.append(("part by \(key)", sql.column(key)))
        }
        let selected = keys + aggregates + [(Self.countName, "count(*)")]
        let list = selected.map { "\($0.sql) AS \(quotedName($0.name))" }.joined(
            separator: ",\n       ")
        var statement = "SELECT \(list)\nFROM \(CellTexts.origin(of: rows))"
        if !keys.isEmpty {
            statement += "\nGROUP BY \((1...keys.count).map(String.init).joined(separator: ", "))"
        }
        return CountingTable(
            parts: words, keys: keys.map(\.name), statement: statement, planParts: parts,
            header: selected.map(\.name), study: study)
    }

    /// The study with what the needs of some parts mean, its endpoints read from columns of days.
    private func reduced(to needs: Set<Need>, _ uses: ColumnUses, _ parts: [PlanPart]) -> Study {
        var study = study
        study.variables = study.variables.filter { uses.variables.contains($0.name.value) }
        study.endpoints = study.endpoints.filter { needs.contains(.endpoint($0.name.value)) }.map(
            readFromColumns)
        for index in study.endpoints.indices {
            let strata = study.endpoints[index].strata.map { Need.variable($0.value) }
            if !needs.isSuperset(of: strata) { study.endpoints[index].strata = [] }
        }
        study.populations = study.populations.filter { needs.contains(.population($0.name.value)) }
        study.figures = study.figures.filter { parts.contains(.figure($0.name.value)) }
        study.tables = study.tables.filter { parts.contains(.table($0.name.value)) }
        if let arms = study.arms, uses.columns[arms.column.value]?.isWhole != true { study.arms = nil }
        study.cutoff = nil
        var file = file
        (file.key, file.frequency) = (nil, Self.countName)
        study.dataFiles = [file]
        return study
    }

    private func readFromColumns(_ endpoint: Endpoint) -> Endpoint {
        guard case .dates(let start, _, _, _) = endpoint.source else { return endpoint }
        func at(_ text: String) -> Located<String> { start.map { _ in text } }
        var endpoint = endpoint
        endpoint.cutoff = nil
        endpoint.source = .columns(
            time: at(Self.timeName(endpoint)), timeUnit: .days, status: at(Self.statusName(endpoint)),
            codes: [.init(raw: at("1"), status: .event), .init(raw: at("0"), status: .censored)])
        return endpoint
    }
}
