import CTIFF

/// An opaque picture as TIFF: eight bits a channel, compressed with LZW, its resolution recorded, no date.
///
/// Journals ask for this form: no loss, no layers, no alpha channel, and a physical size that a program can trust.
/// The title stands as the file's description.
func taggedImageFile(of picture: ScenePicture, title: String) throws(CairoRenderingError) -> [UInt8] {
    let memory = FileInMemory()
    defer { withExtendedLifetime(memory) {} }
    // "l": little-endian on every machine, so that the bytes are the same.
    guard
        let file = TIFFClientOpen(
            "figure", "wl", memory.pointer, FileInMemory.read, FileInMemory.write, FileInMemory.seek,
            FileInMemory.close, FileInMemory.size, nil, nil)
    else { throw .cairo("no memory for the picture") }
    var isSound = describe(
        file, width: picture.width, height: picture.height, dotsPerInch: picture.dotsPerInch, title: title)
    var (colors, index) = ([UInt8](repeating: 0, count: PixelRow.room(width: picture.width)), UInt32(0))
    do {
        defer { TIFFClose(file) }
        try picture.forEachRow { row, _ in
            guard isSound else { return }
            colors.withUnsafeMutableBytes { colors in
                if let start = colors.baseAddress { row.writeColors(to: start) }
            }
            isSound = TIFFWriteScanline(file, &colors, index, 0) == 1
            index += 1
        }
    }
    guard isSound else { throw .cairo("the picture cannot be written as TIFF") }
    return memory.bytes
}

private func describe(_ file: OpaquePointer, width: Int, height: Int, dotsPerInch: Int, title: String) -> Bool {
    let numbers: [(tag: Int32, value: Int32)] = [
        (TIFFTAG_IMAGEWIDTH, Int32(width)), (TIFFTAG_IMAGELENGTH, Int32(height)), (TIFFTAG_BITSPERSAMPLE, 8),
        (TIFFTAG_SAMPLESPERPIXEL, 3), (TIFFTAG_COMPRESSION, COMPRESSION_LZW),
        (TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL), (TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB),
        (TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG), (TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT),
        (TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH), (TIFFTAG_ROWSPERSTRIP, 64),
    ]
    let areSet = numbers.allSatisfy { greenwood_tiff_number(file, UInt32($0.tag), UInt32($0.value)) == 1 }
    let isSized = [TIFFTAG_XRESOLUTION, TIFFTAG_YRESOLUTION].allSatisfy {
        greenwood_tiff_ratio(file, UInt32($0), Double(dotsPerInch)) == 1
    }
    // The format's text is ASCII; some readers refuse anything else.
    return areSet && isSized && greenwood_tiff_text(file, UInt32(TIFFTAG_IMAGEDESCRIPTION), title.inASCII) == 1
}

extension String {
    /// The text in ASCII, as old file formats want it: dashes and spaces are plain ones, other characters `?`.
    var inASCII: String {
        String(
            map { character -> Character in
                switch character {
                case "–", "—", "\u{2212}", "\u{2010}", "\u{2011}": "-"
                case "≥": ">"
                case "≤": "<"
                case _ where character.isWhitespace: " "
                case _ where character.isASCII: character
                default: "?"
                }
            })
    }
}

/// A file that libtiff writes, in memory.
private final class FileInMemory {
    var bytes: [UInt8] = []
    private var position = 0

    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    private static func file(_ handle: UnsafeMutableRawPointer?) -> FileInMemory? {
        handle.map { Unmanaged<FileInMemory>.fromOpaque($0).takeUnretainedValue() }
    }

    static let read: TIFFReadWriteProc = { handle, data, count in
        guard let file = file(handle), let data else { return -1 }
        let length = max(0, min(Int(count), file.bytes.count - file.position))
        data.copyMemory(from: Array(file.bytes[file.position..<file.position + length]), byteCount: length)
        file.position += length
        return tmsize_t(length)
    }

    static let write: TIFFReadWriteProc = { handle, data, count in
        guard let file = file(handle), let data else { return -1 }
        let end = file.position + Int(count)
        if end > file.bytes.count { file.bytes += [UInt8](repeating: 0, count: end - file.bytes.count) }
        file.bytes.withUnsafeMutableBytes {
            $0.baseAddress?.advanced(by: file.position).copyMemory(from: data, byteCount: Int(count))
        }
        file.position = end
        return count
    }

    static let seek: TIFFSeekProc = { handle, offset, origin in
        guard let file = file(handle) else { return .max }
        switch origin {
        case SEEK_CUR: file.position += Int(Int64(bitPattern: offset))
        case SEEK_END: file.position = file.bytes.count + Int(Int64(bitPattern: offset))
        default: file.position = Int(offset)
        }
        return UInt64(file.position)
    }

    static let close: TIFFCloseProc = { _ in 0 }

    static let size: TIFFSizeProc = { handle in UInt64(file(handle)?.bytes.count ?? 0) }
}
