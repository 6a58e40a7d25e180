public import Diagnostics
public import Results
import Styling
import Templating

/// Published values beside the results of a study.
public struct Reproduction: Equatable, Sendable {
    /// One published value.
    public struct Row: Equatable, Sendable {
        /// The value as it was published.
        public var published: PublishedValue
        /// The results in the shape of the published value, or why there are none.
        public var ours: String
        /// How far they agree.
        public var agreement: Agreement
    }

    /// The compared values, in the order of their file.
    public var rows: [Row]
    /// Remarks about the publication, in the order of their file.
    public var remarks: [PublishedValue]

    /// The parts of the publication, in the order in which they appear.
    public var parts: [String] {
        var parts: [String] = []
        for row in rows where !parts.contains(row.published.part) { parts.append(row.published.part) }
        return parts
    }

    /// How many values agree so far.
    public func count(_ agreement: Agreement) -> Int { rows.count { $0.agreement == agreement } }
}

/// Compares the results with the values that the study lists as published.
///
/// Results are rounded to the decimals that were printed, half away from zero.
///
/// - Returns: Nil where the study lists none, or names were unknown, which was reported at their lines.
public func reproduction(
    of results: StudyResults, with phrasebook: Phrasebook, reporting sink: DiagnosticSink
) -> Reproduction? {
    guard !results.published.isEmpty else { return nil }
    var rows: [Reproduction.Row] = []
    var isSound = true
    for published in results.published where published.kind != .remark {
        let file = results.manuscript.published ?? ""
        if let row = row(of: published, in: file, with: phrasebook, reporting: sink) {
            rows.append(row)
        } else {
            isSound = false
        }
    }
    return isSound ? Reproduction(rows: rows, remarks: results.published.filter { $0.kind == .remark }) : nil
}

private func row(
    of published: PublishedValue, in file: String, with phrasebook: Phrasebook, reporting sink: DiagnosticSink
) -> Reproduction.Row? {
    let printed = PrintedNumber.numbers(in: published.printed)
    let place = SourceLocation(file: file, line: published.line, column: 1)
    guard printed.count == published.results.count else {
        let numbers = printed.count == 1 ? "1 number" : "\(printed.count) numbers"
        let results = published.results.count == 1 ? "1 result" : "\(published.results.count) results"
        sink.emit(
            Diagnostic(
                .conflictingKeys, at: place, "'\(published.printed)' has \(numbers), and \(results) are named for it",
                help: ["name one result for each number, with ';' between them"]))
        return nil
    }
    var values: [TemplateValue] = []
    for name in published.results {
        guard let value = phrasebook.value(named: name) else {
            sink.emit(
                Diagnostic(
                    .unknownResult, at: place, "result '\(name)' doesn't exist",
                    help: NearestName.help(for: name, among: phrasebook.entries.map { "\($0.name)" }).map { [$0] } ?? []
                ))
            return nil
        }
        values.append(value)
    }
    // Of a row that is told in part, the rest could not be compared.
    for case .withheld(let mark) in values {
        return Reproduction.Row(published: published, ours: mark, agreement: .withheld)
    }
    var computed: [Double] = []
    for (value, number) in zip(values, printed) {
        guard case .number(let x, let text) = value else {
            return Reproduction.Row(published: published, ours: value.printed ?? "", agreement: .off)
        }
        // Rounded, 0.00006 would no longer be below a bound of 0.0001.
        let isBelow = number.isUpperBound && x < number.value
        let isPercentage = text.hasSuffix("%")
        computed.append(isBelow ? x : rounded(x, asPercentage: isPercentage, toDecimals: number.decimals))
    }
    return Reproduction.Row(
        published: published, ours: shape(computed, like: published.printed, printed),
        agreement: agreement(computed, printed, kind: published.kind))
}

/// The computed numbers in the place of the printed ones.
private func shape(_ computed: [Double], like text: String, _ printed: [PrintedNumber]) -> String {
    var result = ""
    var end = text.startIndex
    for (value, number) in zip(computed, printed) {
        var between = String(text[end..<number.range.lowerBound])
        var digits = HouseStyle.plain.number(value, decimals: number.decimals)
        if number.isUpperBound, value < number.value {
            digits = HouseStyle.plain.number(number.value, decimals: number.decimals)
        } else if number.isUpperBound {
            between = between.replacing("<", with: "")
        }
        result += between + digits
        end = number.range.upperBound
    }
    return result + text[end...]
}

extension Phrasebook {
    /// The value of a name as a template writes it; nil where it has none.
    func value(named name: String) -> TemplateValue? {
        guard let name = ResultName(written: name) else { return nil }
        var place: TemplateContext? = context
        for segment in name.segments { place = place?[segment] }
        return place?.value
    }
}
