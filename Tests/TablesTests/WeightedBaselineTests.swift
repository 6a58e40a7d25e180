import Results
import Testing

@Suite("Weighted patients, named tests and random tables in a table one")
struct WeightedBaselineTests {
    private let sex = BaselineVariable.levels("Sex", [("Female", 5, 7), ("Male", 37, 22)])

    private func weighted() -> BaselineFixture {
        var sex = sex
        sex.levels[0].weights = [30, 10, 20]
        sex.levels[1].weights = [90, 40, 50]
        sex.knownWeights = [120, 50, 70]
        var fixture = BaselineFixture(rows: [sex], showsPValue: false)
        for (index, weight) in [150.0, 60, 90].enumerated() { fixture.columns[index].weight = weight }
        return fixture
    }

    @Test("shares are of weights, of those known or of all")
    func shares() {
        var fixture = weighted()
        #expect(fixture.table().texts(1) == ["Female", "25.0%", "20.0%", "28.6%"])
        fixture.denominator = .all
        #expect(fixture.table().texts(1) == ["Female", "20.0%", "16.7%", "22.2%"])
        #expect(
            fixture.table().notes.contains(
                "Percentages, means and quantiles are of weighted patients; n counts patients."))
    }

    @Test("a test that the study names was not chosen by the rule")
    func namedTest() {
        var row = sex
        row.test = .of(.fisherExact, p: 0.04)
        #expect(
            BaselineFixture(rows: [row]).table().notes.contains(
                "p values: Fisher's exact test, used where an expected count was below 5."))
        row.isTestNamed = true
        #expect(BaselineFixture(rows: [row]).table().notes.contains("p values: Fisher's exact test."))
    }

    @Test("a p-value from random tables says how many, and from which seed")
    func simulated() {
        var row = sex
        row.isTestNamed = true
        row.test = .of(
            .fisherMonteCarlo, p: 0.04, notes: [ResultNote(.simulated, subject: "seed 7", count: 10_000)])
        let notes = BaselineFixture(rows: [row]).table().notes
        #expect(
            notes.contains {
                $0.hasSuffix("From 10000 random tables, seed 7.") || $0.hasSuffix("From 10,000 random tables, seed 7.")
            }, "\(notes)")
    }
}
