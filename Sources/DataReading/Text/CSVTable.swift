/// Finds the cells of a text in UTF-8; nil where it has no header.
func csvTable(_ bytes: [UInt8], file: String, delimiter: UInt8, reporting report: (CSVFault) -> Void) -> CellTable? {
    let (blocks, width, isSound) = bytes.withUnsafeBufferPointer { text in
        var blocks: [CellTable.Block] = []
        var start = (position: lengthOfByteOrderMark(bytes), line: 1)
        var (width, isSound) = (0, true)
        repeat {
            var scanner = CSVScanner(
                text, from: start.position, onLine: start.line, width: width, delimiter: delimiter)
            scanner.scan(until: min(text.count, start.position + CSVScanner.blockSize), report)
            blocks.append(scanner.block)
            (start, width, isSound) = (scanner.next, scanner.width, scanner.isSound)
        } while isSound && width > 0 && start.position < text.count
        return (blocks, width, isSound)
    }
    guard width > 0 else { return nil }
    return CellTable(
        file: file, bytes: bytes, blocks: blocks, width: width, isQuoted: true, isSound: isSound, places: .text)
}
