/// A portable file of SPSS with each byte standing for one letter.
///
/// The file begins with 200 bytes that name it and a table of 256 letters, each with the byte that stands for it here. PSPP gives
/// look-alikes the same byte: `8` stands for the digit and, later in the table, for a raised 8. ReadStat takes the last, and then
/// finds no digits in the file. Here the first stays, and the others have the byte of letters that do not occur.
///
/// Line ends are not counted. A file that is cut short comes back as it is.
func withoutLookAlikes(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var seen = Set<UInt8>()
    var position = 0
    for index in bytes.indices where bytes[index] != UInt8(ascii: "\n") && bytes[index] != UInt8(ascii: "\r") {
        defer { position += 1 }
        guard position < 456 else { break }
        // Before the digits stand control characters.
        guard position >= 264 else { continue }
        if !seen.insert(bytes[index]).inserted { bytes[index] = UInt8(ascii: "0") }
    }
    return bytes
}
