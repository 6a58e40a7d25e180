import Testing

@testable import Diagnostics

@Suite struct WordSearchTests {
    private func target(_ name: String, _ labels: [String: String] = [:], handicap: Int = 0) -> WordSearch.Target {
        let parts = name.split(separator: ".").map(String.init)
        return WordSearch.Target(
            name, parts: parts.map { .init($0, labels: [labels[$0]].compactMap(\.self)) }, handicap: handicap)
    }

    private var search: WordSearch {
        let labels = ["pfs": "Progression-free survival", "os": "Overall survival", "6": "6 months"]
        return WordSearch(
            among: ["pfs.hazard-ratio", "pfs.hazard-ratio.lower", "os.hazard-ratio", "os.A.rate.6", "os.B.rate.6"]
                .map { target($0, labels) }, meanings: ["hr": ["hazard-ratio"]])
    }

    @Test(arguments: [
        ("hr pfs", ["pfs.hazard-ratio"]), ("ratio of pfs", ["pfs.hazard-ratio"]),
        ("progression hr", ["pfs.hazard-ratio"]), ("lower hr", ["pfs.hazard-ratio.lower"]),
        ("6-month os", ["os.A.rate.6", "os.B.rate.6"]), ("B 6", ["os.B.rate.6"]), ("haz overall", ["os.hazard-ratio"]),
    ])
    func wordsFindTheNamesThatHaveThem(question: String, names: [String]) {
        let answer = search.answer(to: question)
        #expect(answer.isComplete)
        #expect(answer.best.map(\.name) == names)
    }

    /// A misspelt word stands for the nearest, and says so.
    @Test func aMisspeltWordIsNotComplete() {
        let answer = search.answer(to: "pfs.hazrd-ratio")
        #expect(!answer.isComplete && answer.isNear)
        #expect(answer.best.map(\.name) == ["pfs.hazard-ratio"])
    }

    @Test func namesWithMostOfTheWordsAreGivenWhereNoneHasAll() {
        let answer = search.answer(to: "lower os hr")
        #expect(!answer.isComplete && answer.isNear)
        #expect(Set(answer.matches.map(\.name)) == ["pfs.hazard-ratio.lower", "os.hazard-ratio"])
        #expect(!search.answer(to: "quartile os").isNear)
        #expect(search.answer(to: "").matches.isEmpty)
        #expect(!search.answer(to: "?").isComplete)
    }

    @Test func aHandicapPutsANameBehind() {
        let search = WordSearch(among: [target("os.a.p", handicap: 9), target("os.b.p")])
        #expect(search.answer(to: "p os").best.map(\.name) == ["os.b.p"])
    }
}
