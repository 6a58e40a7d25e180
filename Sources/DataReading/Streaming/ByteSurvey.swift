internal import StudyFiles

/// What the bytes of a text of unknown encoding show, found part by part.
private struct ByteSurvey {
    var count = 0
    var firstNUL: Int?
    /// The first byte that is not ASCII.
    var firstHigh: Int?
    var letters = LegacyLetters()

    init(_ bytes: any StreamedText, partSize: Int) throws {
        try bytes.forEachPart(size: partSize) { part, offset in
            count += part.count
            if firstNUL == nil { firstNUL = part.firstIndex(of: 0).map { $0 + offset } }
            if firstHigh == nil { firstHigh = part.firstIndex { $0 >= 0x80 }.map { $0 + offset } }
            letters.add(part)
            // A NUL byte tells enough, and a file of nothing else may be as large as the disk.
            if firstNUL != nil, let size = bytes.size {
                count = size
                return false
            }
            return true
        }
        letters.end()
    }
}

/// The same as of a text in memory: what the bytes show of their encoding. They are no UTF-8.
func detectedEncoding(
    of bytes: any StreamedText, head: [UInt8], settings: StreamSettings
) throws -> DetectedEncoding {
    if let mark = byteOrderMark(of: head) { return .certain(mark.encoding, markLength: mark.length) }
    let survey = try ByteSurvey(bytes, partSize: settings.partSize)
    if let nul = survey.firstNUL {
        guard let encoding = utf16(by: head[...], count: survey.count) else { return .binary(offset: nul) }
        return .certain(encoding, markLength: 0)
    }
    func isText(of encoding: TextEncoding) throws -> Bool {
        try ConvertedText(bytes, from: encoding, markLength: 0).map { try $0.fault() == nil } ?? false
    }
    let offset = survey.firstHigh ?? 0
    let isWestern = try survey.letters.areWestern && isText(of: .western)
    let isChinese = try survey.letters.areChinese && isText(of: .chinese)
    switch (isWestern, isChinese) {
    case (true, false): return .likely(.western, offset: offset)
    case (false, true): return .likely(.chinese, offset: offset)
    default: return .ambiguous(try encodingsToChooseFrom.filter(isText), offset: offset)
    }
}
