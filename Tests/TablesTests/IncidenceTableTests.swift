import Results
import Tables
import TestSupport
import Testing

private let noCurve = CumulativeIncidenceCurve(
    cause: 1, n: 0, events: 0, competingEvents: 0, time: [], atRisk: [], eventsAtTime: [], competingAtTime: [],
    censoredAtTime: [], incidence: [], standardError: [], lower: [], upper: [], level: 0.95, transform: .logLog,
    variance: .aalen, notes: [])

private func group(_ id: String, _ n: Int, _ events: Int, _ competing: Int, _ rate: Estimate) -> IncidenceGroup {
    IncidenceGroup(
        id: id, label: id, n: n, events: events, competing: competing, missing: 0, curve: noCurve, curveUnit: .days,
        rates: [LandmarkRate(time: 12, estimate: rate, atRisk: 3)], notes: [])
}

private func subdistribution(_ ratio: Estimate, p: Double?) -> SubdistributionFit {
    SubdistributionFit(
        cause: 1, n: 71, events: 30, competingEvents: 10,
        coefficients: [
            SubdistributionCoefficient(
                column: .of("arm", "RT+IO+T", "IO+T"), coefficient: nil, standardError: nil, modelStandardError: nil,
                z: nil, pValue: p, hazardRatio: ratio)
        ], wald: .of(.wald, p: p), logLikelihoodNull: 0, logLikelihood: 0, method: .cmprsk, level: 0.95, notes: [])
}

private func comparison(
    _ id: String = "pfs", groups: [IncidenceGroup], ratio: SubdistributionFit? = nil, cause: CoxModelFit? = nil
) -> IncidenceComparison {
    IncidenceComparison(
        id: id, endpoint: id, population: "all", grouping: "arm", groups: groups,
        gray: groups.count > 1 ? .of(.gray, p: 0.0123) : nil, subdistribution: ratio, causeSpecific: cause)
}

private func table(
    _ comparisons: [IncidenceComparison], differences: Bool = false, p: Bool = true
) -> Table {
    StudyResults.with(
        .incidence(
            IncidenceTable(comparisons: comparisons.map(\.id), showsDifferences: differences, showsPValue: p)),
        caption: "Cumulative incidence.",
        incidences: comparisons
    ).table()
}

private let groups = [
    group("IO+T", 42, 20, 7, .of(0.405, 0.258, 0.547)), group("RT+IO+T", 29, 10, 3, .of(0.241, 0.1, 0.41)),
]

@Suite("Tables of cumulative incidence")
struct IncidenceTableTests {
    private let full = comparison(
        groups: groups, ratio: subdistribution(.of(0.52, 0.25, 1.08), p: 0.081),
        cause: .of([.of(.of("arm", "RT+IO+T", "IO+T"), .of(0.48, 0.23, 1), p: 0.05)], wald: 0.05))

    @Test("differences in a column of their own with Wald's p-value, and no p-values where none are asked for")
    func differences() {
        var compared = full
        compared.rateDifferences = [
            LandmarkDifference(
                time: 12,
                comparison: GroupContrast(
                    group: "RT+IO+T", reference: "IO+T",
                    contrast: Contrast(estimate: .of(-0.164, -0.371, 0.043), test: .of(.wald, p: 0.12))))
        ]
        let table = table([compared], differences: true)
        #expect(
            table.heads == ["Outcome", "IO+T", "RT+IO+T", "RT+IO+T vs IO+T > Difference (95% CI)", "p value"])
        #expect(
            table.texts(3) == [
                "Cumulative incidence at 12 months, % (95% CI)", "40.5 (25.8–54.7)", "24.1 (10.0–41.0)",
                "−16.4 (−37.1 to 4.3)", "0.120",
            ])
        #expect(TablesTests.table([compared], p: false).heads == ["Outcome", "IO+T", "RT+IO+T"])
    }

    @Test("events, competing events, incidence, Gray's test, both kinds of hazard ratio")
    func study() {
        let table = table([full])
        #expect(table.heads == ["Outcome", "IO+T", "RT+IO+T", "p value"])
        #expect(
            table.rows.indices.map(table.texts) == [
                ["Patients", "42", "29", ""], ["Events, n (%)", "20 (47.6)", "10 (34.5)", ""],
                ["Competing events, n (%)", "7 (16.7)", "3 (10.3)", ""],
                ["Cumulative incidence at 12 months, % (95% CI)", "40.5 (25.8–54.7)", "24.1 (10.0–41.0)", ""],
                ["Gray's test", "", "", "0.012"],
                ["Subdistribution hazard ratio (95% CI)", "Reference", "0.52 (0.25–1.08)", "0.081"],
                ["Cause-specific hazard ratio (95% CI)", "Reference", "0.48 (0.23–1.00)", "0.050"],
            ])
        #expect(
            table.notes == ["p values of rows that name no test: Wald test.", "CI, confidence interval."])
        expectGolden(table.asText, "Tables/incidence.txt")
    }

    @Test("not estimable, one group, two endpoints, none")
    func odd() {
        let none = comparison(
            groups: groups, ratio: subdistribution(.of(nil, notes: [ResultNote(.noEvents)]), p: nil))
        #expect(table([none]).texts(5) == ["Subdistribution hazard ratio (95% CI)", "Reference", "NE^a", "–"])
        #expect(table([none]).notes.contains("a: Not estimable: RT+IO+T: no event occurred."))
        let one = table([comparison(groups: [group("All", 0, 0, 0, .of(nil))])])
        #expect(one.heads == ["Outcome", "All"] && one.texts(1) == ["Events, n (%)", "0"])
        #expect(one.texts(3).last == "NE")
        var os = full
        (os.id, os.endpoint) = ("os", "os")
        #expect(table([full, os]).rows.filter { $0.kind == .section }.count == 2)
        #expect(table([]).rows.isEmpty)
    }

    @Test("what does not allow for late entry is not made, and a footnote says why")
    func lateEntry() {
        var late = full
        let note = [ResultNote(.lateEntry)]
        late.gray?.pValue = nil
        late.gray?.notes = note
        late.subdistribution?.coefficients[0].hazardRatio = Estimate(
            value: nil, interval: nil, level: 0.95, method: "", n: 71, events: 30, notes: note)
        let footnotes = table([late]).footnotes.map { $0.text.plain }
        #expect(footnotes.contains("Not tested: the method does not allow for late entry."))
        #expect(footnotes.contains("Not estimable: RT+IO+T: the method does not allow for late entry."))
    }
}
