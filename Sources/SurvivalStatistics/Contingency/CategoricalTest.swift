public import Results

/// Tests whether a categorical variable differs between groups, by the test that a study's rule chooses.
///
/// **Formula.** `.pearsonOrFisher` takes Fisher's exact test where an expected count is below 5, else Pearson's χ²
/// without correction; the other rules name one test. Expected counts are those of the table without empty rows and
/// columns.
///
/// **Units.** The table holds numbers of patients.
///
/// **Edge cases.** As in ``pearsonTest(_:corrected:)`` and ``fisherExactTest(_:alternative:)``.
///
/// **Reference.** Cochran WG. *Biometrics* 1954;10:417–451. doi:10.2307/3001616.
///
/// **Equals in R.** `if (any(chisq.test(table)$expected < 5)) fisher.test(table) else chisq.test(table, correct = FALSE)`
/// for `.pearsonOrFisher`.
///
/// - Parameters:
///   - table: The levels of the variable as rows, the groups as columns.
///   - rule: How the test is chosen.
/// - Returns: The result of the chosen test, which its `method` names.
public func categoricalTest(_ table: ContingencyTable, rule: CategoricalTestRule) -> TestResult {
    switch rule {
    case .pearson: return pearsonTest(table, corrected: false)
    case .pearsonCorrected: return pearsonTest(table, corrected: true)
    case .fisher: return fisherExactTest(table)
    case .pearsonOrFisher:
        let smallest = table.withoutEmptyMargins.smallestExpected ?? 5
        return smallest < 5 ? fisherExactTest(table) : pearsonTest(table, corrected: false)
    }
}
