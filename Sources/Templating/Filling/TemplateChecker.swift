import Diagnostics

/// Resolves every name of a template, also in branches that aren't taken, before anything is written.
///
/// The body of a loop is checked for each item, or for the shape of one where the list is empty.
struct TemplateChecker {
    private let template: Template
    private let context: TemplateContext
    private let sink: DiagnosticSink
    private var reported: Set<SourceLocation> = []
    private var steps = 0
    /// The files around the part at hand; one that never ends was reported by the reader and is not followed.
    private var files: [String] = []

    init(template: Template, context: TemplateContext, sink: DiagnosticSink) {
        self.template = template
        self.context = context
        self.sink = sink
    }

    /// Whether all is in order.
    mutating func passes() -> Bool {
        checkFile(template.name, Scope(context))
        if steps > TemplateLimits.steps, let file = template.sources.first?.file {
            report(
                .templateSyntax, SourceLocation(file: file, line: 1, column: 1),
                "template repeats more than \(TemplateLimits.steps) parts", help: ["take out a loop or an include"])
        }
        return reported.isEmpty
    }

    private mutating func checkFile(_ name: String, _ scope: Scope) {
        guard !files.contains(name), files.count <= TemplateLimits.includeDepth, let elements = template.units[name]
        else { return }
        files.append(name)
        check(elements, scope)
        files.removeLast()
    }

    private mutating func check(_ elements: [TemplateElement], _ scope: Scope) {
        for element in elements {
            steps += 1
            guard steps <= TemplateLimits.steps else { return }
            switch element {
            case .text: break
            case .insertion(let use): checkInsertion(use, scope)
            case .choice(let branches):
                for branch in branches {
                    if let condition = branch.condition { check(condition, scope) }
                    check(branch.body, scope)
                }
            case .loop(let loop): check(loop, scope)
            case .include(let name, _): checkFile(name, scope)
            case .placement(let kind, let use): checkPlacement(kind, use, scope)
            }
        }
    }

    private mutating func checkInsertion(_ use: NameUse, _ scope: Scope) {
        guard let place = find(use, scope), place.value?.printed == nil else { return }
        if place.value == nil {
            reportUnfit(use, "isn't a single result", place)
        } else {
            report(
                .templateSyntax, use.location, "'\(use.name)' is a condition and can't be printed",
                help: ["use it in '{{if \(use.name)}}'"])
        }
    }

    private mutating func check(_ loop: Loop, _ scope: Scope) {
        var exemplars: [TemplateContext] = []
        if let list = loop.list, let place = find(list, scope) {
            if place.items == nil { reportUnfit(list, "isn't a list", place) }
            exemplars = place.exemplars
        }
        for exemplar in exemplars { check(loop.body, scope.binding(loop.variable, to: .item(exemplar))) }
        if exemplars.isEmpty { check(loop.body, scope.binding(loop.variable, to: .anything)) }
    }

    private mutating func checkPlacement(_ kind: Placement.Kind, _ use: NameUse, _ scope: Scope) {
        switch scope.resolve(use.name, placing: kind) {
        case .unsure: break
        case .found(let place) where place.placement?.kind == kind: break
        case .found, .missing:
            let names = (context[kind.rawValue]?.segments ?? []).filter {
                context[kind.rawValue]?[$0]?.placement?.kind == kind
            }
            let help = NearestName.help(for: "\(use.name)", among: names, kind: "\(kind.rawValue)s")
            report(
                .unknownResult, use.location, "\(kind.rawValue) '\(use.name)' doesn't exist",
                help: [help ?? "the study has no \(kind.rawValue)s"])
        }
    }

    // MARK: Conditions

    private mutating func check(_ condition: Condition, _ scope: Scope) {
        for term in condition.alternatives.joined() {
            switch term.test {
            case .flag(let use):
                guard let place = find(use, scope) else { continue }
                switch place.value {
                case .flag: break
                case nil: reportUnfit(use, "isn't a single result", place)
                case .text, .number, .absent, .withheld:
                    report(
                        .templateSyntax, use.location, "'\(use.name)' alone is no condition",
                        help: ["compare it, or ask whether it has a value: '{{if \(use.name) exists}}'"])
                }
            case .exists(let use), .withheld(let use):
                guard let place = find(use, scope) else { continue }
                if place.value == nil, place.items == nil { reportUnfit(use, "isn't a single result", place) }
            case .comparison(let left, let comparator, let right):
                check(left, comparator, right, scope)
            }
        }
    }

    private mutating func check(
        _ left: Condition.Operand, _ comparator: Condition.Comparator, _ right: Condition.Operand, _ scope: Scope
    ) {
        let values = [left, right].map { operand -> (location: SourceLocation, value: TemplateValue?) in
            switch operand {
            case .number(let number, let location): (location, .number(number, printed: ""))
            case .text(let text, let location): (location, .text(text))
            case .name(let use): (use.location, value(use, scope))
            }
        }
        guard let first = values[0].value, let second = values[1].value else { return }
        let areTold = [first, second].allSatisfy { $0.exists && !$0.isWithheld }
        if areTold, first.kind != second.kind {
            report(
                .templateSyntax, values[1].location, "\(first.kind) can't be compared with \(second.kind)",
                help: ["a text is written in double quotes, a number without"])
        }
        for (location, value) in [(values[0].location, first), (values[1].location, second)] {
            switch value {
            case .flag:
                report(
                    .templateSyntax, location, "a condition can't be compared",
                    help: ["write it alone, or with 'not' before it"])
            case .text where comparator.isOrder:
                report(
                    .templateSyntax, location, "text can't be compared with '\(comparator.rawValue)'",
                    help: ["only '==' and '!=' compare text"])
            case .text, .number, .absent, .withheld: break
            }
        }
    }

    private mutating func value(_ use: NameUse, _ scope: Scope) -> TemplateValue? {
        guard let place = find(use, scope) else { return nil }
        if place.value == nil { reportUnfit(use, "isn't a single result", place) }
        return place.value
    }

    // MARK: Names

    /// The place that a name leads to; a name that leads nowhere is reported.
    private mutating func find(_ use: NameUse, _ scope: Scope) -> TemplateContext? {
        switch scope.resolve(use.name) {
        case .found(let place): return place
        case .unsure: return nil
        case .missing(let deepest, let matched):
            // Messages beyond the sink's limit are only counted, so that their help needn't be worked out.
            guard !reported.contains(use.location) else { return nil }
            let explanation =
                reported.count < DiagnosticSink.limitPerFile
                ? UnknownName(use.name, in: scope, deepest: deepest, matched: matched) : nil
            report(
                .unknownResult, use.location, "result '\(use.name)' doesn't exist", notes: explanation?.notes ?? [],
                help: explanation?.help ?? [])
            return nil
        }
    }

    private mutating func reportUnfit(_ use: NameUse, _ fault: String, _ place: TemplateContext) {
        let inside = UnknownName.list(place.segments)
        report(
            .unknownResult, use.location, "'\(use.name)' \(fault)",
            notes: inside.isEmpty ? [] : ["'\(use.name)' has \(inside)"],
            help: place.items == nil ? [] : ["go through it with '{{for ITEM in \(use.name)}}'"])
    }

    private mutating func report(
        _ id: DiagnosticID, _ location: SourceLocation, _ summary: String, notes: [String] = [], help: [String]
    ) {
        guard reported.insert(location).inserted else { return }
        sink.emit(Diagnostic(id, at: location, summary, notes: notes.map { .init($0) }, help: help))
    }
}
