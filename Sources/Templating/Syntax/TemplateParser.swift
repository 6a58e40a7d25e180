import Diagnostics

/// Builds the tree of one template file, reporting every fault of its form.
struct TemplateParser {
    /// A file that the template includes, and where it says so.
    struct Inclusion: Equatable {
        var name: String
        var location: SourceLocation
    }

    /// A block that has begun and waits for its `{{end}}`.
    private struct OpenBlock {
        enum Content {
            case file
            case choice([Branch], hasElse: Bool)
            case loop(Loop)
        }

        var content: Content
        var location: SourceLocation
        var keyword: Keyword?
        /// The elements of the branch or body at hand.
        var body: [TemplateElement] = []
        /// A block that is nested too deep, or whose variable is unknown, is read for its end only.
        var isDropped = false
    }

    private(set) var inclusions: [Inclusion] = []
    private var stack: [OpenBlock]
    private let sink: DiagnosticSink

    /// The elements of a source and the files that it includes.
    static func parse(
        _ source: TemplateSource, reporting sink: DiagnosticSink
    ) -> (elements: [TemplateElement], inclusions: [Inclusion]) {
        var parser = TemplateParser(source, sink)
        for token in TemplateLexer.tokens(of: source, reporting: sink) { parser.take(token) }
        return (parser.finish(), parser.inclusions)
    }

    private init(_ source: TemplateSource, _ sink: DiagnosticSink) {
        let start = SourceLocation(file: source.file, line: 1, column: 1)
        stack = [OpenBlock(content: .file, location: start)]
        self.sink = sink
    }

    private mutating func take(_ token: TemplateToken) {
        switch token.content {
        case .text(let text): append(.text(text, token.location))
        case .comment: break
        case .tag(let words): takeTag(words, at: token.location, alone: token.standsAlone)
        case .faultyTag(let words): takeFaultyTag(words, at: token.location)
        }
    }

    private mutating func takeTag(
        _ words: [TemplateToken.Word], at location: SourceLocation, alone isAlone: Bool
    ) {
        guard let first = words.first else { return }
        let rest = Array(words.dropFirst())
        var reader = TagReader(words: rest, keyword: first, location: location, sink: sink)
        switch Keyword(rawValue: first.text) {
        case .if: open(.choice([Branch(condition: reader.condition())], hasElse: false), .if, at: location)
        case .else: startBranch(rest, reader, at: location)
        case .end:
            if let word = rest.first { report(word.location, "'end' stands alone", help: "write '{{end}}'") }
            close(at: location, alone: isAlone)
        case .for:
            let loop = reader.loop()
            open(.loop(loop), .for, at: location, isDropped: loop.variable.isEmpty)
        case .include:
            guard let name = reader.fileName() else { return }
            inclusions.append(Inclusion(name: name, location: location))
            append(.include(name, location))
        case .table: if let use = reader.placedName() { append(.placement(.table, use)) }
        case .figure: if let use = reader.placedName() { append(.placement(.figure, use)) }
        case nil: if let use = reader.insertedName() { append(.insertion(use)) }
        }
    }

    /// Keeps the blocks in order although the tag is at fault, so that its `{{end}}` isn't reported as well.
    private mutating func takeFaultyTag(_ words: [TemplateToken.Word], at location: SourceLocation) {
        switch words.first.flatMap({ Keyword(rawValue: $0.text) }) {
        case .if: open(.choice([Branch(condition: Condition(alternatives: []))], hasElse: false), .if, at: location)
        case .for: open(.file, .for, at: location, isDropped: true)
        case .end: close(at: location)
        default: break
        }
    }

    private mutating func append(_ element: TemplateElement) {
        stack[stack.count - 1].body.append(element)
    }

    // MARK: Blocks

    private mutating func open(
        _ content: OpenBlock.Content, _ keyword: Keyword, at location: SourceLocation, isDropped: Bool = false
    ) {
        let isTooDeep = stack.count > TemplateLimits.blockDepth
        if stack.count == TemplateLimits.blockDepth + 1 {
            report(
                location, "blocks are nested more than \(TemplateLimits.blockDepth) deep",
                help: "move the inner part to a file of its own and include it")
        }
        stack.append(
            OpenBlock(content: content, location: location, keyword: keyword, isDropped: isDropped || isTooDeep))
    }

    private mutating func startBranch(
        _ rest: [TemplateToken.Word], _ reader: TagReader, at location: SourceLocation
    ) {
        guard case .choice(var branches, let hasElse) = stack[stack.count - 1].content else {
            return report(location, "'else' without 'if' before it", help: "remove it, or begin with '{{if …}}'")
        }
        if hasElse { report(location, "'else' after the last 'else'", help: "only 'else if' may be repeated") }
        var condition: Condition?
        if let word = rest.first {
            if word.text == "if" {
                var conditionReader = reader
                conditionReader.skipIf()
                condition = conditionReader.condition()
            } else {
                report(word.location, "'else' is followed by 'if' or nothing", help: "write '{{else if …}}'")
            }
        }
        branches[branches.count - 1].body = stack[stack.count - 1].body
        branches.append(Branch(condition: condition))
        stack[stack.count - 1].body = []
        stack[stack.count - 1].content = .choice(branches, hasElse: hasElse || rest.isEmpty)
    }

    private mutating func close(at location: SourceLocation, alone isAlone: Bool = false) {
        guard stack.count > 1, let block = stack.popLast() else {
            return report(location, "'end' without 'if' or 'for' before it", help: "remove it")
        }
        guard !block.isDropped else { return }
        switch block.content {
        case .file: break
        case .choice(var branches, _):
            branches[branches.count - 1].body = block.body
            append(.choice(branches))
        case .loop(var loop):
            loop.body = block.body
            loop.endsLine = isAlone
            append(.loop(loop))
        }
    }

    private mutating func finish() -> [TemplateElement] {
        while stack.count > 1 {
            let block = stack[stack.count - 1]
            let keyword = block.keyword?.rawValue ?? ""
            report(block.location, "'\(keyword)' isn't closed", help: "write '{{end}}' where it ends")
            close(at: block.location)
        }
        return stack[0].body
    }

    private func report(_ location: SourceLocation, _ summary: String, help: String) {
        sink.emit(Diagnostic(.templateSyntax, at: location, summary, help: [help]))
    }
}
