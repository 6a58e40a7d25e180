internal import CHandbook

/// The pages of the documentation that the program carries.
enum Handbook {
    /// The paths of the pages inside `Greenwood.docc`, sorted.
    static var paths: [String] { (0..<CPageFileCount()).map { String(cString: CPageFileAt($0).pointee.path) } }

    /// The text of a page; nil for a path that is not among them.
    static func page(_ path: String) -> String? {
        guard let index = paths.firstIndex(of: path) else { return nil }
        let file = CPageFileAt(index).pointee
        return String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    }
}
