import Diagnostics

/// Makes the text of a template that was checked, so that every name resolves and no loop is endless.
struct TemplateFiller {
    private let template: Template
    private let context: TemplateContext
    private let separators: ListSeparators
    private let sink: DiagnosticSink
    private var pieces: [FilledTemplate.Piece] = []
    private var bytes = 0
    private var placed: [Placement: SourceLocation] = [:]
    private var isFaulty = false

    init(template: Template, context: TemplateContext, separators: ListSeparators, sink: DiagnosticSink) {
        self.template = template
        self.context = context
        self.separators = separators
        self.sink = sink
    }

    /// The text; nil where a condition compares a result that has no value, or the text grows beyond all measure.
    mutating func filled() -> FilledTemplate? {
        fill(template.units[template.name] ?? [], Scope(context))
        return isFaulty ? nil : FilledTemplate(pieces: pieces)
    }

    private mutating func fill(_ elements: [TemplateElement], _ scope: Scope) {
        for element in elements {
            guard !isFaulty else { return }
            switch element {
            case .text(let text, let location): append(.literal(text), at: location)
            case .insertion(let use):
                guard let place = find(use, scope), let printed = place.value?.printed else { continue }
                append(.value(printed, name: place.name, source: place.source), at: use.location)
            case .choice(let branches):
                let taken = branches.first { branch in branch.condition.map { holds($0, scope) } ?? true }
                if let taken { fill(taken.body, scope) }
            case .loop(let loop): fill(loop, scope)
            case .include(let name, _): fill(template.units[name] ?? [], scope)
            case .placement(let kind, let use):
                if case .found(let found) = scope.resolve(use.name, placing: kind), let placement = found.placement {
                    place(placement, at: use.location)
                }
            }
        }
    }

    private mutating func fill(_ loop: Loop, _ scope: Scope) {
        guard let list = loop.list, let items = find(list, scope)?.items else { return }
        guard let joining = loop.joining else {
            for item in items { fill(loop.body, scope.binding(loop.variable, to: .item(item))) }
            return
        }
        let before = pieces
        var parts: [[FilledTemplate.Piece]] = []
        for item in items {
            pieces = []
            fill(loop.body, scope.binding(loop.variable, to: .item(item)))
            let part = Self.trimmed(pieces)
            if !part.isEmpty { parts.append(part) }
        }
        pieces = before
        for (index, part) in parts.enumerated() {
            let separator =
                index == parts.count - 1 ? joining.last ?? separators.last : joining.separator ?? separators.between
            if index > 0 { append(.literal(separator), at: loop.location) }
            pieces += part
        }
        if loop.endsLine, !parts.isEmpty { append(.literal("\n"), at: loop.location) }
    }

    /// Without the blanks and line ends of the template at either end.
    private static func trimmed(_ pieces: [FilledTemplate.Piece]) -> [FilledTemplate.Piece] {
        var pieces = pieces[...]
        while case .literal(let text) = pieces.first?.content {
            let rest = text.drop(while: \.isWhitespace)
            pieces[pieces.startIndex].content = .literal(String(rest))
            guard rest.isEmpty else { break }
            pieces.removeFirst()
        }
        while case .literal(let text) = pieces.last?.content {
            let rest = String(text.reversed().drop(while: \.isWhitespace).reversed())
            pieces[pieces.endIndex - 1].content = .literal(rest)
            guard rest.isEmpty else { break }
            pieces.removeLast()
        }
        return Array(pieces)
    }

    /// Gives an item its place; a second one would give it a second number.
    private mutating func place(_ placement: Placement, at location: SourceLocation) {
        if let first = placed.updateValue(location, forKey: placement) {
            isFaulty = true
            sink.emit(
                Diagnostic(
                    .templateSyntax, at: location, "\(placement.kind.rawValue) '\(placement.id)' already has a place",
                    notes: [.init("its first place is here", at: first)],
                    help: [
                        "remove one of them; refer to it by '{{\(placement.kind.rawValue).\(placement.id).reference}}'"
                    ]))
        }
        append(.placement(placement), at: location)
    }

    private mutating func append(_ content: FilledTemplate.Piece.Content, at location: SourceLocation) {
        let piece = FilledTemplate.Piece(content, at: location)
        bytes += piece.text.utf8.count
        guard bytes <= TemplateLimits.outputBytes else {
            isFaulty = true
            sink.emit(
                Diagnostic(
                    .templateSyntax, at: location, "text grows beyond \(TemplateLimits.outputBytes) bytes",
                    help: ["take out a loop or an include"]))
            return
        }
        pieces.append(piece)
    }

    // MARK: Conditions

    private mutating func holds(_ condition: Condition, _ scope: Scope) -> Bool {
        for terms in condition.alternatives {
            var allHold = true
            for term in terms where allHold { allHold = holds(term.test, scope) != term.isNegated }
            if allHold { return true }
        }
        return false
    }

    private mutating func holds(_ test: Condition.Test, _ scope: Scope) -> Bool {
        switch test {
        case .flag(let use):
            return find(use, scope)?.value == .flag(true)
        case .exists(let use):
            guard let place = find(use, scope) else { return false }
            return place.value?.exists ?? !(place.items ?? []).isEmpty
        case .comparison(let left, let comparator, let right):
            switch (value(left, scope), value(right, scope)) {
            case (.number(let first, _), .number(let second, _)): return comparator.holds(first, second)
            case (.text(let first), .text(let second)): return comparator.holds(first, second)
            default: return false
            }
        }
    }

    /// What an operand compares as. A result without a value is a fault: neither answer would be true of it.
    private mutating func value(_ operand: Condition.Operand, _ scope: Scope) -> TemplateValue? {
        switch operand {
        case .number(let number, _): return .number(number, printed: "")
        case .text(let text, _): return .text(text)
        case .name(let use):
            guard let place = find(use, scope), let value = place.value else { return nil }
            guard case .absent(let reason) = value else { return value }
            isFaulty = true
            sink.emit(
                Diagnostic(
                    .unknownResult, at: use.location, "'\(place.name)' has no value to compare: \(reason)",
                    help: ["ask first: '{{if \(use.name) exists and …}}'"]))
            return nil
        }
    }

    private func find(_ use: NameUse, _ scope: Scope) -> TemplateContext? {
        if case .found(let place) = scope.resolve(use.name) { place } else { nil }
    }
}
