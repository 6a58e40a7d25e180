public import Diagnostics
internal import Foundation

/// Runs the cases of every reference file in a folder and the folders in it.
///
/// - Parameters:
///   - folder: The folder.
///   - sink: Where faults of the files go.
/// - Returns: What came of the cases that could be read.
public func validateFolder(_ folder: String, reporting sink: DiagnosticSink) -> ValidationReport {
    let files = referenceFiles(in: folder)
    if files.isEmpty {
        sink.emit(
            Diagnostic(
                .noReferences, at: nil, "folder '\(folder)' holds no reference file",
                help: [
                    "give a folder with JSON files of reference cases, or no folder for the set that the program carries"
                ]))
    }
    return validateReferences(files, source: "Folder '\(folder)'", reporting: sink) { path throws(DataFileFault) in
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw DataFileFault(reason: FileManager.default.fileExists(atPath: path) ? "access failed" : "no such file")
        }
    }
}

/// Runs the cases of some files, in their order.
func validateReferences(
    _ paths: [String], source: String, reporting sink: DiagnosticSink,
    reading read: (String) throws(DataFileFault) -> [UInt8]
) -> ValidationReport {
    var report = ValidationReport(source: source)
    for path in paths {
        let bytes: [UInt8]
        do throws(DataFileFault) {
            bytes = try read(path)
        } catch {
            sink.emit(
                Diagnostic(
                    .unreadableFile, at: nil, "file '\(path)' can't be read: \(error.reason)",
                    help: ["check the spelling; paths begin in the folder where the command is run"]))
            continue
        }
        let file = ReferenceFile.read(
            bytes, path: path, data: { firstData(named: $0, besides: path, reading: read) }, reporting: sink)
        if let file { report.add(file) }
    }
    return report
}

/// The data file: beside the reference file, by the path that it gives, or in a folder `Data` beside its folder or in it.
private func firstData(
    named name: String, besides path: String, reading read: (String) throws(DataFileFault) -> [UInt8]
) -> Result<[UInt8], DataFileFault> {
    let folder = folders(of: path).dropLast()
    let plain = folders(of: name).last ?? name
    let places = [folders(of: name), ["Data", plain], ["..", "Data", plain], [plain]]
    var fault = DataFileFault(reason: "no such file")
    for (index, place) in places.enumerated() {
        let isAbsolute = index == 0 && name.hasPrefix("/")
        do throws(DataFileFault) {
            return .success(
                try read(joined(isAbsolute ? [] : Array(folder), place, isAbsolute: isAbsolute, path: path)))
        } catch {
            if index == 0 { fault = error }
        }
    }
    return .failure(fault)
}

private func folders(of path: String) -> [String] {
    path.split(separator: "/").map(String.init)
}

/// A path without `..` where that can be: the built-in set has no folders to go up from.
private func joined(_ folder: [String], _ place: [String], isAbsolute: Bool, path: String) -> String {
    var parts = folder
    for part in place {
        if part == "..", let last = parts.last, last != "..", last != "." {
            parts.removeLast()
        } else {
            parts.append(part)
        }
    }
    return (isAbsolute || path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
}

/// The JSON files of a folder and the folders in it, sorted by path.
private func referenceFiles(in folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let base = folder.hasSuffix("/") ? folder : "\(folder)/"
    return found.filter { path in
        path.hasSuffix(".json") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted().map { base + $0 }
}
