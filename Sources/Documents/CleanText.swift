/// Text on one line as every format may hold it: line breaks and tabs become spaces, and control characters, which
/// neither HTML nor XML allows, go, as do those that reverse the direction of the text after them.
func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: continue
        default: result.append(scalar)
        }
    }
    return String(result)
}
