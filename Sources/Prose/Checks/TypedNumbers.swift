public import Diagnostics
public import Results
import Templating

/// Warns of each number that a text types where it could compute it, with the results that it is most like.
///
/// Numbers that no result stands for are passed over: those in words (`BED10`, `PD-1`), doses and other measures (`400 mg`),
/// dates, whole spans of time (`3 months`), grades and stages, citations in brackets, numbers of lists, thresholds of p
/// and the level of intervals. What else the study allows stands in its list of typed numbers.
public func reportTypedNumbers(
    in text: ManuscriptText, of results: StudyResults, with phrasebook: Phrasebook, reporting sink: DiagnosticSink
) {
    let allowed = results.manuscript.typedNumbers ?? []
    var candidates: NearestResults?
    for piece in text.filled.pieces {
        guard case .literal(let words) = piece.content, piece.location.file != "templates",
            !piece.location.file.hasPrefix("templates/")
        else { continue }
        for number in TypedNumber.numbers(in: words, allowing: allowed, level: results.conventions.level) {
            var place = piece.location
            place.column += number.offset
            place.length = number.text.unicodeScalars.count
            let nearest = candidates ?? NearestResults(phrasebook)
            candidates = nearest
            sink.emit(
                Diagnostic(
                    .typedNumber, severity: .warning, at: place, "number '\(number.text)' is typed, not computed",
                    help: nearest.help(for: number)))
        }
    }
}

/// The results that a typed number may stand for.
private struct NearestResults {
    /// The most results that are named for one number.
    private static let most = 3
    /// A result further away, as a share of the number, is not meant.
    private static let farthest = 0.02

    private let entries: [(name: String, value: Double, digits: String)]

    init(_ phrasebook: Phrasebook) {
        entries = phrasebook.entries.compactMap { entry in
            guard case .number(let value, let printed) = entry.value else { return nil }
            let isPercentage = printed.hasSuffix("%")
            let digits = String(printed.prefix { !$0.isLetter && !" %(".contains($0) })
            return (entry.name.description, isPercentage ? value * 100 : value, digits)
        }
    }

    func help(for number: TypedNumber) -> [String] {
        let exact = named(entries.filter { $0.digits == number.text || $0.digits == number.plain })
        let allowance =
            "where no result is meant, allow it in the study file: 'manuscript: { typed_numbers: [\"\(number.text)\"] }'"
        if !exact.isEmpty {
            return ["compute it: \(exact.map { "'{{\($0.name)}}'" }.joined(separator: " or "))", allowance]
        }
        let near = named(
            entries.filter { abs($0.value - number.value) <= Self.farthest * abs(number.value) }
                .sorted { abs($0.value - number.value) < abs($1.value - number.value) })
        guard !near.isEmpty else { return [allowance] }
        let listed = near.map { "'\($0.name)' (\($0.digits))" }.joined(separator: ", ")
        return ["nearest results: \(listed)", allowance]
    }

    /// The shortest names first, those at the same distance in the phrasebook's order; the first few.
    private func named(
        _ entries: [(name: String, value: Double, digits: String)]
    ) -> [(name: String, value: Double, digits: String)] {
        let ordered = entries.enumerated().sorted {
            ($0.element.name.count, $0.offset) < ($1.element.name.count, $1.offset)
        }
        return ordered.prefix(Self.most).map(\.element)
    }
}
