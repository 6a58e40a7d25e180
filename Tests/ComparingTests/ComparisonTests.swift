import Results
import Styling
import Testing

@testable import Comparing

@Suite struct ComparisonTests {
    private func compared(_ old: StudyResults, _ new: StudyResults) -> Comparison {
        compare(
            Edition(results: old, style: .plain), to: Edition(results: new, style: .plain), oldName: "old",
            newName: "new")
    }

    private func change(_ name: String, in comparison: Comparison) throws -> ResultChange {
        try #require(comparison.changes.first { $0.name == name })
    }

    @Test func equalResultsDifferInNothing() {
        let comparison = compared(.sample(), .sample())
        #expect(comparison.isEmpty)
        #expect(!comparison.hasFlipped)
        #expect(
            comparison.report(for: TerminalText(width: 80, hasColor: false), all: false).contains("No result changed."))
        #expect(comparison.shortReport(for: TerminalText(width: 80, hasColor: false), seeAlso: "x").isEmpty)
    }

    /// Each kind of important change, planted alone.
    @Test func directionSignificanceAndNoEffectAreSeen() throws {
        let flipped = compared(.sample(), .sample(ratio: (1.4, 0.9, 2.2), p: 0.2))
        let ratio = try change("os.hazard-ratio", in: flipped)
        #expect(ratio.facts == [.direction, .significance, .noEffect])
        #expect(ratio.old == "0.50 (95% CI 0.30–0.80), p = 0.004")
        #expect(ratio.new == "1.40 (95% CI 0.90–2.20), p = 0.200")
        #expect(ratio.label == "OS · hazard ratio")
        #expect(flipped.hasFlipped)

        let smaller = compared(.sample(), .sample(ratio: (0.6, 0.4, 0.9), p: 0.01))
        #expect(try change("os.hazard-ratio", in: smaller).facts.isEmpty)
        #expect(!smaller.hasFlipped)

        let touching = compared(.sample(), .sample(ratio: (0.6, 0.4, 1.01), p: 0.049))
        #expect(try change("os.hazard-ratio", in: touching).facts == [.noEffect])
    }

    /// What a reader sees as 1.00 both times has not turned.
    @Test func aDirectionThatNobodySeesIsNone() throws {
        let turned = compared(.sample(ratio: (0.998, 0.7, 1.4), p: 0.9), .sample(ratio: (1.003, 0.8, 1.4), p: 0.9))
        let ratio = try change("os.hazard-ratio", in: turned)
        #expect(ratio.old.hasPrefix("1.00 (") && ratio.new.hasPrefix("1.00 ("))
        #expect(ratio.facts.isEmpty)
    }

    /// Another journal's style prints every number otherwise and changes none.
    @Test func anotherFormIsOneLine() {
        let comparison = compare(
            Edition(results: .sample(), style: .plain), to: Edition(results: .sample(), style: .lancet), oldName: "old",
            newName: "new")
        #expect(comparison.changes.isEmpty && comparison.cells.isEmpty && comparison.printedOtherwise > 3)
        #expect(comparison.isOfFormOnly && !comparison.hasFlipped)
        let terminal = TerminalText(width: 80, hasColor: false)
        let report = comparison.report(for: terminal, all: false)
        #expect(
            report.contains(
                "No number changed; \(comparison.printedOtherwise) results are only printed otherwise."))
        #expect(!report.contains("→"))
        #expect(comparison.shortReport(for: terminal, seeAlso: "x").isEmpty)
        // Beside a change of numbers it is still one clause.
        let both = compare(
            Edition(results: .sample(), style: .plain),
            to: Edition(results: .sample(median: .notReached), style: .lancet),
            oldName: "old", newName: "new")
        #expect(both.changes.contains { $0.name == "os.B.median" } && both.printedOtherwise > 3 && !both.isOfFormOnly)
        #expect(both.report(for: terminal, all: false).contains("results are only printed"))
    }

    /// The same count is another result where its share is.
    @Test func anotherShareIsNoForm() throws {
        var other = StudyResults.sample()
        guard case .baseline(var table) = other.tables[0].content else { return }
        table.rows[0].known = [40, 20, 18]
        other.tables[0].content = .baseline(table)
        let comparison = compared(.sample(), other)
        #expect(comparison.printedOtherwise == 0)
        #expect(comparison.changes.contains { $0.old.contains("25.0") && $0.new.contains("27.8") })
    }

    /// Which signs stand around its numbers makes no other sentence where the numbers are the same.
    @Test func aSentenceInAnotherStyleIsTheSame() {
        func changes(_ old: String, _ new: String) -> [SentenceChange] {
            SentenceComparison(
                Sentence.sentences(ofMarkdown: old), Sentence.sentences(ofMarkdown: new), byLetters: true
            ).changes
        }
        #expect(changes("Gray's test: p=0·25 (95% CI 1–2).", "Gray's test: P = .25 (95% CI, 1-2).").isEmpty)
        #expect(!changes("The groups differed.", "The groups did not differ.").isEmpty)
    }

    @Test func aMedianThatIsReachedOrNotIsImportant() throws {
        let lost = compared(.sample(), .sample(median: .notReached))
        #expect(try change("os.B.median", in: lost).facts == [.median])
        let found = compared(.sample(median: .notReached), .sample())
        #expect(try change("os.B.median", in: found).importance == .median)
        // The longest median of the groups is then another, or none.
        #expect(try change("os.longest-median", in: found).facts == [.rank])
    }

    @Test func anEstimateThatComesOrGoesIsImportant() throws {
        let gone = compared(.sample(), .sample(ratio: nil, p: nil))
        #expect(try change("os.hazard-ratio", in: gone).facts == [.estimability])
        #expect(try change("os.hazard-ratio", in: gone).new == "not estimable")
    }

    @Test func anotherTestIsImportant() throws {
        let other = compared(.sample(), .sample(test: .fisherExact))
        let change = try change("table.baseline.sex", in: other)
        #expect(change.facts == [.test])
        #expect(change.oldText.hasPrefix("p = 0.300 (Pearson"))
        #expect(change.newText.contains("Fisher"))
    }

    /// 0.50 with the interval 0.30–0.80: the standard error of its logarithm is ln(0.8/0.3) / (2 · 1.959964) = 0.2502.
    @Test func changesAreMeasuredInStandardErrors() throws {
        let comparison = compared(.sample(), .sample(ratio: (0.6, 0.4, 0.9), p: 0.01))
        let size = try #require(try change("os.hazard-ratio", in: comparison).size)
        #expect(abs(size - 0.72866) < 1e-4)
    }

    @Test func weightiestThenLargestComeFirst() {
        let comparison = compared(.sample(), .sample(ratio: (1.4, 0.9, 2.2), p: 0.2, median: .notReached))
        let weights = comparison.changes.map(\.importance)
        #expect(weights == weights.sorted())
        let others = comparison.changes(.other).filter { $0.places.isEmpty }.compactMap(\.size)
        #expect(others == others.sorted(by: >))
    }

    /// One result has several names; it is listed once.
    @Test func anAliasIsNoSecondChange() {
        let comparison = compared(.sample(), .sample(ratio: (1.4, 0.9, 2.2), p: 0.2))
        #expect(comparison.changes.count { $0.old.hasPrefix("0.50 (95% CI") } == 1)
    }

    /// The adjusted ratio of a table of effects belongs to no comparison of survival, so it has a name of its own.
    @Test func anAdjustedEffectThatTurnsIsSeen() throws {
        func study(_ ratio: (Double, Double, Double)) -> StudyResults {
            var results = StudyResults.sample()
            let row = EffectTable.Row(
                label: "All patients", comparison: "os", adjusted: StudyResults.model(ratio: ratio, p: 0.3),
                sensitivity: nil)
            results.tables.append(
                TableResult(
                    id: "effect", caption: "Effects.",
                    content: .effect(
                        EffectTable(rows: [row], adjustedFor: ["age"], pValue: .wald, showsRobust: false))))
            return results
        }
        let comparison = compared(study((0.8, 0.5, 1.3)), study((1.1, 0.7, 1.8)))
        let change = try change("table.effect.\"All patients\".adjusted", in: comparison)
        #expect(change.facts == [.direction])
        #expect(change.label == "Table 2 · All patients · adjusted")
    }

    @Test func groupsThatComeAndGoAreListedByName() {
        var fewer = StudyResults.sample()
        fewer.survival[0].groups.removeLast()
        let comparison = compared(.sample(), fewer)
        #expect(comparison.vanished.contains { $0.name == "os.B.median" })
        #expect(compared(fewer, .sample()).appeared.contains { $0.name == "os.B.median" })
    }

    @Test func stepsAreThoseAtWhichTheResultChanged() throws {
        let old = StudyResults.sample()
        let middle = StudyResults.sample(ratio: (0.6, 0.4, 0.9), p: 0.01)
        let new = StudyResults.sample(ratio: (1.4, 0.9, 2.2), p: 0.2)
        let first = Edition(results: old, style: .plain)
        var comparison = compared(old, new)
        comparison.attribute(
            from: first,
            through: [(RefreshStep.corrections, old), (.followUp, middle), (.newPatients, new)].map {
                IntermediateEdition(step: $0, edition: Edition(results: $1, style: .plain))
            })
        let causes = try change("os.hazard-ratio", in: comparison).causes
        #expect(causes.map(\.step) == [.followUp, .newPatients])
        #expect(causes.map(\.facts) == [[], [.direction, .significance, .noEffect]])
        // What made it important came with the new patients.
        #expect(try change("os.hazard-ratio", in: comparison).decisiveSteps == [.newPatients])
    }
}
