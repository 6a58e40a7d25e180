import Prose
import Templating

/// A sentence of the manuscript, with the results that it was filled with.
struct Sentence: Equatable {
    var text: String
    /// The heading that it stands under.
    var heading: String
    /// The places in `results.json` of the results that it prints.
    var sources: Set<String>

    /// The words: numbers and their relations (`p < 0.001`, `p = 0.02`) are all alike.
    var words: String {
        var words = ""
        var isNumber = false
        var rest = Substring(text)
        while let sign = rest.first {
            rest.removeFirst()
            let isPoint = (sign == "." || sign == ",") && (rest.first.map(Self.isDigit) ?? false)
            if Self.isDigit(sign) || (isNumber && isPoint) {
                if !isNumber { words.append("#") }
                isNumber = true
            } else {
                isNumber = false
                words.append("<=>≤≥".contains(sign) ? "=" : sign == "−" ? "-" : sign)
            }
        }
        return words.replacing("-#", with: "#")
    }

    /// The letters: a style decides about numbers, signs and the p of a p-value.
    var letters: String { text.filter(\.isLetter).lowercased() }

    private static func isDigit(_ sign: Character) -> Bool { sign.isASCII && sign.isNumber }
}

extension Sentence {
    /// The sentences of a text in order. Tables and figures part sentences; headings are none.
    static func sentences(of text: ManuscriptText) -> [Sentence] {
        // Values are marked by characters that no text has, so that they stay together while the text is cut.
        var marked = ""
        var sources: [String] = []
        for piece in text.filled.pieces {
            switch piece.content {
            case .literal(let words): marked += words
            case .value(let value, _, let source):
                marked += "\(open)\(sources.count)\(middle)\(value)\(close)"
                sources.append(source)
            case .placement: marked += "\n\n"
            }
        }
        return self.sentences(ofMarked: marked, sources: sources)
    }

    /// The sentences of a manuscript in Markdown; what belongs to tables, figures and quotations is none.
    static func sentences(ofMarkdown text: String) -> [Sentence] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
            let isOther = ["|", "!", ">", "**", "---"].contains { line.hasPrefix($0) }
            return isOther ? "" : line
        }
        return sentences(ofMarked: lines.joined(separator: "\n"), sources: [])
    }

    private static func sentences(ofMarked marked: String, sources: [String]) -> [Sentence] {
        var heading = ""
        var sentences: [Sentence] = []
        var lines: [Substring] = []
        func endParagraph() {
            let paragraph = lines.joined(separator: " ")
            lines = []
            for part in parts(of: paragraph) {
                let (text, used) = unmarked(part)
                let plain = TextRun.runs(of: text).map(\.text).joined()
                guard !plain.isEmpty else { continue }
                sentences.append(
                    Sentence(
                        text: plain, heading: heading,
                        sources: Set(used.compactMap { sources.indices.contains($0) ? sources[$0] : nil })))
            }
        }
        for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = trimmed(line)
            if line.isEmpty {
                endParagraph()
            } else if line.hasPrefix("#") {
                endParagraph()
                heading = TextRun.runs(of: unmarked(String(trimmed(line.drop { $0 == "#" }))).text).map(\.text).joined()
            } else {
                if line.hasPrefix("- ") || line.hasPrefix("* ") { endParagraph() }
                lines.append(line.hasPrefix("- ") || line.hasPrefix("* ") ? line.dropFirst(2) : line)
            }
        }
        endParagraph()
        return sentences
    }

    private static let open: Character = "\u{E000}"
    private static let middle: Character = "\u{E001}"
    private static let close: Character = "\u{E002}"

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }

    /// The text without marks, and the numbers of the values in it.
    private static func unmarked(_ text: String) -> (text: String, values: [Int]) {
        var result = ""
        var values: [Int] = []
        var number: String?
        for sign in text {
            switch sign {
            case open: number = ""
            case middle:
                if let index = number.flatMap(Int.init) { values.append(index) }
                number = nil
            case close: break
            default:
                if number != nil { number?.append(sign) } else { result.append(sign) }
            }
        }
        return (result, values)
    }

    /// A paragraph cut after full stops, question marks and exclamation marks that a new sentence follows.
    private static func parts(of paragraph: String) -> [String] {
        var parts: [String] = []
        var current = ""
        let signs = Array(paragraph)
        for (index, sign) in signs.enumerated() {
            current.append(sign)
            guard ".?!".contains(sign), index + 2 < signs.count, signs[index + 1].isWhitespace else { continue }
            let next = signs[(index + 1)...].first { !$0.isWhitespace && $0 != "(" && $0 != "*" }
            guard let next, next.isUppercase || next.isNumber || next == open, !isAbbreviation(current) else {
                continue
            }
            parts.append(current)
            current = ""
        }
        return (parts + [current]).map { String(trimmed($0[...])) }.filter { !$0.isEmpty }
    }

    /// Full stops that end no sentence.
    private static func isAbbreviation(_ text: String) -> Bool {
        ["vs.", "e.g.", "i.e.", "Fig.", "al.", "cf.", "approx.", "No."].contains { ending in
            text.hasSuffix(" \(ending)") || text.hasSuffix("(\(ending)") || text == ending
        }
    }
}
