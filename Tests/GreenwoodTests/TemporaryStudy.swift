import Foundation
import TestSupport

/// A copy of the liver-cancer study in a folder of its own, removed with the value.
final class TemporaryStudy {
    let root: URL

    var studyFile: String { root.appending(path: "studies/hcc/study.yaml").path }
    var patientsFile: URL { root.appending(path: "studies/hcc/data/patients.csv") }
    var output: String { root.appending(path: "output").path }

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "greenwood-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: root.appending(path: "studies"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: "\(repositoryRoot)/studies/hcc", toPath: root.appending(path: "studies/hcc").path)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// The files under a folder by path, with their bytes.
    func files(in folder: String) throws -> [String: Data] {
        var result: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            result[name] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        }
        return result
    }

    /// Replaces text in the study file.
    func edit(_ old: String, _ new: String) throws {
        let text = try String(contentsOf: URL(filePath: studyFile), encoding: .utf8)
        precondition(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: studyFile))
    }
}
