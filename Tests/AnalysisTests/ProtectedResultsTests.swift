import Foundation
import Results
import StudyFiles
import Testing

@testable import Analysis

/// What is left of the liver-cancer study's results where small counts are withheld.
@Suite struct ProtectedResultsTests {
    private static let minimum = 6

    private static let open = Result { try LiverCancerResults.results(changing: plan(isProtected: false)) }
    private static let protected = Result { try LiverCancerResults.results(changing: plan(isProtected: true)) }

    /// Figures of single patients do not go with it.
    private static func plan(isProtected: Bool) -> (inout Study) -> Void {
        { study in
            study.figures.removeAll { figure in
                switch figure.kind {
                case .swimmer, .waterfall, .residuals, .overlap: true
                default: false
                }
            }
            if isProtected { study.minimumCell = located(minimum) }
        }
    }

    private static func located(_ n: Int) -> Located<Int> { Located(n, at: named("").location) }

    /// The keys under which results count patients or events.
    private static let counts: Set<String> = [
        "n", "events", "missing", "known", "counts", "competing", "competingEvents", "read", "analysed", "atRisk",
        "censored", "treated", "controls", "matchedTreated", "matchedControls", "eventsAtTime", "competingAtTime",
        "censoredAtTime", "incompleteRecords",
    ]

    @Test func `no number of patients is small`() throws {
        let json = try JSONSerialization.jsonObject(with: Data(try Self.protected.get().encodedJSON()))
        var small: [String] = []
        func look(_ value: Any, _ path: String, _ key: String) {
            if let object = value as? [String: Any] {
                for (name, part) in object { look(part, "\(path).\(name)", name) }
            } else if let list = value as? [Any] {
                for (index, part) in list.enumerated() { look(part, "\(path)[\(index)]", key) }
            } else if let number = value as? NSNumber, Self.counts.contains(key) {
                let n = number.doubleValue
                if n > 0, n < Double(Self.minimum), n == n.rounded() { small.append("\(path) = \(n)") }
            }
        }
        look(json, "", "")
        #expect(small == [])
    }

    @Test func `notes count no patients`() throws {
        let text = String(decoding: try Self.protected.get().encodedJSON(), as: UTF8.self)
        let compact = text.filter { !$0.isWhitespace }
        #expect(!compact.contains(#""kind":"missing-left-out","count""#))
        #expect(!compact.contains(#","kind":"missing-left-out"},"count""#))
        #expect(!compact.contains(/\{"count":[0-9.]+,"kind":"missing-left-out"/))
    }

    @Test func `a total less a part is not small`() throws {
        let results = try Self.protected.get()
        var differences: [String] = []
        for case .baseline(let table) in results.tables.map(\.content) {
            guard table.columns.first?.id == "total" else { continue }
            for row in table.rows {
                for level in row.levels + [.init(id: "missing", label: "", counts: row.missing)] {
                    let known = level.counts.dropFirst().filter { !$0.isWithheld }
                    guard !level.counts[0].isWithheld, known.count == level.counts.count - 2 else { continue }
                    differences.append("\(row.variable) \(level.id): \(level.counts)")
                }
            }
        }
        #expect(differences == [])
    }

    @Test func `each step of a curve covers enough events, and its numbers are those of all steps`() throws {
        let (open, protected) = (try Self.open.get(), try Self.protected.get())
        var steps = 0
        for (before, after) in zip(open.survival, protected.survival) {
            for (old, new) in zip(before.groups + [before.overall], after.groups + [after.overall]) {
                steps += new.curve.time.count
                #expect(new.curve.events.allSatisfy(\.isWithheld) && new.curve.atRisk.allSatisfy(\.isWithheld))
                var told = 0.0
                #expect(new.longestTime == nil && new.shortestTime == nil)
                for (index, time) in new.curve.time.enumerated() {
                    // A last point without a step shows how far the curve is known.
                    let place = try #require(old.curve.time.lastIndex { $0 <= time })
                    #expect(abs(old.curve.survival[place] - new.curve.survival[index]) <= 0.00005)
                    let happened = old.curve.events[...place].reduce(0, +)
                    let isFlat = index > 0 && happened == told
                    #expect(isFlat || happened - told >= Double(Self.minimum))
                    told = happened
                }
                for (rate, told) in zip(old.rates, new.rates) where !told.isWithheld {
                    #expect(rate.estimate == told.estimate)
                }
                if new.median.value != .withheld { #expect(new.median.value == old.median.value) }
            }
        }
        #expect(steps > 10)
    }

    @Test func `numbers at risk under the axis differ by none or enough`() throws {
        for case .kaplanMeier(let plan) in try Self.protected.get().figures.map(\.content) {
            #expect(!plan.showsCensoring)
            for row in plan.panels.flatMap(\.riskRows) {
                let told = row.atRisk.filter { !$0.isWithheld }
                for (before, after) in zip(told, told.dropFirst()) {
                    #expect(before == after || before - after >= Double(Self.minimum), "\(row.group): \(told)")
                }
            }
        }
    }

    @Test func `results are marked, and older programs refuse them`() throws {
        let results = try Self.protected.get()
        #expect(results.schemaVersion == StudyResults.protectedSchemaVersion)
        #expect(results.privacy?.minimumCell == Self.minimum)
        #expect((results.privacy?.withheldCounts ?? 0) > 0)
        #expect(results.privacy?.standIn == Int.withheld)
        #expect(results.replication == nil && results.cohort.firstStart == nil)
        let read = try StudyResults(decodingJSON: try results.encodedJSON())
        #expect(read == results)
        #expect(try Self.open.get().schemaVersion == StudyResults.openSchemaVersion)
        #expect(try Self.open.get().privacy == nil)
    }

    @Test func `captions say the rule`() throws {
        let results = try Self.protected.get()
        for figure in results.figures {
            if case .kaplanMeier = figure.content {
                #expect(figure.caption.contains("Each step of a curve covers at least 6 events"))
            }
        }
        #expect(results.tables.allSatisfy { $0.caption.hasSuffix("or would tell such a number.") })
    }

    @Test func `a statistic of withheld counts is withheld`() throws {
        for case .baseline(let table) in try Self.protected.get().tables.map(\.content) {
            for row in table.rows {
                let counts = row.known + row.missing + row.levels.flatMap(\.counts)
                if counts.contains(where: \.isWithheld) {
                    #expect(row.test?.pValue == nil && row.difference == nil)
                }
                #expect(row.descriptions.allSatisfy { $0.minimum == nil && $0.maximum == nil })
            }
        }
    }
}
