internal import SurvivalStatistics

/// The right side of a formula: what enters as covariate, what divides into strata, and the rest.
struct ReferenceFormula {
    /// The left side, empty where there is none.
    var response = ""
    /// The main effects in order.
    var terms: [String] = []
    /// The products of main effects.
    var interactions: [[String]] = []
    /// The columns in `strata()`.
    var strata: [String] = []
    /// The column in `cluster()`.
    var cluster: String?
    /// The expression in `offset()`.
    var offset: String?

    /// Reads `y ~ a + b`, `~ a`, or only the right side.
    init(_ text: String) throws(NotApplicable) {
        let sides = Self.split(text, at: "~")
        try self.init(
            terms: Self.split(sides.last ?? "", at: "+"), response: sides.count > 1 ? sides[0] : "")
    }

    /// Takes the terms of a formula's right side.
    init(terms: [String], response: String = "") throws(NotApplicable) {
        self.response = response
        for term in terms where !term.isEmpty && term != "1" {
            if let inner = Self.argument(of: "strata", in: term) {
                strata += Self.split(inner, at: ",")
            } else if let inner = Self.argument(of: "cluster", in: term) {
                cluster = inner
            } else if let inner = Self.argument(of: "offset", in: term) {
                offset = inner
            } else if term.hasPrefix("-") || term == "0" {
                throw NotApplicable("the formula leaves out '\(term)', which the models here always have")
            } else {
                try add(term)
            }
        }
    }

    private mutating func add(_ term: String) throws(NotApplicable) {
        let crossed = Self.split(term, at: "*")
        if crossed.count > 1, Double(crossed[0]) == nil {
            for name in crossed where !terms.contains(name) { terms.append(name) }
            guard crossed.count == 2 else { throw NotApplicable("the formula crosses more than two covariates") }
            interactions.append(crossed)
            return
        }
        let product = Self.split(term, at: ":")
        if product.count > 1 {
            interactions.append(product)
        } else if !terms.contains(term) {
            terms.append(term)
        }
    }

    /// Cuts text at a character outside parentheses, without the space around.
    static func split(_ text: String, at separator: Character) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == separator, depth == 0 {
                parts.append("")
            } else if !character.isWhitespace {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    /// What stands in the parentheses of a call.
    static func argument(of function: String, in term: String) -> String? {
        guard term.hasPrefix("\(function)("), term.hasSuffix(")") else { return nil }
        return String(term.dropFirst(function.count + 1).dropLast())
    }
}

extension ReferenceCase {
    /// The covariates: a formula, a list of names, or the right side in one text.
    func formula(_ key: String = "covariates") throws(NotApplicable) -> ReferenceFormula {
        let names = arguments[key].texts
        if names.count == 1 { return try ReferenceFormula(names[0]) }
        return try ReferenceFormula(terms: names.map { $0.filter { !$0.isWhitespace } })
    }

    /// A covariate as R reads it: a factor where levels are given, the values are texts or `factor()` is asked for.
    ///
    /// Levels that nothing names are in R's order, which depends on its locale; where R's column names are known, the
    /// level that has none is the reference.
    func covariate(
        _ term: String, in table: ReferenceTable, levelsOf source: ReferenceTable? = nil
    ) throws(NotApplicable) -> Covariate {
        var name = term
        for function in ["factor", "as.factor"] {
            if let inner = ReferenceFormula.argument(of: function, in: term) { name = inner }
        }
        let source = source ?? table
        var levels = arguments["factors"][name].texts
        if levels.isEmpty {
            let column = try source.column(name)
            let isLogical = column.texts.contains { $0 == "TRUE" || $0 == "FALSE" }
            if name == term, column.isNumeric, !isLogical { return .continuous(term, try table.numbers(name)) }
            levels = isLogical ? ["FALSE", "TRUE"] : try source.levels(name)
            levels = orderedLevels(levels, of: term)
        }
        let codes = try table.codes(name, levels: levels).map(Int32.init)
        return .factor(term, codes: codes, levels: levels, reference: 0)
    }

    /// The columns that a formula makes.
    func matrix(
        _ formula: ReferenceFormula, in table: ReferenceTable, levelsOf source: ReferenceTable? = nil
    ) throws -> DesignMatrix {
        try DesignMatrix(
            formula.terms.map { try covariate($0, in: table, levelsOf: source) }, interactions: formula.interactions,
            rows: table.count)
    }

    /// The levels as R's column names have them: the one without a column first; a level without data, which only the names
    /// know, in its place.
    private func orderedLevels(_ found: [String], of term: String) -> [String] {
        let others = ((try? formula())?.terms ?? []) + ((try? formula("formula"))?.terms ?? [])
        let longer = others.filter { $0 != term && $0.hasPrefix(term) }
        let named = result["terms"].texts.filter { column in
            column.hasPrefix(term) && column != term && !column.contains(":")
                && !longer.contains { column.hasPrefix($0) }
        }.map { String($0.dropFirst(term.count)) }
        let unnamed = found.filter { !named.contains($0) }
        return unnamed.count == 1 ? unnamed + named : found
    }
}
