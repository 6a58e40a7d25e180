#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// A row of a picture as Cairo has it: each pixel a number of 32 bits in the machine's own order, nothing, red, green, blue.
struct PixelRow {
    /// The first pixel.
    let pixels: UnsafeRawPointer
    /// How many there are.
    let width: Int
    /// Which of them may be anything but white.
    let inked: Range<Int>

    /// Bytes of a row with three bytes a pixel, and one more, which is written for nothing.
    static func room(width: Int) -> Int { 3 * width + 1 }

    /// Whether two rows of one picture look the same.
    func looks(like other: PixelRow) -> Bool {
        // Where neither has ink both are white.
        let start = min(inked.lowerBound, other.inked.lowerBound)
        let end = max(inked.upperBound, other.inked.upperBound)
        return start >= end || memcmp(pixels + 4 * start, other.pixels + 4 * start, 4 * (end - start)) == 0
    }

    /// Writes red, green and blue of each pixel.
    ///
    /// Most of a drawing is white paper: the row begins white, and only stretches of pixels that are not are converted.
    func writeColors(to row: UnsafeMutableRawPointer) {
        memset(row, 0xFF, 3 * width)
        var column = inked.lowerBound
        while column + Self.stretch <= inked.upperBound {
            if !isStretchWhite(at: column) {
                for four in stride(from: column, to: column &+ Self.stretch, by: 4) { writeFour(four, to: row) }
            }
            column += Self.stretch
        }
        for column in column..<max(column, inked.upperBound) {
            // The fourth byte is the first of the next pixel, which is white or still to come.
            row.storeBytes(of: (pixel(column) << 8 | 0xFF).bigEndian, toByteOffset: 3 &* column, as: UInt32.self)
        }
    }

    /// Four pixels are twelve bytes: three numbers of 32 bits.
    private func writeFour(_ column: Int, to row: UnsafeMutableRawPointer) {
        let (a, b, c, d) = (pixel(column), pixel(column &+ 1), pixel(column &+ 2), pixel(column &+ 3))
        let start = row + 3 &* column
        start.storeBytes(of: (a << 8 | b >> 16).bigEndian, as: UInt32.self)
        start.storeBytes(of: (b << 16 | c >> 8).bigEndian, toByteOffset: 4, as: UInt32.self)
        start.storeBytes(of: (c << 24 | d).bigEndian, toByteOffset: 8, as: UInt32.self)
    }

    /// Red, green and blue as a number of 24 bits.
    private func pixel(_ column: Int) -> UInt32 {
        pixels.load(fromByteOffset: 4 &* column, as: UInt32.self) & 0xFF_FFFF
    }

    /// As many pixels as a processor looks at in a few steps.
    private static let stretch = 16

    /// Pixels are white where all bits of their colours are set.
    private func isStretchWhite(at column: Int) -> Bool {
        var common = UInt64.max
        for pair in 0..<(Self.stretch / 2) {
            common &= pixels.loadUnaligned(fromByteOffset: 4 &* column &+ 8 &* pair, as: UInt64.self)
        }
        return common & 0x00FF_FFFF_00FF_FFFF == 0x00FF_FFFF_00FF_FFFF
    }
}
