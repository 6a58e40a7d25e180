/// Writes values as JSON as they are encoded, each at the end of the text; an object's members are put in order when it ends.
///
/// A value that is being written is open, as are those that hold it; its depth says how many these are. What begins at a
/// depth ends what is still open below it.
final class JSONWriter {
    // Every value goes through these many times, and nothing else ever sees them while they change: to check that at run
    // time would take as long as the writing.

    /// What is written so far.
    @exclusivity(unchecked) private(set) var text: [UInt8] = []
    @exclusivity(unchecked) private var open: [OpenValue] = []
    /// The members of all open objects, those of the innermost at the end.
    @exclusivity(unchecked) private var members: [Member] = []
    /// Room for members that are put in order.
    @exclusivity(unchecked) private var sorted: [UInt8] = []

    private struct OpenValue {
        var kind = Kind.unknown
        /// Where its text begins.
        var start = 0
        /// How many members or elements it has.
        var count = 0
        /// The first of an object's members.
        var firstMember = 0
    }

    private enum Kind {
        case unknown, plain, object
        /// A list that holds only plain values so far, all on one line.
        case line
        case list
    }

    private struct Member {
        var key: String
        /// Where its text begins, with the line before it; it ends where the next begins.
        var start: Int
    }

    /// Writes a value: the whole text, what follows a key, or an element of a list.
    func write<Value: Encodable>(_ value: Value) throws {
        let depth = begin()
        if try !writeList(value, at: depth) { try value.encode(to: JSONValueEncoder(writer: self, depth: depth)) }
        end(downTo: depth)
    }

    /// Ends the text as a file ends.
    func endText() { text.append(UInt8(ascii: "\n")) }

    /// Writes a list of numbers or texts, of which results mostly consist, without an encoder for each; false where the value
    /// is none.
    private func writeList<Value>(_ value: Value, at depth: Int) throws -> Bool {
        // Comparing types takes no time, unlike casting every value to them.
        if Value.self == [Double].self, let numbers = value as? [Double] {
            try write(numbers, at: depth) { try append($0) }
        } else if Value.self == [Double?].self, let numbers = value as? [Double?] {
            try write(numbers, at: depth) { if let number = $0 { try append(number) } else { appendNull() } }
        } else if Value.self == [Int].self, let numbers = value as? [Int] {
            write(numbers, at: depth) { append($0) }
        } else if Value.self == [String].self, let strings = value as? [String] {
            write(strings, at: depth) { append($0) }
        } else {
            return false
        }
        return true
    }

    private func write<Element>(
        _ list: [Element], at depth: Int, _ append: (Element) throws -> Void
    ) rethrows {
        beginList(at: depth)
        for element in list {
            beginElement(of: depth)
            try append(element)
        }
    }

    // MARK: Beginning and ending

    /// Opens a value inside the innermost that is open, and gives its depth.
    func begin() -> Int {
        open.append(OpenValue())
        return open.count - 1
    }

    /// Ends the values that are open at a depth and below.
    func end(downTo depth: Int) {
        while open.count > depth { endInnermost() }
    }

    func beginPlain(at depth: Int) {
        end(downTo: depth + 1)
        beginInList(at: depth, isPlain: true)
        open[depth].kind = .plain
    }

    func beginObject(at depth: Int) {
        end(downTo: depth + 1)
        guard open[depth].kind == .unknown else { return }
        beginInList(at: depth, isPlain: false)
        open[depth].kind = .object
        open[depth].start = text.count
        open[depth].firstMember = members.count
        text.append(UInt8(ascii: "{"))
    }

    func beginList(at depth: Int) {
        end(downTo: depth + 1)
        guard open[depth].kind == .unknown else { return }
        beginInList(at: depth, isPlain: false)
        open[depth].kind = .line
        open[depth].start = text.count
        text.append(UInt8(ascii: "["))
    }

    /// Begins a member of the object at a depth; its value follows.
    func beginMember(_ key: String, of depth: Int) {
        end(downTo: depth + 1)
        if open[depth].count > 0 { text.append(UInt8(ascii: ",")) }
        open[depth].count += 1
        members.append(Member(key: key, start: text.count))
        beginLine(depth + 1)
        append(key)
        text += " : ".utf8
    }

    /// Begins a plain element of the list at a depth; its text follows.
    func beginElement(of depth: Int) {
        end(downTo: depth + 1)
        beginElement(of: depth, isPlain: true)
    }

    /// How many elements the list at a depth has.
    func count(at depth: Int) -> Int { open[depth].count }

    /// Begins a value as an element, where a list holds it.
    private func beginInList(at depth: Int, isPlain: Bool) {
        guard depth > 0, open[depth - 1].kind == .line || open[depth - 1].kind == .list else { return }
        beginElement(of: depth - 1, isPlain: isPlain)
    }

    private func beginElement(of depth: Int, isPlain: Bool) {
        let list = open[depth]
        open[depth].count += 1
        if isPlain, list.kind == .line {
            if list.count > 0 { text += ", ".utf8 }
            return
        }
        if list.kind == .line {
            // The plain elements so far stay together on a line of their own.
            open[depth].kind = .list
            if list.count > 0 {
                let line = [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: 2 * (depth + 1))
                text.insert(contentsOf: line, at: list.start + 1)
            }
        }
        if list.count > 0 { text.append(UInt8(ascii: ",")) }
        beginLine(depth + 1)
    }

    private func endInnermost() {
        let depth = open.count - 1
        // A value that writes nothing is an empty object, as Foundation has it.
        if open[depth].kind == .unknown { beginObject(at: depth) }
        switch open[depth].kind {
        case .unknown, .plain: break
        case .line: text.append(UInt8(ascii: "]"))
        case .list:
            beginLine(depth)
            text.append(UInt8(ascii: "]"))
        case .object:
            if open[depth].count == 0 { text.append(UInt8(ascii: "\n")) }
            sortMembers(from: open[depth].firstMember)
            beginLine(depth)
            text.append(UInt8(ascii: "}"))
        }
        open.removeLast()
    }

    /// Puts an object's members, which are the last, in the order of their keys, and forgets them.
    private func sortMembers(from first: Int) {
        let own = first..<members.count
        defer { members.removeSubrange(own) }
        guard own.dropFirst().contains(where: { members[$0].key < members[$0 - 1].key }) else { return }
        // Each member but the last ends with a comma.
        text.append(UInt8(ascii: ","))
        let start = members[first].start
        sorted.removeAll(keepingCapacity: true)
        for index in own.sorted(by: { members[$0].key < members[$1].key }) {
            let end = index + 1 < own.upperBound ? members[index + 1].start : text.count
            sorted += text[members[index].start..<end]
        }
        sorted.removeLast()
        text.removeLast()
        text.replaceSubrange(start..., with: sorted)
    }

    private func beginLine(_ indent: Int) {
        text.append(UInt8(ascii: "\n"))
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    // MARK: Plain values

    func appendNull() { text += "null".utf8 }
    func append(_ truth: Bool) { text += (truth ? "true" : "false").utf8 }
    func append(_ string: String) { JSONText.append(string, to: &text) }
    func append(_ number: Double) throws { try JSONText.append(number, to: &text) }
    func append(_ number: some BinaryInteger) { JSONText.append(number, to: &text) }
}
