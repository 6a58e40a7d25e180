/// The different texts of a column in the order of levels: as numbers if all are numbers, else by their UTF-8 bytes.
///
/// Texts that Unicode holds equal (composed and decomposed accents) are one level, written as the first by its bytes,
/// so that the order of the rows never matters.
func distinctLevels(of texts: [String?]) -> [String] {
    var spelling: [String: String] = [:]
    for case let text? in texts {
        if let known = spelling[text] {
            if precedesByBytes(text, known) { spelling[text] = text }
        } else {
            spelling[text] = text
        }
    }
    let levels = spelling.values.sorted(by: precedesByBytes)
    let numbers = levels.compactMap { NumberCell($0)?.value }
    guard numbers.count == levels.count else { return levels }
    return zip(numbers, levels).enumerated()
        .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
        .map(\.element.1)
}

/// Whether one text comes before another by its UTF-8 bytes, whatever the language.
func precedesByBytes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}
