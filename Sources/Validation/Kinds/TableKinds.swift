internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    private func contingencyTable() throws -> ContingencyTable {
        guard case .list(let rows) = arguments["table"] else { throw NotApplicable("the case has no argument 'table'") }
        let counts = rows.map { $0.elements.compactMap(\.integer) }
        guard zip(counts, rows).allSatisfy({ $0.count == $1.elements.count }) else {
            throw NotApplicable("the table has entries that are no whole numbers")
        }
        return try ContingencyTable(counts)
    }

    /// Kind `chisq`.
    static let pearson: Comparison = { reference, _, agreement in
        let table = try reference.contingencyTable()
        guard table == table.withoutEmptyMargins || reference.result["p"].number?.isFinite == true else {
            throw NotApplicable("R returns NaN for an empty row or column, which are left out here")
        }
        guard table.counts.count > 1, table.counts[0].count > 1 else {
            throw NotApplicable("of a single row or column R tests whether all counts are equal")
        }
        let test = pearsonTest(table, corrected: reference.arguments["correct"].isTrue)
        let result = reference.result
        agreement.compare("statistic", test.statistic, result["statistic"], scale: 1e-3)
        agreement.compare("df", test.degreesOfFreedom.first, result["df"])
        agreement.compare("p", test.pValue, result["p"], tolerance: Agreement.closedForm * max(1, test.statistic ?? 1))
        agreement.compare("expected", table.expected.joined().map { $0 }, result["expected"])
        agreement.compare("min_expected", table.smallestExpected, result["min_expected"])
    }

    /// Kind `fisher`. R finds the odds ratio and its limits between 0 and 1, or their reciprocals, to 1.2·10⁻⁴.
    static let fisher: Comparison = { reference, _, agreement in
        let table = try reference.contingencyTable()
        let result = reference.result
        let wanted = reference.arguments["alternative"].text ?? "two.sided"
        guard let alternative = Alternative(rawValue: wanted) else {
            throw NotApplicable("unknown alternative '\(wanted)'")
        }
        let test = fisherExactTest(table, alternative: alternative)
        let isDegenerate = table != table.withoutEmptyMargins
        // A table with an empty row or column has one arrangement: R's p is 1, and here there is no test.
        guard !isDegenerate || test.pValue != nil || result["p"].number != 1 else {
            throw NotApplicable("R returns 1 for an empty row or column, where there is nothing to test")
        }
        agreement.compare("p", test.pValue, result["p"], tolerance: 1e-7)
        guard result["estimate"].isPresent, !isDegenerate else { return }
        let ratio = conditionalOddsRatio(table, alternative: alternative, level: reference.level)
        func compare(_ quantity: String, _ found: Double?, _ expected: ReferenceValue) {
            let size = found.map { $0 > 0 ? max($0, 1 / $0) : 1 } ?? 1
            agreement.compare(quantity, found, expected, tolerance: 1.3e-4 * size)
        }
        compare("estimate", ratio.value, result["estimate"])
        compare("ci lower", ratio.interval?.lower, result["ci"][0])
        compare("ci upper", ratio.interval?.upper, result["ci"][1])
    }

    /// Kind `prop_diff`: the first row of the table are the events, its columns the groups.
    static let proportionDifference: Comparison = { reference, _, agreement in
        let table = try reference.contingencyTable()
        guard table.counts.count == 2, table.counts.allSatisfy({ $0.count == 2 }) else {
            throw NotApplicable("the table is not of two rows and two columns")
        }
        let first = try Proportion(events: table.counts[0][0], total: table.columnTotals[0])
        let second = try Proportion(events: table.counts[0][1], total: table.columnTotals[1])
        for (name, method, corrected) in [
            ("plain", ProportionDifferenceMethod.wald, false), ("corrected", .waldCorrected, true),
        ] {
            let expected = reference.result[name]
            agreement.compare("\(name).estimate", [first.value, second.value], expected["estimate"])
            let difference = differenceOfProportions(first, second, method: method, level: reference.level)
            let limits = [difference.interval?.lower, difference.interval?.upper]
            agreement.compare("\(name).ci", limits, expected["ci"], scale: 0.1)
            guard table == table.withoutEmptyMargins else { continue }
            compare(pearsonTest(table, corrected: corrected), expected, name, &agreement)
        }
    }

    /// Kind `paired_difference`: rows are the first answer, columns the second, yes before no.
    static let pairedDifference: Comparison = { reference, _, agreement in
        let counts = try reference.contingencyTable().counts
        guard counts.count == 2, counts.allSatisfy({ $0.count == 2 }) else {
            throw NotApplicable("the table is not of two rows and two columns")
        }
        let pairs = PairedAnswers(
            both: counts[0][0], onlyFirst: counts[0][1], onlySecond: counts[1][0], neither: counts[1][1])
        for method in PairedDifferenceMethod.allCases {
            let difference = differenceOfPairedProportions(pairs, method: method, level: reference.level)
            agreement.compare("\(method.rawValue).estimate", difference.value, reference.result["estimate"])
            let limits = [difference.interval?.lower, difference.interval?.upper]
            agreement.compare("\(method.rawValue).ci", limits, reference.result[method.rawValue])
        }
    }

    /// Kind `binom_ci`.
    static let proportionInterval: Comparison = { reference, _, agreement in
        guard let events = reference.arguments["x"].integer, let total = reference.arguments["n"].integer else {
            throw NotApplicable("the case has no whole numbers 'x' and 'n'")
        }
        let proportion = try Proportion(events: events, total: total)
        for (name, method) in [
            ("clopper_pearson", ProportionMethod.clopperPearson), ("wilson", .wilson),
            ("wilson_cc", .wilsonCorrected),
        ] {
            let interval = estimateProportion(proportion, method: method, level: reference.level).interval
            agreement.compare(name, [interval?.lower, interval?.upper], reference.result[name], scale: 1e-2)
        }
        let half = binomialTest(proportion, hypothesis: 0.5).pValue
        agreement.compare("p_half", half, reference.result["p_half"])
    }

    /// Kind `mantelhaen`: a table of two by two in each stratum.
    static let mantelHaenszel: Comparison = { reference, file, agreement in
        let tables = try reference.strataOfTables(file)
        let level = reference.level
        for (name, method) in [("corrected", CochranMantelHaenszelMethod.corrected), ("plain", .plain)] {
            let expected = reference.result[name]
            compare(cochranMantelHaenszelTest(tables, method: method), expected, name, &agreement)
            let ratio = commonOddsRatio(tables, level: level)
            agreement.compare("\(name).estimate", ratio.value, expected["estimate"])
            agreement.compare("\(name).ci", [ratio.interval?.lower, ratio.interval?.upper], expected["ci"])
        }
        let expected = reference.result["exact"]
        compare(cochranMantelHaenszelTest(tables, method: .exact), expected, "exact", &agreement)
        let ratio = conditionalCommonOddsRatio(tables, level: level)
        agreement.compare("exact.estimate", ratio.value, expected["estimate"], tolerance: 2e-4)
        agreement.compare(
            "exact.ci", [ratio.interval?.lower, ratio.interval?.upper], expected["ci"], tolerance: 2e-4)
    }

    /// The tables of the strata: in the arguments, as counts in long form (`Freq`), or one patient a row. In long form the
    /// rows and columns are the two columns of the data that are neither the count nor the stratum, unless the case names
    /// them; values are in the order of their appearance, as in R's data frame of a table.
    private func strataOfTables(_ file: ReferenceTable) throws -> [ContingencyTable] {
        if case .list(let tables) = arguments["tables"] {
            return try tables.map { try ContingencyTable($0.elements.map { $0.elements.compactMap(\.integer) }) }
        }
        let stratum = try name("strata")
        let table = try table(file)
        let count = arguments["freq"].text ?? arguments["count"].text ?? "Freq"
        let own = [arguments["row"].text ?? arguments["x"].text, arguments["col"].text ?? arguments["y"].text]
        let free = table.header.filter { $0 != stratum && $0 != count }
        let sides = own.compactMap { $0 }.count == 2 ? own.compactMap { $0 } : free
        guard sides.count == 2 else { throw NotApplicable("the case does not say which two columns make the tables") }
        let known = try table.complete(sides + [stratum])
        let levels = try sides.map { try known.valuesInOrder($0) }
        guard levels.allSatisfy({ $0.count == 2 }) else {
            throw NotApplicable("the tables are not of two rows and two columns")
        }
        let codes = try zip(sides, levels).map { try known.codes($0, levels: $1) }
        let counts = known.has(count) ? try known.numbers(count) : [Double](repeating: 1, count: known.count)
        let strata = try known.codes(stratum, levels: try known.levels(stratum))
        return try Set(strata).sorted().map { value in
            var cells = [[0, 0], [0, 0]]
            for row in strata.indices where strata[row] == value && !counts[row].isNaN {
                cells[codes[0][row]][codes[1][row]] += Int(exactly: counts[row]) ?? 0
            }
            return try ContingencyTable(cells)
        }
    }

    /// Kind `mcnemar`: each result is done by the test that its `method` names.
    static let mcNemar: Comparison = { reference, _, agreement in
        let table = try reference.contingencyTable()
        guard table.counts.allSatisfy({ $0.count == table.counts.count }) else {
            throw NotApplicable("the table is not square")
        }
        for (name, expected) in reference.tests {
            let method = McNemarMethod(named: expected["method"].text ?? "", key: name)
            let test = mcNemarTest(table, method: method)
            // binom.test's statistic is a count of pairs, and has no degrees of freedom.
            if method == .exact {
                agreement.compare("\(name).p", test.pValue, expected["p"])
            } else {
                compare(test, expected, name, &agreement)
            }
        }
    }
}

extension McNemarMethod {
    fileprivate init(named method: String, key: String) {
        if method.contains("continuity") || (method.isEmpty && key == "corrected") {
            self = .corrected
        } else {
            self = method.contains("binomial") || method.contains("Exact") || key == "exact" ? .exact : .plain
        }
    }
}
