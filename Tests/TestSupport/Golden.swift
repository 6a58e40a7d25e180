import Foundation
public import Testing

/// The folder that holds `Package.swift`.
public let repositoryRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// Whether this run records goldens instead of checking them. Never in CI.
public var isRecording: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["GREENWOOD_RECORD"] == "1" && environment["CI"] == nil
}

/// Compares text with the file `Tests/Goldens/<name>`.
///
/// A missing golden fails. With `GREENWOOD_RECORD=1` the golden is written and the test fails all the same, so that a
/// recording run can never pass by accident; in CI recording is refused. On a difference the text at hand is left
/// beside the golden as `<name>.actual`.
public func expectGolden(
    _ actual: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    expectCommitted(actual, at: "Tests/Goldens/\(name)", sourceLocation: sourceLocation)
}

/// Compares text that the program makes with the file at a path of the repository, as ``expectGolden`` does.
public func expectCommitted(
    _ actual: String, at name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let path = "\(repositoryRoot)/\(name)"
    let file = URL(filePath: path)
    if isRecording {
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(actual.utf8).write(to: file)
        Issue.record("recorded \(name); run again without GREENWOOD_RECORD", sourceLocation: sourceLocation)
        return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record("no file \(name); record it with GREENWOOD_RECORD=1", sourceLocation: sourceLocation)
        return
    }
    guard actual != expected else { return }
    try? Data(actual.utf8).write(to: URL(filePath: path + ".actual"))
    Issue.record(
        "differs from \(name): \(firstDifference(actual, expected))", sourceLocation: sourceLocation)
}

/// Says where two texts first differ.
func firstDifference(_ actual: String, _ expected: String) -> String {
    let (left, right) = (actual.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    for index in 0..<max(left.count, right.count) {
        let (a, b) = (index < left.count ? left[index] : "(end)", index < right.count ? right[index] : "(end)")
        if a != b { return "line \(index + 1) is\n  \(a)\nand was\n  \(b)" }
    }
    return "no line differs"
}
