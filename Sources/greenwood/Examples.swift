internal import CHandbook

/// The complete studies that the program carries.
enum Examples {
    /// The files of one of them: paths inside its folder, with their bytes.
    static func files(of name: String) -> [(path: String, bytes: [UInt8])] {
        (0..<CExampleFileCount()).compactMap { index in
            let file = CExampleFileAt(index).pointee
            let path = String(cString: file.path)
            guard path.hasPrefix("\(name)/") else { return nil }
            return (
                String(path.dropFirst(name.count + 1)),
                Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
            )
        }
    }
}
