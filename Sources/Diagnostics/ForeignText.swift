/// A cell as messages show it: in quotes, without control characters, and never long.
///
/// A terminal must not obey what a data file holds.
public func quoted(_ cell: String) -> String {
    var text = ""
    var count = 0
    for scalar in cell.unicodeScalars {
        if count == 40 { return "'\(text)…'" }
        count += 1
        switch scalar {
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
    return "'\(text)'"
}

/// Names as messages list them, with the rest counted where they are many.
public func listed(_ names: [String]) -> String {
    let limit = 8
    let shown = names.prefix(limit).map(quoted).joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
}

/// A count with its noun: `1 cell`, `3 cells`.
public func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// The help for a misspelt name, without names that a terminal should not be shown.
public func nearNameHelp(for name: String, among names: [String], kind: String = "names") -> [String] {
    let showable = names.filter { quoted($0) == "'\($0)'" }
    return [NearestName.help(for: name, among: showable, kind: kind)].compactMap { $0 }
}
