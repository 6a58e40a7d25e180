import Testing

@testable import DataReading

/// A long text is looked through in pieces.
@Suite struct UTF8PieceTests {
    /// The first fault of a long text is found, whichever piece it is in, and whatever stands at their borders.
    @Test func `a fault in a long text`() {
        for character in ["é", "統", "😀"] {
            let sound = Array(("x" + String(repeating: character, count: 1000)).utf8)
            for size in [7, 64, 100] {
                #expect(utf8Fault(in: sound, pieceSize: size) == nil)
                for offset in stride(from: 3, to: sound.count, by: 97) {
                    var broken = sound
                    broken[offset] = 0xFF
                    #expect(utf8Fault(in: broken, pieceSize: size) == utf8Fault(in: broken, pieceSize: 1 << 22))
                }
            }
        }
    }
}
