import Testing

@testable import Comparing

@Suite struct SentenceTests {
    @Test func markdownIsCutIntoSentences() {
        let text = """
            # Title

            > Synthetic data.

            ## Results

            Median survival was 12.6 months (95% CI 6.0–17.3) vs. 4.6 months. It was longer (p < 0.001).
            *No* test differed, i.e. none.

            | a | b |
            | - | - |

            - An item. Another one.
            """
        let sentences = Sentence.sentences(ofMarkdown: text)
        #expect(
            sentences.map(\.text) == [
                "Median survival was 12.6 months (95% CI 6.0–17.3) vs. 4.6 months.", "It was longer (p < 0.001).",
                "No test differed, i.e. none.", "An item.", "Another one.",
            ])
        #expect(Set(sentences.map(\.heading)) == ["Results"])
    }

    @Test(arguments: [
        ("It was 0.43 (95% CI 0.21–0.88; p = 0.02).", "It was 1.2 (95% CI 0.9–1.62; p < 0.001)."),
        ("The difference was −3.2 points.", "The difference was 4 points."),
        ("1,204 patients", "987 patients"),
    ])
    func numbersAreNoWords(old: String, new: String) {
        let sentences = [old, new].map { Sentence(text: $0, heading: "", sources: []) }
        #expect(sentences[0].words == sentences[1].words)
    }

    private func changes(_ old: [String], _ new: [String]) -> [SentenceChange] {
        func sentences(_ texts: [String]) -> [Sentence] {
            texts.map { Sentence(text: $0, heading: "Results", sources: []) }
        }
        return SentenceComparison(sentences(old), sentences(new)).changes
    }

    @Test func onlyOtherWordsAreReported() {
        let changes = changes(
            ["Follow-up was 12 months.", "Survival was longer with A (p = 0.01).", "Nobody was lost."],
            ["Follow-up was 14 months.", "Survival did not differ with A (p = 0.20).", "A new remark stands here."])
        #expect(
            changes == [
                SentenceChange(
                    heading: "Results", old: "Survival was longer with A (p = 0.01).",
                    new: "Survival did not differ with A (p = 0.20)."),
                SentenceChange(heading: "Results", old: nil, new: "A new remark stands here."),
                SentenceChange(heading: "Results", old: "Nobody was lost.", new: nil),
            ])
    }

    @Test(arguments: [
        ("0.43 (0.21–0.88)", "0.43", true), ("10.43", "0.43", false), ("0.435", "0.43", false), ("n = 12", "12", true),
        ("12.5", "12", false), ("It was 12.", "12", true), ("112", "12", false),
    ])
    func aValueIsFoundAsItself(text: String, value: String, isThere: Bool) {
        #expect(text.holds(value) == isThere)
    }
}
