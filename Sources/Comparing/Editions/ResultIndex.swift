import Templating

/// All results of an edition, one entry for each thing that is printed together.
///
/// The names of the phrasebook are a tree; a place with a value, its limits, its p-value and its test is one result.
/// Of several names of one result the shortest stays.
struct ResultIndex {
    private(set) var results: [String: NamedResult] = [:]
    /// The names in the order of the results.
    private(set) var order: [String] = []

    init(_ root: TemplateContext) {
        var found: [NamedResult] = []
        for segment in root.segments {
            if let place = root[segment] { Self.visit(place, within: Path(), into: &found) }
        }
        // An alias has the same source; the shortest name of it stays where the first stood.
        var shortest: [String: Int] = [:]
        for (index, result) in found.enumerated() where !result.identity.isEmpty {
            let key = result.identity
            if let kept = shortest[key], found[kept].name.utf8.count <= result.name.utf8.count { continue }
            shortest[key] = index
        }
        for (index, result) in found.enumerated() {
            guard result.identity.isEmpty || shortest[result.identity] == index else { continue }
            if results.updateValue(result, forKey: result.name) == nil { order.append(result.name) }
        }
    }

    /// What belongs to a value and is printed with it.
    private static let partsOfValue: Set<String> = ["full", "lower", "upper", "interval"]
    private static let partsOfCount: Set<String> = ["n", "percent", "total"]
    private static let partsOfTest: Set<String> = [
        "p", "p-statement", "test", "statistic", "degrees-of-freedom",
    ]
    /// What repeats another result or is no result.
    private static let skipped: Set<String> = [
        "censored", "events-percent", "reference", "level", "reference-level", "group", "when", "time", "kind", "count",
        "label", "short", "title", "figure", "unit", "unit-singular", "severity", "population", "grouping",
        "definition",
    ]
    /// Words whose change is a change of the plan, printed as such.
    private static let words: Set<String> = ["caption", "definition", "longest-median", "method", "weighting"]

    /// What the places on the way to a result are called.
    private struct Path {
        var labels: [String] = []
        var subjects: [String] = []
        var isAuxiliary = false
    }

    private static func visit(_ place: TemplateContext, within outer: Path, into found: inout [NamedResult]) {
        let segment = place.name.segments.last ?? ""
        let labels = path(to: place, segment: segment, from: outer)
        var used: Set<String> = []
        if let result = combined(place, labels: labels, using: &used) { found.append(result) }
        for segment in place.segments where !used.contains(segment) {
            guard let child = place[segment] else { continue }
            if child.segments.isEmpty {
                if let result = leaf(child, segment: segment, labels: labels) { found.append(result) }
            } else {
                visit(child, within: labels, into: &found)
            }
        }
    }

    private static func path(to place: TemplateContext, segment: String, from outer: Path) -> Path {
        var path = outer
        let forms = ["title", "label", "short", "reference"].compactMap { name -> String? in
            if case .text(let text)? = place[name]?.value { text } else { nil }
        }
        if place["is-main"] != nil {
            // A comparison's name may have several parts, which its title says in words.
            path = Path()
            path.subjects = forms
        } else if place.placement != nil {
            path.subjects = forms
        }
        if let label = label(of: place, segment: segment), label != path.labels.last { path.labels.append(label) }
        if ["likelihood-ratio", "wald", "score"].contains(segment) { path.isAuxiliary = true }
        return path
    }

    /// How the study calls a place; nil where that would say nothing.
    private static func label(of place: TemplateContext, segment: String) -> String? {
        func text(_ segment: String) -> String? {
            if case .text(let text)? = place[segment]?.value, !text.isEmpty { text } else { nil }
        }
        if place.placement != nil { return text("reference") }
        if ["table", "figure", "arms", "rate", "groups"].contains(segment) { return nil }
        if let severity = text("severity") { return severity }
        if let title = text("title"), place["is-main"]?.value == .flag(false) { return title }
        if let when = place["when"]?.value?.printed { return when }
        if let label = text("short") ?? text("label") { return label }
        // A cell of a group holds the group's label.
        if let group = text("group") { return group }
        return words(of: segment)
    }

    private static func words(of segment: String) -> String {
        segment == "p" ? segment : segment.replacing("-", with: " ").replacing("_", with: " ")
    }

    /// The result that a place is, with the parts that are printed together.
    private static func combined(
        _ place: TemplateContext, labels path: Path, using used: inout Set<String>
    ) -> NamedResult? {
        let full = place["full"]?.value?.printed
        guard full != nil || place.value != nil || place["p"] != nil else { return nil }
        if case .flag? = place.value { return nil }
        var result = NamedResult(
            name: place.name.description, labels: path.labels, subjects: path.subjects, isAuxiliary: path.isAuxiliary,
            scale: .level, printed: full ?? place.value?.printed,
            sources: [], identity: place.source)
        result.value = value(of: place)
        if full != nil || place.value != nil { used.formUnion(partsOfValue) }
        if place["percent"] != nil, full != nil {
            result.value = value(of: place["n"])
            result.scale = .count
            result.identity = place["n"]?.source ?? ""
            used.formUnion(partsOfCount)
        } else if full != nil, place.value == nil {
            describe(place, &result)
        }
        if place["p"] != nil {
            result.p = value(of: place["p"])
            result.pStatement = place["p-statement"]?.value?.printed
            result.pPrinted = place["p"]?.value?.printed
            result.test = place["test"].flatMap { $0.value?.exists == true ? $0.value?.printed : nil }
            used.formUnion(partsOfTest)
            if result.identity.isEmpty { result.identity = place["p"]?.source ?? "" }
        }
        result.lower = value(of: place["lower"])?.number
        result.upper = value(of: place["upper"])?.number
        let parts = used.compactMap { place[$0]?.source } + [place.source]
        result.sources = Set(parts.filter { !$0.isEmpty })
        if result.scale == .level { result.scale = scale(of: place) }
        return result
    }

    /// A continuous variable in a group: its centre, and the standard error of its mean.
    private static func describe(_ place: TemplateContext, _ result: inout NamedResult) {
        let centre = ["median", "mean"].compactMap { place[$0] }.first {
            $0.value?.printed.map { result.printed?.hasPrefix($0) ?? false } ?? false
        }
        result.value = value(of: centre) ?? value(of: place["n"])
        result.identity = centre?.source ?? ""
        if let deviation = value(of: place["standard-deviation"])?.number, let n = value(of: place["n"])?.number, n > 0
        {
            result.standardError = deviation / n.squareRoot()
        }
    }

    private static func leaf(_ place: TemplateContext, segment: String, labels path: Path) -> NamedResult? {
        guard let value = place.value else { return nil }
        let isPlan = ["conventions", "study"].contains(place.name.segments.first ?? "")
        guard !skipped.contains(segment) || (isPlan && segment != "label") else { return nil }
        var result = NamedResult(
            name: place.name.description, labels: path.labels + [words(of: segment)], subjects: path.subjects,
            isAuxiliary: path.isAuxiliary, scale: .words,
            printed: value.printed, sources: [place.source], identity: place.source)
        switch value {
        case .flag: return nil
        case .text:
            guard isPlan || words.contains(segment) else { return nil }
        case .number(let x, let printed):
            result.value = .number(x)
            result.scale = x == x.rounded() && !printed.contains("%") && !printed.contains(".") ? .count : .level
        case .absent(let reason), .withheld(let reason):
            result.value = .absent(reason: reason)
            result.scale = words.contains(segment) ? .words : .level
        }
        return result
    }

    private static func value(of place: TemplateContext?) -> NamedResult.Value? {
        switch place?.value {
        case .number(let x, _): .number(x)
        case .absent(let reason), .withheld(let reason): .absent(reason: reason)
        case .text, .flag, nil: nil
        }
    }

    /// Ratios and differences are known by where their values stand in the results.
    private static func scale(of place: TemplateContext) -> NamedResult.Scale {
        let source = place.source.lowercased()
        if source.contains("ratio") { return .ratio }
        if source.contains("difference") { return .difference }
        return place["lower"] == nil && place.value == nil ? .words : .level
    }
}
