internal import CXML

/// An element of an HTML page or an XML file, or a piece of text in one.
final class MarkupNode {
    /// The element's name, with its prefix (`w:p`); empty for text.
    let name: String
    let attributes: [String: String]
    let line: Int
    /// The words of a piece of text.
    let text: String
    fileprivate(set) var children: [MarkupNode] = []

    fileprivate init(name: String = "", attributes: [String: String] = [:], line: Int, text: String = "") {
        self.name = name
        self.attributes = attributes
        self.line = line
        self.text = text
    }

    var isText: Bool { name.isEmpty }

    /// Reads a file; nil where it is not well formed (HTML nearly always is taken as it is).
    static func read(_ bytes: [UInt8], isHTML: Bool) -> MarkupNode? {
        guard bytes.count < Int(Int32.max) else { return nil }
        let builder = Builder()
        let done = bytes.withUnsafeBytes { buffer in
            var events = greenwood_markup_events(
                context: Unmanaged.passUnretained(builder).toOpaque(),
                start: { Builder.at($0).start($1, $2, $3) }, end: { Builder.at($0).end() },
                text: { Builder.at($0).text($1, $2) })
            return greenwood_read_markup(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), isHTML ? 1 : 0, &events)
        }
        return done == 1 ? builder.root : nil
    }

    /// All elements of a name, at any depth, in order.
    func elements(named wanted: String) -> [MarkupNode] {
        children.flatMap { $0.name == wanted ? [$0] : $0.elements(named: wanted) }
    }

    /// The first child element of a name.
    func child(_ wanted: String) -> MarkupNode? { children.first { $0.name == wanted } }

    private final class Builder {
        var root: MarkupNode?
        private var open: [MarkupNode] = []

        static func at(_ context: UnsafeMutableRawPointer?) -> Builder {
            guard let context else { preconditionFailure("libxml2 hands on the context that it was given") }
            return Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue()
        }

        func start(
            _ name: UnsafePointer<CChar>?, _ list: UnsafePointer<UnsafePointer<CChar>?>?, _ line: Int
        ) {
            var attributes: [String: String] = [:]
            var index = 0
            while let list, let key = list[index], let value = list[index + 1] {
                attributes[String(cString: key)] = String(cString: value)
                index += 2
            }
            let node = MarkupNode(name: name.map { String(cString: $0) } ?? "?", attributes: attributes, line: line)
            open.last?.children.append(node)
            if root == nil { root = node }
            open.append(node)
        }

        func end() { open.removeLast() }

        func text(_ text: UnsafePointer<CChar>?, _ line: Int) {
            guard let text else { return }
            open.last?.children.append(MarkupNode(line: line, text: String(cString: text)))
        }
    }
}
