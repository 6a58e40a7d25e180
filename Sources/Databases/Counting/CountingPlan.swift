public import Diagnostics
public import StudyFiles

/// What a database counts for a study, and why not where it does not.
public struct CountingPlan: Sendable {
    /// A part of the plan that needs rows.
    public struct Refusal: Equatable, Sendable {
        /// The part, in words.
        public var part: String
        /// Why counts are not enough.
        public var reason: String
    }

    /// The tables of counts; where anything is refused they are not enough, and rows are read.
    public var tables: [CountingTable]
    /// The table of what the summary says of days; nil where no endpoint is made of dates.
    public var days: CountingTable?
    /// What needs rows.
    public var refusals: [Refusal]
    /// How many rows the database expects; nil where it does not say.
    public var rows: Int?
    /// The statement that reads the rows.
    public var rowStatement: String
    /// What the study asks for.
    public var choice: DatabaseTable.PushDown
    /// The beginnings of treatments that ``days`` tells of.
    var lateStarts: [LateStart]

    /// A column on which a treatment seems to begin, and the time zero that it may be after.
    struct LateStart: Equatable, Sendable {
        var column: String
        var timeZero: String
    }

    /// Below so many rows counting saves nothing, and messages about rows are worth more.
    static let fewRows = 10_000

    /// Why rows are read although counts would be enough; nil where the database counts.
    public var reasonForRows: String? {
        if choice == .never { return "'push_down' is 'never'" }
        if !refusals.isEmpty { return "counts are not enough for all parts of the plan" }
        guard choice == .auto, let rows else { return nil }
        if rows < Self.fewRows { return "there are few rows" }
        let kinds = tables.reduce(0) { $0 + ($1.estimate ?? 0) }
        return kinds > rows / 2 ? "the kinds of patients are hardly fewer than the patients" : nil
    }
}

extension DatabaseReader {
    /// Says what the database of the patients can count for a study; nil where the patients come from a file.
    public func countingPlan(of study: Study) throws(DiagnosedError) -> CountingPlan? {
        guard let file = study.dataFiles.first(where: { $0.name.value == "patients" }),
            let table = file.database
        else { return nil }
        let (connection, columns) = try open(table)
        let parts = partitionKeys(of: table, on: connection)
        let texts = CellTexts(origin: CellTexts.origin(of: table.rows), columns: columns)
        let planner = CountingPlanner(
            study: study, columns: columns,
            tables: CountingTables(
                study: study, file: file, rows: table.rows,
                sql: CountingSQL(
                    columns: Dictionary(
                        columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
                    missingCodes: file.missingCodes),
                partitionKeys: parts))
        var plan = CountingPlan(
            tables: planner.countingTables(), days: planner.tables.days(header: columns.map(\.name)),
            refusals: planner.refusals, rows: estimate(of: texts.statement, on: connection, table),
            rowStatement: texts.statement, choice: table.pushDown,
            lateStarts: planner.tables.lateStarts(columns.map(\.name)).map {
                .init(column: $0.column, timeZero: $0.timeZero)
            })
        for index in plan.tables.indices {
            plan.tables[index].estimate = estimate(
                of: plan.tables[index].statement, on: connection, table)
        }
        if let days = plan.days { plan.days?.estimate = estimate(of: days.statement, on: connection, table) }
        return plan
    }

    /// How many rows the database expects of a statement; nil where it does not say.
    private func estimate(
        of statement: String, on connection: DatabaseConnection, _ table: DatabaseTable
    ) -> Int? {
        guard let first = try? connection.rows("EXPLAIN \(statement)").first?.first ?? nil else {
            restart(connection, table)
            return nil
        }
        guard let start = first.range(of: "rows=")?.upperBound else { return nil }
        return Int(first[start...].prefix { $0.isNumber })
    }

    /// The columns by which a table is divided, where each part may be on another machine and the column names few parts.
    private func partitionKeys(of table: DatabaseTable, on connection: DatabaseConnection) -> [String] {
        guard case .table(let name) = table.rows else { return [] }
        let relation = quotedText(
            CellTexts.parts(of: name.value).map(quotedName).joined(separator: "."))
        let keys = try? connection.rows(
            """
            SELECT a.attname FROM pg_partitioned_table p
            JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = ANY (p.partattrs)
            LEFT JOIN pg_class c ON c.oid = p.partrelid LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
            WHERE p.partrelid = CAST(\(relation) AS regclass)
            AND (p.partstrat = 'l' OR s.n_distinct BETWEEN 1 AND 1000)
            """)
        guard let keys, !keys.isEmpty,
            (try? connection.run("SET LOCAL enable_partitionwise_aggregate = on")) != nil
        else {
            if keys == nil { restart(connection, table) }
            return []
        }
        return keys.compactMap { $0.first ?? nil }
    }

    private func restart(_ connection: DatabaseConnection, _ table: DatabaseTable) {
        try? connection.restart()
        try? connection.limit(seconds: table.timeout)
    }
}

/// Decides which tables of counts a study needs.
struct CountingPlanner {
    let study: Study
    let columns: [DatabaseConnection.Column]
    let tables: CountingTables

    private var needs: PlanNeeds { PlanNeeds(study: study) }

    /// Why parts of the study need rows.
    var refusals: [CountingPlan.Refusal] {
        var refusals = needs.reasons.map { CountingPlan.Refusal(part: "the study", reason: $0) }
        let names = Set(columns.map(\.name))
        for (_, part) in needs.parts {
            var reasons: [String] = []
            for reason in part.reasons where !reasons.contains(reason) { reasons.append(reason) }
            refusals += reasons.map { .init(part: part.words, reason: $0) }
        }
        let used = ColumnUses(
            needs.parts.reduce(into: Set()) { $0.formUnion($1.needs.needs) }, of: study
        ).columns.keys
        for name in used.sorted() where !names.contains(name) {
            refusals.append(.init(part: "the study", reason: "column '\(name)' doesn't exist"))
        }
        for endpoint in study.endpoints {
            guard case .dates(let start, let events, _, let censoring) = endpoint.source else { continue }
            for name in [start] + events + [censoring]
            where tables.sql.columns[name.value]?.type != TypeNumber.date {
                let reason = "column '\(name.value)' is not of type date"
                refusals.append(.init(part: "endpoint '\(endpoint.name.value)'", reason: reason))
            }
        }
        return refusals
    }

    /// As few tables as count all that the parts need: a part whose needs another's table meets has none of its own.
    func countingTables() -> [CountingTable] {
        let parts = needs.parts.filter { $0.needs.reasons.isEmpty }
        let rest = needs.rest(besides: parts.map(\.needs)).map { (part: PlanPart?.none, needs: $0) }
        let all = parts.map { (part: PlanPart?.some($0.part), needs: $0.needs) } + rest
        var groups: [(needs: Set<Need>, parts: [PlanPart], words: [String])] = []
        let order = all.indices.sorted {
            let (left, right) = (all[$0].needs.needs.count, all[$1].needs.needs.count)
            return left == right ? $0 < $1 : left > right
        }
        for index in order {
            let (part, needs) = all[index]
            let known = groups.firstIndex { $0.needs.isSuperset(of: needs.needs) }
            if known == nil { groups.append((needs.needs, [], [])) }
            let position = known ?? groups.count - 1
            groups[position].parts += part.map { [$0] } ?? []
            groups[position].words.append(needs.words)
        }
        if groups.isEmpty { groups = [([], [], ["number of patients"])] }
        return groups.map { tables.table(of: $0.needs, parts: $0.parts, words: $0.words) }
    }
}
