import Diagnostics
import Testing

/// Whatever the bytes, there is a cohort or an error, never a crash; and every message has a place in its file.
@Suite struct RobustnessTests {
    private static func expectAnAnswer(_ fixture: StudyFixture, _ what: String) {
        let (cohort, sink) = fixture.build()
        #expect((cohort == nil) == sink.hasErrors, "\(what)")
        for message in sink.diagnostics {
            guard let place = message.location, let bytes = fixture.files[place.file] else { continue }
            let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
            #expect((1...lines).contains(place.line), "\(what): \(message)")
            #expect((1...bytes.count + 1).contains(place.column), "\(what): \(message)")
        }
    }

    /// The study with a part of its rows, so that a thousand cohorts are built in no time.
    private static func shortStudy() throws -> StudyFixture {
        var fixture = try liverCancerStudy()
        for path in fixture.files.keys.sorted() {
            let lines = (fixture.files[path] ?? []).split(separator: UInt8(ascii: "\n"))
            fixture.files[path] = Array(lines.prefix(12).joined(separator: [UInt8(ascii: "\n")]))
        }
        return fixture
    }

    @Test(arguments: 1...8)
    func mutatedBytes(seed: Int) throws {
        let sound = try Self.shortStudy()
        var generator = SeededGenerator(seed: UInt64(seed))
        let telling = Array("\",;\t\r\n\u{0}\u{FEFF}-.eE0९é ".utf8) + [0xFF, 0xC0, 0xED, 0xA0]
        for round in 0..<60 {
            var fixture = sound
            let path = ["patients.csv", "adverse_events.csv", "screening.csv"][round % 3]
            var bytes = fixture.files[path] ?? []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let position = Int.random(in: 0..<bytes.count, using: &generator)
                let byte = telling.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[position] = byte
                case 1: bytes.insert(byte, at: position)
                case 2: bytes.remove(at: position)
                default: bytes[position] = UInt8.random(in: 0...255, using: &generator)
                }
            }
            fixture.files[path] = bytes
            Self.expectAnAnswer(fixture, "seed \(seed), round \(round)")
        }
    }

    @Test func truncatedBytes() throws {
        let sound = try Self.shortStudy()
        let bytes = sound.files["patients.csv"] ?? []
        for length in stride(from: 0, through: bytes.count, by: 7) {
            var fixture = sound
            fixture.files["patients.csv"] = Array(bytes.prefix(length))
            Self.expectAnAnswer(fixture, "\(length) bytes")
        }
    }

    @Test(arguments: 1...8)
    func randomTexts(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet = Array("a1,\"\n\r \t;é-".utf8)
        for round in 0..<300 {
            let length = Int.random(in: 0...60, using: &generator)
            let noise = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            for header in ["", "id,x\n", "\u{FEFF}id,x\r\n"] {
                var fixture = StudyFixture(bytes: Array(header.utf8) + noise)
                fixture.declare("x")
                Self.expectAnAnswer(fixture, "seed \(seed), round \(round): \(header)\(noise)")
            }
        }
    }
}
