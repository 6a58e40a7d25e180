import SurvivalStatistics

/// A formula such as `dead ~ age + factor(ph.ecog)` of a reference's arguments.
struct ReferenceFormula {
    let response: String
    let terms: [String]

    private let factors: ReferenceValue

    init(_ text: String, factors: ReferenceValue) {
        self.factors = factors
        let sides = text.split(separator: "~").map { $0.split(separator: "+").map(Self.trimmed) }
        response = sides.first?.first ?? ""
        terms = sides.last ?? []
    }

    private static func trimmed(_ text: Substring) -> String {
        text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed().map(String.init).joined()
    }

    /// The response as a yes or no; `dead` is status 2 where the table has no such column.
    func outcome(in table: ModelTable) -> [Bool?] {
        let isDerived = table.texts(response).isEmpty && response == "dead"
        return table.numbers(isDerived ? "status" : response).map { value in
            value.isNaN ? nil : value == (isDerived ? 2 : 1)
        }
    }

    /// The right side's columns: `factor(x)` and texts become factors with the smallest level as reference.
    func matrix(in table: ModelTable) throws -> DesignMatrix {
        let covariates = terms.map { term -> Covariate in
            let isFactor = term.hasPrefix("factor(")
            let name = isFactor ? String(term.dropFirst(7).dropLast()) : term
            if !isFactor, table.isNumeric(name) { return .continuous(name, table.numbers(name)) }
            let given = factors[name].texts
            let levels = given.isEmpty ? table.levels(name) : given
            return .factor(term, codes: table.codes(name, levels: levels), levels: levels, reference: 0)
        }
        return try DesignMatrix(covariates, rows: table.count)
    }
}
