import Drawing
import Foundation
import TestSupport
import Testing

/// A figure as other tests have recorded it.
func recordedScene(_ name: String = "kaplan-meier-two-panels") throws -> Scene {
    let file = URL(filePath: "\(repositoryRoot)/Tests/Goldens/Scenes/\(name).json")
    return try JSONDecoder().decode(Scene.self, from: Data(contentsOf: file))
}

/// A page with some lines of text, one under the other, and nothing else.
func page(_ texts: [String], font: Font = Font(family: "Liberation Sans", size: 8)) -> Scene {
    Scene(
        width: 300, height: 200, title: "A title", alternativeText: "What it shows",
        elements: texts.enumerated().map { index, text in
            .label(
                Label(
                    runs: [Label.Run(text, font: font)], position: Point(x: 20, y: 20 + 20 * Double(index)),
                    color: .black, width: 0))
        })
}

/// What a program prints about a PDF file.
func poppler(_ program: String, _ arguments: [String] = [], on pdf: [UInt8], output: String? = "-") throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run(program, arguments + [file.path] + [output].compactMap(\.self))
}

/// What a program prints; `scripts/prepare.sh test` installs those that tests ask for.
@discardableResult func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) failed: is it installed?")
    return String(decoding: data, as: UTF8.self)
}

extension String {
    /// The text with every stretch of white space as one space.
    var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
