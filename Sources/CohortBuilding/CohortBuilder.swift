internal import DataReading
internal import Diagnostics
internal import Results
internal import StudyFiles

/// Builds the cohort from the tables, stage by stage; each stage goes as far as the faults before it allow.
struct CohortBuilder {
    static let patientsName = "patients"

    let names: StudyNames
    let tables: [DataTable]
    let reporter: FaultReporter
    /// The day after which nothing can have been recorded; nil where it is not known.
    var today: CalendarDay?

    private var study: Study { names.study }
    private var patients: DataTable { names.patients }

    func build() -> Cohort? {
        // Without rows every level would seem to be absent and every linked row an orphan.
        guard patients.cells.isSound else { return nil }
        let everyone = PatientRows(table: patients, rows: Array(0..<patients.rowCount))
        guard everyone.patientCount > 0 else {
            reportNobody(
                "'\(patients.path)' has no patients", help: "add a row for each patient below the header")
            return nil
        }
        let order = definitionOrder(of: names, reporter)
        let exclusions = Exclusions(names: names, everyone: everyone, order: order, reporter: reporter)
        let rows = PatientRows(table: patients, rows: exclusions.remaining)
        let sorted = patientOrder(of: rows)
        let linked = linkedRows(of: rows, sorted: sorted)
        guard rows.count > 0 else {
            reportNobody("no patient is left after the exclusions", help: "correct the conditions under 'exclusions'")
            return nil
        }
        return cohort(of: rows, sorted: sorted, order: order, exclusions: exclusions, linked: linked)
    }

    /// Makes every part of the cohort; `sorted` is the order of the patients as indices into the rows, `order` that of
    /// the variables.
    private func cohort(
        of rows: PatientRows, sorted: [Int], order: [Variable], exclusions: Exclusions, linked: [String: LinkedRows]
    ) -> Cohort {
        var builder = VariableBuilder(names: names, rows: rows, reporter: reporter)
        for variable in order { builder.build(variable) }
        let undeclared = names.undeclaredVariables
        for name in undeclared { builder.build(undeclared: name) }
        let arms = arms(of: rows)
        let checks = PlanChecks(study: study, reporter: reporter)
        checks.checkRates(in: builder.values)
        if let arms { checks.checkTwoArms(arms) }
        var endpoints = EndpointBuilder(names: names, rows: rows, tables: tables, reporter: reporter)
        let times = endpoints.endpoints()
        checks.checkLevels(in: builder.values, times, rows.frequencies)
        checks.checkLandmarks(times)
        PlausibilityChecks(names: names, rows: rows, tables: tables, today: today, reporter: reporter)
            .check(builder.values, times)
        let populations = populations(by: builder.evaluator())

        let frequencies = rows.frequencies.map { frequencies in sorted.map { frequencies[$0] } }
        // Each would find out for itself that a file is in order.
        let isInOrder = sorted.areAll(of: rows.count)
        let sortedArms = isInOrder ? arms : arms?.reordered(sorted)
        let variables = isInOrder ? builder.values : builder.values.mapValues { $0.reordered(sorted) }
        let members = populations.mapValues { isMember in sorted.map { isMember[$0] } }
        let labels =
            study.variables.map { ($0.name.value, $0.label) } + undeclared.map { ($0.value, inWords($0.value)) }
        let starts = endpoints.firstAndLastStart
        let summary = CohortSummary(
            read: patients.patientCount, exclusions: exclusions.counts, analysed: rows.patientCount,
            missing: withoutArm(sortedArms, frequencies)
                + missingValues(in: labels) {
                    variables[$0]?.missingCount(frequencies) ?? 0
                },
            populations: sizes(of: members, total: rows.patientCount, frequencies),
            firstStart: starts?.first.iso, lastStart: starts?.last.iso)
        return Cohort(
            keys: keys(of: rows, sorted: sorted), arms: sortedArms, referenceArm: arms?.reference ?? 0,
            variables: variables, endpoints: isInOrder ? times : times.mapValues { $0.reordered(sorted) },
            populations: members,
            linked: linked, summary: summary,
            rowCounts: Dictionary(
                tables.map { ($0.declaration.name.value, $0.patientCount) },
                uniquingKeysWith: { first, _ in first }),
            frequency: frequencies,
            report: DataReport(tables, lateTreatments: lateTreatments(in: rows, of: study)))
    }

    /// Patients without an arm are in no comparison of the arms, so they are counted like any missing value.
    private func withoutArm(
        _ arms: CategoricalValues?, _ frequencies: [Int]?
    ) -> [CohortSummary.MissingValues] {
        let count = arms?.missingCount(frequencies) ?? 0
        return count == 0 ? [] : [.init(variable: StudyNames.arms, label: study.arms?.label ?? "Arm", n: count)]
    }

    private func sizes(
        of members: [String: [Bool]], total: Int, _ frequencies: [Int]?
    ) -> [CohortSummary.Population] {
        let all = CohortSummary.Population(id: "all", label: study.labels.allPatients, n: total)
        return [all]
            + study.populations.map { population in
                let isMember = members[population.name.value] ?? []
                let count = isMember.indices.reduce(0) { $0 + (isMember[$1] ? frequencies?[$1] ?? 1 : 0) }
                return .init(id: population.name.value, label: population.label, n: count)
            }
    }

    private func reportNobody(_ summary: String, help: String) {
        reporter.report(Diagnostic(.emptyPopulation, at: patients.declaration.path.location, summary, help: [help]))
    }

    private func keys(of rows: PatientRows, sorted: [Int]) -> KeyValues {
        guard let key = patients.declaration.key.flatMap({ patients.column($0.value) }) else {
            return KeyValues(numbers: sorted.indices.map { $0 + 1 })
        }
        if let numbers = patients.keyNumbers {
            let isEveryone = rows.count == numbers.count && sorted.areAll(of: rows.count)
            return KeyValues(numbers: isEveryone ? numbers : sorted.map { numbers[rows.rows[$0]] })
        }
        return KeyValues(mapInPieces(sorted.count) { key[rows.rows[sorted[$0]]] ?? "" })
    }

    // MARK: Arms and populations

    private func arms(of rows: PatientRows) -> CategoricalValues? {
        guard let declaration = study.arms, let column = patients.column(declaration.column.value) else { return nil }
        let coding =
            declaration.order.isEmpty
            ? LevelCoding(undeclared: rows.differentTexts(column), listed: column.levels)
            : LevelCoding(declared: declaration.order, name: "arms", key: "arms.order")
        var arms = CategoricalValues(column, of: rows, by: coding, labels: declaration.labels, reporter)
        arms.settle(
            reference: declaration.reference, declared: declaration.order, of: "'\(column.name)'", in: patients.path,
            reporter)
        arms.warnOfSimilarLevels(column, of: rows, variable: nil, reporter)
        return arms
    }

    private func populations(by evaluator: ExpressionEvaluator) -> [String: [Bool]] {
        var populations: [String: [Bool]] = [:]
        for population in study.populations {
            guard let condition = population.condition else {
                populations[population.name.value] = Array(repeating: true, count: evaluator.rows.count)
                continue
            }
            guard let truths = evaluator.condition(condition) else { continue }
            populations[population.name.value] = truths.map { $0 == true }
            if !truths.contains(true) {
                reporter.report(
                    Diagnostic(
                        .emptyPopulation, at: population.name.location,
                        "population '\(population.name.value)' has no patients",
                        help: ["correct its condition, or delete it"]))
            }
        }
        return populations
    }

    // MARK: Linked files

    private func linkedRows(of rows: PatientRows, sorted: [Int]) -> [String: LinkedRows] {
        guard tables.count > 1 else { return [:] }
        let positions = positionsByKey(of: rows, sorted: sorted)
        var linked: [String: LinkedRows] = [:]
        for table in tables where table.declaration.name.value != Self.patientsName {
            if patients.declaration.key == nil, let patient = table.declaration.patient {
                reporter.report(
                    Diagnostic(
                        .missingKey, at: patient.location, "data file '\(Self.patientsName)' needs 'key'",
                        help: ["add 'key: id', the column that identifies a patient"]))
                continue
            }
            // A key column that doesn't exist was reported at its name.
            guard table.declaration.patient == nil || positions != nil else { continue }
            linked[table.declaration.name.value] = LinkedRows(
                table, positions: positions ?? [:], patientsPath: patients.path,
                checks: LinkedFileChecks(study: study, reporter: reporter))
        }
        return linked
    }

    /// Each patient's index in the cohort by key; nil for patients who were left out.
    private func positionsByKey(of rows: PatientRows, sorted: [Int]) -> [String: Int?]? {
        guard let key = patients.declaration.key.flatMap({ patients.column($0.value) }) else { return nil }
        var positions: [String: Int?] = [:]
        for row in 0..<patients.rowCount {
            if let text = key[row] { positions[text] = .some(nil) }
        }
        for (position, index) in sorted.enumerated() {
            if let text = key[rows.rows[index]] { positions[text] = position }
        }
        return positions
    }
}
