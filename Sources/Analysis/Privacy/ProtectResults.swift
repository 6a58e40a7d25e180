import Results
import StudyFiles

extension StudyResults {
    /// The results without small counts, and without what small counts could be worked out from.
    ///
    /// Everything that renders, compares or exports results sees these alone. In order:
    /// 1. each count is said of whom it is, and the sums that tie counts together are found (``CountLedger``);
    /// 2. counts from 1 to one less than the minimum are withheld, and others beside them until no sum leaves a small count
    ///    less room than that (``CountSystem``);
    /// 3. curves keep the steps that cover enough events (``CurveThinning``);
    /// 4. statistics of withheld counts are withheld (``withholdStatistics(below:)``).
    ///
    /// - Parameters:
    ///   - minimum: The least count that is not small.
    ///   - labels: What captions say of it.
    /// - Returns: What may be published.
    func protected(minimumCell minimum: Int, labels: DefaultLabels) -> StudyResults {
        var results = self
        results.withholdDescriptions(below: minimum)
        let ledger = CountLedger(minimum: minimum)
        results.visitCounts(ledger)
        ledger.close()
        results.visitCounts(ledger)
        var thinning = CurveThinning(minimum: minimum)
        thinning.thin(&results)
        results.withholdStatistics(below: minimum)
        // The script prints every number beside its own, and names each patient's column.
        results.replication = nil
        // The first and the last day are one patient's each.
        (results.cohort.firstStart, results.cohort.lastStart) = (nil, nil)
        results.schemaVersion = Self.protectedSchemaVersion
        results.privacy = PrivacyProtection(minimumCell: minimum, withheldCounts: ledger.replaced)
        results.addRule(minimum: minimum, labels: labels)
        return results
    }

    /// Says the rule in the captions of what it touches.
    private mutating func addRule(minimum: Int, labels: DefaultLabels) {
        for index in tables.indices {
            tables[index].caption = labels.adding(labels.withheldCounts(minimum), to: tables[index].caption)
        }
        for index in figures.indices {
            switch figures[index].content {
            case .kaplanMeier, .predictedSurvival, .incidence:
                figures[index].caption = labels.adding(labels.thinnedCurves(minimum), to: figures[index].caption)
            case .forest, .flow, .adverseEvents:
                figures[index].caption = labels.adding(labels.withheldCounts(minimum), to: figures[index].caption)
            case .balance, .overlap, .residuals, .swimmer, .waterfall: break
            }
        }
    }
}
