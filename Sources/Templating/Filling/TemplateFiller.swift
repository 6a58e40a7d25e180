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
    /// Where a condition was open, once each.
    private var reported: Set<SourceLocation> = []

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
            case .choice(let branches): choose(among: branches, scope)
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

    /// Whether a condition holds; it is open where it depends on a result that is withheld.
    private enum Answer {
        case yes, no
        case open(NameUse, TemplateContext)
    }

    /// Takes the first branch that holds. Where that is open, either wording would tell of what is withheld or be untrue:
    /// its mark is printed instead.
    private mutating func choose(among branches: [Branch], _ scope: Scope) {
        for branch in branches {
            switch branch.condition.map({ answer($0, scope) }) ?? .yes {
            case .yes: return fill(branch.body, scope)
            case .no: continue
            case .open(let use, let place):
                let mark = place.value?.printed ?? place.withheldItems ?? ""
                append(.value(mark, name: place.name, source: place.source), at: use.location)
                if case .text(let text, let end) = branch.body.last, text.hasSuffix("\n") {
                    append(.literal("\n"), at: end)
                }
                if reported.insert(use.location).inserted { report(open: use) }
                return
            }
        }
    }

    private func report(open use: NameUse) {
        sink.emit(
            Diagnostic(
                .withheldCondition, severity: .warning, at: use.location,
                "what stands here depends on '\(use.name)', which is withheld; neither wording is printed",
                help: ["write what is said then, before the other cases: '{{if \(use.name) withheld}}…{{else if …}}'"]))
    }

    private mutating func answer(_ condition: Condition, _ scope: Scope) -> Answer {
        var result = Answer.no
        for terms in condition.alternatives {
            switch answer(all: terms, scope) {
            case .yes: return .yes
            case .no: break
            case .open(let use, let place): result = .open(use, place)
            }
        }
        return result
    }

    private mutating func answer(all terms: [Condition.Term], _ scope: Scope) -> Answer {
        var result = Answer.yes
        for term in terms {
            switch (answer(term.test, scope), term.isNegated) {
            case (.yes, false), (.no, true): break
            case (.no, false), (.yes, true): return .no
            case (.open(let use, let place), _): result = .open(use, place)
            }
        }
        return result
    }

    private mutating func answer(_ test: Condition.Test, _ scope: Scope) -> Answer {
        switch test {
        case .flag(let use):
            guard let place = find(use, scope) else { return .no }
            if place.value?.isWithheld == true { return .open(use, place) }
            return place.value == .flag(true) ? .yes : .no
        case .exists(let use):
            guard let place = find(use, scope) else { return .no }
            if let value = place.value { return value.exists ? .yes : .no }
            if place.items?.isEmpty != false, place.withheldItems != nil { return .open(use, place) }
            return place.items?.isEmpty == false ? .yes : .no
        case .withheld(let use):
            guard let place = find(use, scope) else { return .no }
            let isOpenList = place.value == nil && place.items?.isEmpty == true && place.withheldItems != nil
            return isOpenList || place.value?.isWithheld == true ? .yes : .no
        case .comparison(let left, let comparator, let right):
            for case .name(let use) in [left, right] {
                if let place = find(use, scope), place.value?.isWithheld == true { return .open(use, place) }
            }
            let holds =
                switch (value(left, scope), value(right, scope)) {
                case (.number(let first, _), .number(let second, _)): comparator.holds(first, second)
                case (.text(let first), .text(let second)): comparator.holds(first, second)
                default: false
                }
            return holds ? .yes : .no
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
