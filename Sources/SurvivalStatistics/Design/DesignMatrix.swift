public import Results

/// The columns that covariates and their interactions make, and which columns belong to which term.
///
/// A continuous covariate is one column; a factor has one column of 0 and 1 for each level but its reference; an
/// interaction has the product of every combination of its covariates' columns, the first covariate's columns varying
/// fastest. Columns are named as R's `model.matrix` names them (`sexMale`, `armB:age`).
public struct DesignMatrix: Equatable, Sendable {
    /// A term: a covariate or an interaction, tested as one.
    public struct Term: Equatable, Sendable {
        /// The covariate's name, or the names joined by `:`.
        public let name: String
        /// The covariates in it.
        public let covariates: [String]
        /// The positions of its columns.
        public let columns: Range<Int>
    }

    /// The number of records.
    public let rows: Int
    /// The terms in order: the covariates, then the interactions.
    public let terms: [Term]
    /// What each column stands for.
    public let identities: [ColumnIdentity]
    /// The values, column by column; NaN is a missing value.
    public var columns: [[Double]] { source.columns }

    /// The covariates of the main effects; nil where the columns are all that is known.
    var covariates: [Covariate]? { source.covariates }
    private let source: DesignColumns

    /// Builds the columns.
    ///
    /// - Parameters:
    ///   - covariates: The main effects in order.
    ///   - interactions: For each interaction the names of the covariates that it multiplies; each must be among
    ///     `covariates`.
    ///   - rows: The number of records, which every covariate must have.
    /// - Throws: ``DesignError`` where the covariates do not fit together.
    public init(_ covariates: [Covariate], interactions: [[String]] = [], rows: Int) throws(DesignError) {
        var terms: [Term] = []
        var identities: [ColumnIdentity] = []
        var termOfName: [String: Term] = [:]
        for covariate in covariates { try covariate.check(rows: rows) }
        for covariate in covariates {
            guard termOfName[covariate.name] == nil else { throw .duplicateCovariate(covariate.name) }
            let first = identities.count
            for (level, reference) in covariate.columnLevels {
                let part = ColumnIdentity.Part(covariate: covariate.name, level: level, reference: reference)
                identities.append(ColumnIdentity(term: covariate.name, parts: [part]))
            }
            let term = Term(name: covariate.name, covariates: [covariate.name], columns: first..<identities.count)
            terms.append(term)
            termOfName[covariate.name] = term
        }
        var factors: [[Range<Int>]] = []
        for names in interactions {
            let first = identities.count
            let termName = names.joined(separator: ":")
            var products: [[ColumnIdentity.Part]] = [[]]
            var ranges: [Range<Int>] = []
            for name in names {
                guard let term = termOfName[name] else { throw .unknownCovariate(name) }
                products = term.columns.flatMap { column in products.map { $0 + identities[column].parts } }
                ranges.append(term.columns)
            }
            for parts in products { identities.append(ColumnIdentity(term: termName, parts: parts)) }
            terms.append(Term(name: termName, covariates: names, columns: first..<identities.count))
            factors.append(ranges)
        }
        self.rows = rows
        self.terms = terms
        self.identities = identities
        source = DesignColumns(covariates, products: factors, rows: rows)
    }

    init(rows: Int, terms: [Term], identities: [ColumnIdentity], columns: [[Double]]) {
        self.rows = rows
        self.terms = terms
        self.identities = identities
        source = DesignColumns(columns)
    }

    /// The same design of some records.
    func selecting(_ selected: [Int32]) -> DesignMatrix {
        DesignMatrix(rows: selected.count, terms: terms, identities: identities, source: source.selecting(selected))
    }

    private init(rows: Int, terms: [Term], identities: [ColumnIdentity], source: DesignColumns) {
        self.rows = rows
        self.terms = terms
        self.identities = identities
        self.source = source
    }

    /// The same rows, terms and values.
    public static func == (left: DesignMatrix, right: DesignMatrix) -> Bool {
        left.rows == right.rows && left.terms == right.terms && left.identities == right.identities
            && (left.source === right.source || left.columns == right.columns)
    }

    /// The same design without one term.
    func dropping(term dropped: Int) -> DesignMatrix {
        let gone = terms[dropped].columns
        var kept: [Term] = []
        for (index, term) in terms.enumerated() where index != dropped {
            let shift = term.columns.lowerBound >= gone.upperBound ? gone.count : 0
            let columns = (term.columns.lowerBound - shift)..<(term.columns.upperBound - shift)
            kept.append(Term(name: term.name, covariates: term.covariates, columns: columns))
        }
        let columns = columns
        let positions = columns.indices.filter { !gone.contains($0) }
        return DesignMatrix(
            rows: rows, terms: kept, identities: positions.map { identities[$0] },
            columns: positions.map { columns[$0] })
    }

    /// Whether another term contains all covariates of this one, so that it cannot be dropped alone.
    func isMarginal(_ index: Int) -> Bool {
        let own = terms[index].covariates
        return terms.indices.contains { other in
            other != index && terms[other].covariates.count > own.count
                && own.allSatisfy(terms[other].covariates.contains)
        }
    }

    /// Whether a record has a value in every column.
    func isComplete(_ row: Int) -> Bool {
        columns.allSatisfy { !$0[row].isNaN }
    }
}
