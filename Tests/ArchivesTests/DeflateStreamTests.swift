import Testing

@testable import Archives

@Suite struct DeflateStreamTests {
    private static let noise = {
        var generator = SystemRandomNumberGenerator()
        return (0..<500_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    }()

    @Test func bytesThatDoNotCompressAreWritten() {
        var stream = DeflateStream(.zlib, after: [1, 2, 3])
        stream.write(Self.noise[..<200_000], isLast: false)
        stream.write(Self.noise[200_000...], isLast: true)
        let output = stream.finished() ?? []
        #expect(output.prefix(3) == [1, 2, 3])
        #expect(output.count > 490_000 && output.count < 700_000)
    }

    @Test(arguments: [0, 1, 300, 500_000])
    func bytesComeBack(count: Int) {
        let text = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 % 37) }
        for bytes in [text, Array(Self.noise.prefix(count))] {
            #expect(inflated(deflated(bytes)[...], size: count) == bytes)
            #expect(deflated(bytes) == deflated(bytes))
        }
        #expect(count < 500_000 || deflated(text).count < count / 3)
    }

    @Test func whatIsNotEndedIsNotGiven() {
        var stream = DeflateStream(.none)
        stream.write([1, 2, 3], isLast: false)
        #expect(stream.finished() == nil)
    }
}
