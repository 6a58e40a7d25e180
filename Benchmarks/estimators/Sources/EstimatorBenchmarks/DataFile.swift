import Foundation

/// The columns of a file that `data.R` wrote, read one after the other.
struct DataFile {
    private let handle: FileHandle
    let rows: Int
    private(set) var columnsLeft: Int

    init(_ path: String) throws {
        handle = try FileHandle(forReadingFrom: URL(filePath: path))
        let size = try Self.numbers(2, from: handle)
        (rows, columnsLeft) = (Int(size[0]), Int(size[1]))
    }

    mutating func column() throws -> [Double] {
        columnsLeft -= 1
        return try Self.numbers(rows, from: handle)
    }

    /// The columns that have not been read.
    mutating func otherColumns() throws -> [[Double]] {
        try (0..<columnsLeft).map { _ in try column() }
    }

    private static func numbers(_ count: Int, from handle: FileHandle) throws -> [Double] {
        try [Double](unsafeUninitializedCapacity: count) { buffer, filled in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var offset = 0
            while offset < bytes.count {
                let got = read(handle.fileDescriptor, bytes.baseAddress! + offset, bytes.count - offset)
                guard got > 0 else { throw CocoaError(.fileReadCorruptFile) }
                offset += got
            }
            filled = count
        }
    }
}
