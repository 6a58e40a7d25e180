import Foundation
import ReaderEntrances

/// The reader that is fuzzed: GREENWOOD_READER.
private let entrance: ReaderEntrance = {
    let name = ProcessInfo.processInfo.environment["GREENWOOD_READER"] ?? ""
    guard let entrance = ReaderEntrance(rawValue: name) else {
        fatalError("GREENWOOD_READER is none of \(ReaderEntrance.allCases.map(\.rawValue))")
    }
    return entrance
}()

/// What the fuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    entrance.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
