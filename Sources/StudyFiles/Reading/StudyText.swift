public import Diagnostics
import Foundation

/// Reads the text of a study file.
///
/// - Parameters:
///   - path: The file's path as the user named it.
///   - sink: Where the message goes.
/// - Returns: The text; nil, with a message, where there is none or it is not UTF-8.
public func readStudyText(at path: String, reporting sink: DiagnosticSink) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        sink.emit(
            Diagnostic(
                .unreadableFile, at: nil, "study file '\(path)' doesn't exist",
                help: ["check the spelling; paths begin in the folder where the command is run"]))
        return nil
    }
    guard !isFolder.boolValue else {
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        sink.emit(
            Diagnostic(
                .unreadableFile, at: nil, "'\(path)' is a folder, not a study file",
                help: ["name the file in it: \(folder)/study.yaml"]))
        return nil
    }
    guard let bytes = beginning(of: path) else {
        sink.emit(
            Diagnostic(
                .unreadableFile, at: nil, "study file '\(path)' can't be opened",
                help: ["check that you may read it"]))
        return nil
    }
    guard bytes.count <= largestStudyFile else {
        sink.emit(
            Diagnostic(
                .unreadableFile, at: nil, "study file '\(path)' is larger than \(largestStudyFile >> 20) MiB",
                help: ["name the study file; data stand in files of their own"]))
        return nil
    }
    return studyText(of: Array(bytes), file: path, reporting: sink)
}

/// As much of a file as a study file may hold, and a byte more; nil where it may not be read.
private func beginning(of path: String) -> Data? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    // At the end of a file there is nil to read.
    do { return try file.read(upToCount: largestStudyFile + 1) ?? Data() } catch { return nil }
}

/// Bytes of a study file: what more values than one may hold would take.
private let largestStudyFile = 4 << 20

/// The text that the bytes of a study file, or of what `noun` says, hold; nil, with a message at the first wrong byte, where it is not UTF-8.
public func studyText(
    of bytes: [UInt8], file: String, noun: String = "study file", reporting sink: DiagnosticSink
) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // Decoding with repair gives a replacement character at the first wrong byte, but one may stand in the text too.
    let repaired = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var sound = 0
    var offset = 0
    while offset < repaired.count {
        let units = String(repaired[offset]).utf8
        guard bytes[sound...].starts(with: units) else { break }
        sound += units.count
        offset += 1
    }
    let before = repaired[..<offset]
    let line = before.count { $0 == "\n" } + 1
    let column = offset - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0) + 1
    sink.emit(
        Diagnostic(
            .unreadableFile, at: SourceLocation(file: file, line: line, column: column),
            "\(noun) is not UTF-8 text", help: ["save it with the encoding UTF-8"]))
    return nil
}
