internal import CReferenceSet
public import Diagnostics

/// The project's own reference set, which the program carries: an installation is checked with it on any machine.
public enum BuiltInReferences {
    /// The paths of the files inside `Tests/References`, sorted.
    public static var paths: [String] {
        (0..<CReferenceFileCount()).map { String(cString: CReferenceFileAt($0).pointee.path) }
    }

    /// The bytes of a file; nil for a path that is not in the set.
    public static func bytes(of path: String) -> [UInt8]? {
        guard let index = paths.firstIndex(of: path) else { return nil }
        let file = CReferenceFileAt(index).pointee
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }

    /// Runs every case of the set.
    public static func validate(reporting sink: DiagnosticSink) -> ValidationReport {
        let known = paths
        return validateReferences(
            known.filter { $0.hasSuffix(".json") }, source: "The built-in reference set", reporting: sink
        ) { path throws(DataFileFault) in
            guard let bytes = bytes(of: path) else { throw DataFileFault(reason: "it is not in the set") }
            return bytes
        }
    }
}
