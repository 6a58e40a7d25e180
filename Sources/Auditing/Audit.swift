public import ManuscriptReading

/// Looks for what does not fit in a manuscript: by itself, without data or results.
///
/// Every comparison respects rounding: a number stands for all values that would be printed like it.
public func audit(_ manuscript: Manuscript) -> [Finding] {
    let paper = Paper(manuscript)
    let rules: [(Paper) -> [Finding]] = [
        estimateRules, copiedEstimates, interactionRules, subgroupEstimates, subgroupSums, labelDirections,
        contrastLabels,
        percentagesOfCounts, percentagesInText, impossibleMeans, sums, groupSizes, pValuesOfCounts, zeroPValues,
        emptyCells, repeatedRows, gradeOrder, responseSums, categoryGaps, numbersAtRisk,
        mediansAndLandmarks, endpointOrder, plainFractions, subgroupMedians, rangesAndIntervals, endpointDefinitions,
        differentPrints, textAgainstTables, rowPValues, claims, directionClaims, balanceClaims, undescribedVariables,
        groupNames,
    ]
    return ordered(rules.flatMap { $0(paper) })
}

/// What an audit can read of a manuscript.
public func coverage(of manuscript: Manuscript) -> AuditReport.Coverage {
    let paper = Paper(manuscript)
    let cells = manuscript.tables.flatMap { table in table.rows.flatMap(\.cells) }
    let inTables = manuscript.tables.map { table in
        paper.pColumns(of: table).map { column in
            table.rows.count { $0.cells.indices.contains(column) && paper.pValue($0.cells[column]) != nil }
        }.reduce(0, +)
    }.reduce(0, +)
    let inText = paper.sentences.map { PNotation.pattern.matches(in: $0.plain).count }.reduce(0, +)
    return AuditReport.Coverage(
        tables: manuscript.tables.count, guessedTables: manuscript.tables.count(where: \.isGuessed),
        estimates: paper.effects.count, pValues: inTables + inText, shares: cells.count { Share($0.value) != nil })
}

/// By place, the surest first at one place; one finding of a rule for each place and print.
func ordered(_ findings: [Finding]) -> [Finding] {
    var seen: Set<String> = []
    let unique = findings.filter { finding in
        seen.insert("\(finding.rule)|\(finding.place.description)|\(finding.printed)").inserted
    }
    func key(_ finding: Finding) -> (Int, Int, Int, Int) {
        let certainty = Finding.Certainty.allCases.firstIndex(of: finding.certainty) ?? 0
        let rule = AuditRule.allCases.firstIndex(of: finding.rule) ?? 0
        return (finding.place.line ?? finding.place.paragraph ?? 0, certainty, rule, 0)
    }
    return unique.enumerated().sorted {
        (key($0.element).0, key($0.element).1, key($0.element).2, $0.offset) < (
            key($1.element).0, key($1.element).1, key($1.element).2, $1.offset
        )
    }
    .map(\.element)
}
