@testable import Documents

/// An XML file as a tree, for checks of its structure.
struct XMLTree {
    var name: String
    var attributes: [String: String]
    var children: [XMLTree] = []
    var text = ""

    /// Reads a file; nil where it is not well-formed.
    init?(_ source: String) {
        var scanner = MarkupScanner(source)
        var open: [XMLTree] = [XMLTree(name: "", attributes: [:])]
        while let token = scanner.next() {
            switch token {
            case .start(let name, let attributes, let isEmpty):
                let values = Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
                guard values.count == attributes.count else { return nil }
                let element = XMLTree(name: name, attributes: values)
                if isEmpty { open[open.count - 1].children.append(element) } else { open.append(element) }
            case .end(let name):
                guard open.count > 1, let element = open.popLast(), element.name == name else { return nil }
                open[open.count - 1].children.append(element)
            case .text(let text): open[open.count - 1].text += text
            }
        }
        guard scanner.isAtEnd, open.count == 1, open[0].children.count == 1 else { return nil }
        self = open[0].children[0]
    }

    private init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// This element and all inside it, in the order of the file.
    var all: [XMLTree] { [self] + children.flatMap(\.all) }

    func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

    func first(_ name: String) -> XMLTree? { children.first { $0.name == name } }

    /// The text of all runs in it.
    var plain: String { all("w:t").map(\.text).joined() }
}
