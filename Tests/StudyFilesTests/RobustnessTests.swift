import Diagnostics
import Testing

/// Whatever the text, reading ends with a study or with an error, never both, never neither, and every message points
/// into the text.
@Suite struct RobustnessTests {
    private func expectSound(_ text: String, _ what: String) {
        let (study, sink) = read(text)
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        #expect((study != nil) == !sink.hasErrors, "\(what)")
        for message in sink.diagnostics {
            let isOneLine = !message.summary.contains { $0.isNewline }
            #expect(isOneLine, "\(what)")
            guard let place = message.location else { continue }
            let isInside =
                (1...lines.count).contains(place.line) && place.column >= 1
                && place.column <= lines[place.line - 1].unicodeScalars.count + 1
            #expect(isInside, "\(what): \(message.summary) at \(place.line):\(place.column)")
        }
    }

    private let texts: [String]

    init() throws {
        texts = [try studyText("studies/hcc/study.yaml"), fullStudy]
    }

    @Test func truncatedTexts() {
        for text in texts {
            let scalars = Array(text.unicodeScalars)
            for length in stride(from: 0, to: scalars.count, by: 13) {
                expectSound(String(String.UnicodeScalarView(scalars[..<length])), "first \(length)")
            }
        }
    }

    @Test func linesDeletedDoubledAndSwapped() {
        var random = SeededGenerator(seed: 1)
        for text in texts {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for index in lines.indices {
                var (without, doubled, swapped) = (lines, lines, lines)
                without.remove(at: index)
                doubled.insert(lines[index], at: index)
                swapped.swapAt(index, Int.random(in: lines.indices, using: &random))
                expectSound(without.joined(separator: "\n"), "without line \(index + 1)")
                expectSound(doubled.joined(separator: "\n"), "line \(index + 1) doubled")
                expectSound(swapped.joined(separator: "\n"), "line \(index + 1) swapped")
            }
        }
    }

    /// Up to four characters replaced, inserted or deleted; half of the new ones are those that mean something.
    @Test(arguments: 1...6)
    func charactersChanged(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let special = Array(":-[]{},#&*!|>'\"%@`\n\t ?~=()<\\0é–\u{2028}\u{0}\u{85}\r".unicodeScalars)
        for text in texts {
            let original = Array(text.unicodeScalars)
            for round in 0..<100 {
                var scalars = original
                for _ in 0...Int.random(in: 0...3, using: &random) {
                    let place = Int.random(in: scalars.indices, using: &random)
                    let byte = Unicode.Scalar(UInt8.random(in: 0...255, using: &random))
                    let new = Bool.random(using: &random) ? special.randomElement(using: &random) ?? byte : byte
                    switch Int.random(in: 0...2, using: &random) {
                    case 0: scalars[place] = new
                    case 1: scalars.insert(new, at: place)
                    default: scalars.remove(at: place)
                    }
                }
                expectSound(String(String.UnicodeScalarView(scalars)), "seed \(seed), round \(round)")
            }
        }
    }

    /// Each value replaced by a value of another shape.
    @Test func valuesOfAnotherShape() {
        for text in texts {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for index in lines.indices {
                guard let colon = lines[index].firstRange(of: ": ") else { continue }
                for value in ["", "[]", "{}", "[x]", "{ x: y }", "5", "-1e3", "''", "*x", "&x", "no", "|", "[[[]]]"] {
                    var changed = lines
                    changed[index] = lines[index][..<colon.upperBound] + value
                    expectSound(changed.joined(separator: "\n"), "line \(index + 1) with '\(value)'")
                }
            }
        }
    }
}

/// A small generator of numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
