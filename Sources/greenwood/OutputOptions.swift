internal import ArgumentParser
internal import Styling
internal import Foundation

/// Where a bundle goes and how much is said of it.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help:
            "The bundle's folder. Without it: output/ and the study file's name, or its folder's name where the file is called study.yaml.",
        completion: .directory)
    var folder: String?

    @Option(
        help:
            "Another style than the study's: a journal's name or a preset file. Its own rules hold; the study's 'numbers' and 'figures' under 'manuscript' are set aside.",
        completion: .list(HouseStyle.all.map(\.name)))
    var style: String?

    @Flag(help: "Replace a folder even if files in it were not made by greenwood or were changed since.")
    var replace = false

    @Flag(name: .shortAndLong, help: "Print one line for each file made.")
    var verbose = false
}

/// The program's exit codes besides 0 and the command line's own 64.
enum Exit {
    /// The study, its data or the place of the output is at fault.
    static let fault: Int32 = 1
    /// A comparison found an important change.
    static let flipped: Int32 = 1
    /// What a comparison needs is at fault.
    static let trouble: Int32 = 2
    /// The program itself is.
    static let bug: Int32 = 70
}

/// `output/` and the study's name: the file's own, or its folder's where the file is just called `study` or `results`.
func defaultOutputFolder(forStudy path: String) -> String {
    let url = URL(filePath: path).standardizedFileURL
    let stem = url.deletingPathExtension().lastPathComponent
    let parent = url.deletingLastPathComponent().lastPathComponent
    let isGeneric = ["study", "results"].contains(stem)
    return "output/\(isGeneric && !parent.isEmpty && parent != "/" ? parent : stem)"
}

/// The folder that a file is in, as part of the path that the user gave: `.` for a bare name.
func folderName(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path relative to a folder; an absolute path stays as it is.
func join(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : "\(folder)/\(path)"
}
