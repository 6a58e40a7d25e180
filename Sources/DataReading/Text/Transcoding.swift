internal import CIconv
internal import StudyFiles

/// A text in UTF-8, or how far it could be converted.
enum Transcoded {
    case text([UInt8])
    /// The bytes are not of the encoding: what was converted before them.
    case invalid(before: [UInt8], offset: Int)
    /// The system does not know the encoding.
    case unknown
}

/// Bytes of an encoding as UTF-8, converted by the C library.
func transcoded(_ bytes: ArraySlice<UInt8>, from encoding: TextEncoding) -> Transcoded {
    guard let converter = greenwood_converter_open(encoding.systemName) else { return .unknown }
    defer { greenwood_converter_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2 + 16)
    var (read, isInvalid, isDone) = (0, false, false)
    bytes.withUnsafeBytes { input in
        let text = input.bindMemory(to: CChar.self)
        while !isDone {
            // A piece at a time, so that no more is held than the text itself.
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
                let state = room.withMemoryRebound(to: CChar.self) {
                    greenwood_convert(converter, text.baseAddress, text.count, &read, $0.baseAddress, $0.count, &count)
                }
                isInvalid = state == Int32(greenwood_invalid_input)
                isDone = state != Int32(greenwood_output_full)
            }
            output += piece
        }
    }
    return isInvalid ? .invalid(before: output, offset: bytes.startIndex + read) : .text(output)
}
