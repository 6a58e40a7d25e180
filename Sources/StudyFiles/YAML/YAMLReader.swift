import Diagnostics
import Yams

/// Reads a YAML text into a ``YAMLValue``, with all its faults of form.
///
/// Anchors and aliases are allowed for values. A text whose aliases expand to more than ``valueLimit`` values is
/// refused before it exhausts the machine.
struct YAMLReader {
    static let valueLimit = 100_000
    static let depthLimit = 40
    /// How many repeated keys are found before the search is given up.
    static let duplicateLimit = 40

    let source: SourceText
    private let report: (Diagnostic) -> Void
    /// The names of keys that were masked in the text, by the offset of their mark.
    var maskedKeys: [Int: String] = [:]
    private var valueCount = 0

    /// Ends the reading with a message.
    struct Refusal: Error {
        var message: Diagnostic
    }

    private init(_ source: SourceText, report: @escaping (Diagnostic) -> Void) {
        self.source = source
        self.report = report
    }

    /// The text's one document; nil, with messages, where it cannot be read, and nothing for an empty one.
    static func read(_ source: SourceText, report: @escaping (Diagnostic) -> Void) -> YAMLValue? {
        var reader = YAMLReader(source, report: report)
        return reader.read()
    }

    private mutating func read() -> YAMLValue? {
        guard hasOnlyAllowedCharacters() else { return nil }
        do {
            guard let node = try compose() else {
                return YAMLValue(content: .nothing, location: source.location(of: 0..<1))
            }
            return try convert(node, depth: 1)
        } catch let error as YamlError {
            report(source.message(for: error))
        } catch let refusal as Refusal {
            report(refusal.message)
        } catch {
            report(Diagnostic(.yamlSyntax, at: source.location(of: 0..<1), "the text can't be read as YAML"))
        }
        return nil
    }

    private func hasOnlyAllowedCharacters() -> Bool {
        let refused = source.scalars.indices.filter { !source.scalars[$0].isAllowedInYAML }
        for offset in refused {
            let code = String(source.scalars[offset].value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
            report(
                Diagnostic(
                    .yamlSyntax, at: source.location(of: offset..<offset + 1),
                    "control character U+\(padded) can't stand in a study file", help: ["delete it"]))
        }
        return refused.isEmpty
    }
}

extension YAMLReader {
    private mutating func convert(_ node: Node, depth: Int) throws -> YAMLValue {
        let start = offset(of: node.mark, skippingProperties: true)
        valueCount += 1
        guard valueCount <= Self.valueLimit else {
            throw Refusal(
                message: Diagnostic(
                    .yamlSyntax, at: source.location(of: start),
                    "a study file holds at most \(Self.valueLimit) values, with its aliases written out",
                    help: ["use fewer aliases ('*name')"]))
        }
        guard depth <= Self.depthLimit else {
            throw Refusal(
                message: Diagnostic(
                    .yamlSyntax, at: source.location(of: start),
                    "lists and mappings nest at most \(Self.depthLimit) deep"))
        }
        checkTag(of: node)
        switch node {
        case .scalar(let scalar): return convert(scalar, at: start.lowerBound)
        case .sequence(let sequence):
            let values = try sequence.map { try convert($0, depth: depth + 1) }
            return YAMLValue(
                content: .list(values), location: source.location(of: source.collectionSpan(from: start.lowerBound)))
        case .mapping(let mapping):
            let entries = try convert(mapping, depth: depth)
            let isFlow = source[start.lowerBound] == "{"
            let span = source.location(of: source.collectionSpan(from: start.lowerBound))
            return YAMLValue(
                content: .mapping(entries), location: isFlow ? span : entries.first?.key.location ?? span)
        case .alias:
            return YAMLValue(content: .nothing, location: source.location(of: start))
        }
    }

    private func convert(_ scalar: Node.Scalar, at start: Int) -> YAMLValue {
        let text = restored(scalar)
        let places = ScalarPlaces(of: text, from: start, in: source)
        let isNothing = text.isEmpty && scalar.style == .plain
        return YAMLValue(
            content: isNothing ? .nothing : .text(text),
            location: source.location(of: isNothing ? start..<start + 1 : places.span),
            offsets: places.offsets)
    }

    private mutating func convert(_ mapping: Node.Mapping, depth: Int) throws -> [YAMLValue.Entry] {
        var entries: [YAMLValue.Entry] = []
        var first: [String: SourceLocation] = [:]
        for (keyNode, valueNode) in mapping {
            let key = try convert(keyNode, depth: depth + 1)
            let value = try convert(valueNode, depth: depth + 1)
            guard let name = key.text else {
                report(
                    Diagnostic(.yamlSyntax, at: key.location, "expected a word as the key, found \(key.words)"))
                continue
            }
            if let place = first[name] {
                var message = repeated(name, at: key.location)
                message.notes = [.init("first given here", at: place)]
                report(message)
                continue
            }
            first[name] = key.location
            entries.append(.init(key: Located(name, at: key.location), value: value))
        }
        return entries
    }

    /// The scalar's value without the mask that ``compose()`` may have put on it.
    private func restored(_ scalar: Node.Scalar) -> String {
        guard !maskedKeys.isEmpty, let mark = scalar.mark else { return scalar.string }
        return maskedKeys[source.offset(yamlLine: mark.line, column: mark.column)] ?? scalar.string
    }

    /// Tags of YAML itself change nothing here; any other would be ignored silently, so it is refused.
    private func checkTag(of node: Node) {
        let tag =
            switch node {
            case .scalar(let scalar): scalar.tag.rawValue
            case .sequence(let sequence): sequence.tag.rawValue
            case .mapping(let mapping): mapping.tag.rawValue
            case .alias: ""
            }
        if tag.isEmpty || tag == "!" || tag.hasPrefix("tag:yaml.org,2002:") { return }
        report(
            Diagnostic(
                .yamlSyntax, at: source.location(of: offset(of: node.mark, skippingProperties: false)),
                "tag '\(tag)' has no meaning in a study file", help: ["delete it, or put the text in quotes"]))
    }

    /// The span of one character at a mark, or after the anchor and tag that stand there.
    func offset(of mark: Mark?, skippingProperties: Bool) -> Range<Int> {
        var start = mark.map { source.offset(yamlLine: $0.line, column: $0.column) } ?? 0
        if skippingProperties { start = source.skippingProperties(from: start) }
        return start..<start + 1
    }
}
