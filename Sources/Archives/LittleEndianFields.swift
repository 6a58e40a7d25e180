/// Numbers in bytes, the lowest byte first; nil wherever a place is not inside the bytes.
struct LittleEndianFields {
    private let content: [UInt8]

    init(_ bytes: [UInt8]) { content = bytes }

    func uint16(at place: Int) -> Int? { number(2, at: place).map { Int($0) } }

    func uint32(at place: Int) -> UInt32? { number(4, at: place).map { UInt32($0) } }

    /// A number of eight bytes; nil also where it is beyond what a size or a place can be.
    func uint64(at place: Int) -> Int? { number(8, at: place).flatMap { Int(exactly: $0) } }

    func bytes(_ count: Int, at place: Int) -> ArraySlice<UInt8>? {
        end(of: count, from: place).map { content[place..<$0] }
    }

    /// Where so many bytes from a place end, if they are all there.
    func end(of count: Int, from place: Int) -> Int? {
        guard place >= 0, count >= 0, place <= content.count, count <= content.count - place else { return nil }
        return place + count
    }

    private func number(_ count: Int, at place: Int) -> UInt64? {
        bytes(count, at: place)?.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
