/// Text on one line as every format may hold it: line breaks and tabs become spaces, and control characters, which
/// neither HTML nor XML allows, go, as do those that reverse the direction of the text after them.
func cleaned(_ text: String) -> String {
    // Most texts hold none of them.
    guard text.withBytes(holdsUncleanCharacter) else { return text }
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

/// Whether there is a character that ``cleaned(_:)`` replaces or takes away, by its bytes in UTF-8.
private func holdsUncleanCharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.contains { index in
        switch bytes[index] {
        case 0x00..<0x20, 0x7F: true
        case 0xC2: bytes[index + 1] < 0xA0
        case 0xE2:
            switch (bytes[index + 1], bytes[index + 2]) {
            case (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): true
            default: false
            }
        case 0xEF: bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
        default: false
        }
    }
}
