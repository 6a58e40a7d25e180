import Testing

/// Gathers where numbers differ from the reference, so that one test says everything that is wrong with a case.
struct ModelAgreement {
    private(set) var misses: [String] = []
    private(set) var compared = 0

    /// Compares a number; the miss is relative to the expected size, or to `scale` where that is larger.
    mutating func expect(
        _ name: String, _ actual: Double?, _ expected: Double?, tolerance: Double, scale: Double = 0
    ) {
        compared += 1
        guard let expected, expected.isFinite else {
            if let actual, actual.isFinite || expected == nil { misses.append("\(name): \(actual), expected none") }
            return
        }
        guard let actual else {
            misses.append("\(name): absent, expected \(expected)")
            return
        }
        let miss = abs(actual - expected) / max(abs(expected), scale, 1e-300)
        if !(miss <= tolerance), actual != expected {
            misses.append("\(name): \(actual), expected \(expected), off by \(miss)")
        }
    }

    /// Compares lists; the misses are relative to the largest expected size, or to 1e−7 where all are smaller.
    mutating func expect(_ name: String, _ actual: [Double?], _ expected: [Double?], tolerance: Double) {
        guard actual.count == expected.count else {
            misses.append("\(name): \(actual.count) numbers, expected \(expected.count)")
            return
        }
        let scale = expected.compactMap { $0 }.filter(\.isFinite).map(abs).max() ?? 0
        for index in actual.indices {
            expect("\(name)[\(index)]", actual[index], expected[index], tolerance: tolerance, scale: max(scale, 1e-7))
        }
    }

    /// Compares tables of numbers.
    mutating func expect(_ name: String, rows actual: [[Double]], _ expected: [ReferenceValue], tolerance: Double) {
        let flat = expected.flatMap(\.numbers)
        expect(name, actual.flatMap { $0 }, flat, tolerance: tolerance)
    }

    /// Compares whole numbers and texts.
    mutating func expectEqual<Value: Equatable>(_ name: String, _ actual: Value, _ expected: Value) {
        compared += 1
        if actual != expected { misses.append("\(name): \(actual), expected \(expected)") }
    }

    /// Fails the test with all misses.
    func check(_ id: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(compared > 0, "\(id) compared nothing", sourceLocation: sourceLocation)
        if !misses.isEmpty {
            Issue.record(
                "\(id): \(misses.count) of \(compared)\n\(misses.prefix(12).joined(separator: "\n"))",
                sourceLocation: sourceLocation)
        }
    }
}
