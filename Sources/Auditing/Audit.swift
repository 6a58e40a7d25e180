public import ManuscriptReading

/// Looks for what does not fit in a manuscript: by itself, without data or results.
///
/// Every comparison respects rounding: a number stands for all values that would be printed like it.
public func audit(_ manuscript: Manuscript) -> [Finding] {
    let paper = Paper(manuscript)
    let rules: [(Paper) -> [Finding]] = [
        estimateRules, copiedEstimates, interactionRules, subgroupEstimates, labelDirections,
        percentagesOfCounts, percentagesInText, impossibleMeans, sums, groupSizes, pValuesOfCounts, zeroPValues,
        emptyCells, repeatedRows, gradeOrder, responseSums, categoryGaps, numbersAtRisk,
        mediansAndLandmarks, plainFractions, subgroupMedians, rangesAndIntervals, endpointDefinitions,
        differentPrints, textAgainstTables, claims, balanceClaims, undescribedVariables, groupNames,
    ]
    return ordered(rules.flatMap { $0(paper) })
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
    return unique.enumerated().sorted { (key($0.element).0, key($0.element).1, key($0.element).2, $0.offset) < (key($1.element).0, key($1.element).1, key($1.element).2, $1.offset) }
        .map(\.element)
}
