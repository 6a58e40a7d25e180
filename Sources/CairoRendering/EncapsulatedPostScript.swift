import CCairo

/// Cairo's PostScript with the day that was asked for.
///
/// Cairo writes the moment of drawing into the head of the file and cannot be asked to leave it out.
func datedPostScript(_ file: [UInt8], creationDate: String) -> [UInt8] {
    let mark = Array("\n%%CreationDate: ".utf8)
    // The comment is among the first lines; the rest of the file is data that may hold anything.
    let head = file.prefix(2000)
    guard let start = head.indices.first(where: { head[$0...].starts(with: mark) }) else { return file }
    let value = start + mark.count
    guard let end = file[value...].firstIndex(of: UInt8(ascii: "\n")) else { return file }
    return file[..<value] + Array(creationDate.utf8) + file[end...]
}

/// The title as a comment of PostScript's document structure: ASCII in brackets, and not longer than a line may be.
func postScriptTitle(_ title: String) -> String {
    let text = title.inASCII.prefix(200).map { "()\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    return "%%Title: (\(text))"
}
