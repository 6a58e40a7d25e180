internal import Diagnostics
internal import StudyFiles

/// Makes the values of the variables from the columns, in the order in which they are defined.
struct VariableBuilder {
    let names: StudyNames
    let rows: PatientRows
    let reporter: FaultReporter
    /// The values made so far, by the variables' names.
    private(set) var values: [String: VariableValues] = [:]

    init(names: StudyNames, rows: PatientRows, reporter: FaultReporter) {
        self.names = names
        self.rows = rows
        self.reporter = reporter
    }

    /// Makes a variable's values; none, with messages, where its definition makes no sense.
    mutating func build(_ variable: Variable) {
        let made: VariableValues? =
            switch variable.source {
            case .column(let name): fromColumn(variable, named: name.value)
            case .cut(let name, let points): cut(variable, from: name, at: points)
            case .groups(let name, let groups): grouped(variable, from: name, into: groups)
            case .cases(let cases): chosen(variable, by: cases)
            case .formula(let formula): calculated(variable, by: formula)
            case .checkboxes(let boxes): checked(among: boxes)
            }
        if let made { values[variable.name.value] = made }
    }

    /// Makes a variable of a column that the study uses without declaring it.
    mutating func build(undeclared name: Located<String>) {
        build(Variable(name: name, label: name.value, source: .column(name)))
    }

    /// Evaluates conditions over the variables made so far.
    func evaluator(owner: String? = nil) -> ExpressionEvaluator {
        ExpressionEvaluator(names: names, rows: rows, variables: values, reporter: reporter, owner: owner)
    }

    // MARK: Columns

    private func fromColumn(_ variable: Variable, named name: String) -> VariableValues? {
        guard case .column(let column)? = names.meaning(of: name, insideDefinitionOf: name) else { return nil }
        if variable.isOpen, let numbers = rows.plainNumbers(column) { return continuous(numbers) }
        switch kind(of: variable, column) {
        case .continuous:
            return continuous(rows.numbers(column, reporter))
        case .categorical:
            let coding = coding(of: variable, undeclared: rows.differentTexts(column), listed: column.levels)
            var values = CategoricalValues(column, of: rows, by: coding, reporter)
            settle(&values, of: variable, declared: declaredLevels(variable))
            values.warnOfSimilarLevels(column, of: rows, variable: variable.name.value, reporter)
            return .categorical(values)
        case .multiResponse:
            return multiResponse(variable, column)
        }
    }

    /// What a variable is declared to be, else categorical with a reference level, else what the data say.
    private func kind(of variable: Variable, _ column: DataColumn) -> Variable.Kind {
        if let kind = variable.kind { return kind }
        if variable.separator != nil { return .multiResponse }
        if !variable.isOpen { return .categorical }
        return settledKind(of: variable, column)
    }

    private func continuous(_ numbers: NumberColumn) -> VariableValues {
        .continuous(numbers.values, decimals: numbers.decimals)
    }

    private func coding(
        of variable: Variable, undeclared texts: @autoclosure () -> [String?], listed: [String]
    ) -> LevelCoding {
        let key = "variables.\(variable.name.value)"
        if !variable.codes.isEmpty {
            return LevelCoding(codes: variable.codes, levels: variable.levels, name: "codes", key: "\(key).codes")
        }
        if !variable.levels.isEmpty {
            return LevelCoding(declared: variable.levels, name: "levels", key: "\(key).levels")
        }
        return LevelCoding(undeclared: texts(), listed: listed)
    }

    /// The declared levels with their places: those named as levels, else those named by codes.
    private func declaredLevels(_ variable: Variable) -> [Located<String>] {
        variable.levels.isEmpty ? variable.codes.map { code in code.raw.map { _ in code.level } } : variable.levels
    }

    private func settle(
        _ values: inout CategoricalValues, of variable: Variable, declared: [Located<String>]
    ) {
        values.settle(
            reference: variable.reference, declared: declared, of: "'\(variable.name.value)'", in: rows.table.path,
            reporter)
    }

    private func multiResponse(_ variable: Variable, _ column: DataColumn) -> VariableValues {
        let separator = variable.separator ?? ";"
        let answers = rows.rows.map { row in column[row].map { parts(of: $0, separatedBy: separator) } }
        let coding = coding(of: variable, undeclared: answers.flatMap { $0 ?? [] }, listed: [])
        let responses = zip(rows.rows, answers).map { row, answers -> [Int]? in
            guard let answers, !answers.isEmpty else { return nil }
            let codes = answers.compactMap { answer -> Int? in
                if let code = coding.code(of: answer) { return code }
                reporter.report(coding.undeclared(answer, in: column, row: row))
                return nil
            }
            return Array(Set(codes)).sorted()
        }
        // Every answer is settled as if it were a patient's only one.
        var values = CategoricalValues(
            levels: coding.levels.map { .init(id: $0, label: $0) }, codes: LevelCodes(responses.flatMap { $0 ?? [] }),
            reference: 0)
        settle(&values, of: variable, declared: declaredLevels(variable))
        return .multiResponse(levels: values.levels, responses: responses)
    }

    // MARK: Made from others

    private func cut(_ variable: Variable, from name: Located<String>, at points: [Double]) -> VariableValues? {
        guard let numbers = numbers(named: name, of: variable) else { return nil }
        let points = CutPoints(points)
        let labels = variable.levels.isEmpty ? points.labels : variable.levels.map(\.value)
        guard labels.count == points.labels.count else {
            reporter.report(
                Diagnostic(
                    .conflictingKeys, at: variable.name.location,
                    "'\(variable.name.value)' has \(counted(labels.count, "level")), "
                        + "its cut points make \(points.labels.count)",
                    help: ["name each group from the lowest to the highest"]))
            return nil
        }
        var values = CategoricalValues(
            levels: labels.map { .init(id: $0, label: $0) }, codes: LevelCodes(numbers.map { $0.map(points.group) }),
            reference: 0)
        let places = variable.levels.isEmpty ? labels.map { Located($0, at: name.location) } : variable.levels
        settle(&values, of: variable, declared: places)
        return .categorical(values)
    }

    private func numbers(named name: Located<String>, of variable: Variable) -> NumberValues? {
        switch names.meaning(of: name.value, insideDefinitionOf: variable.name.value) {
        case nil: return nil
        case .column(let column): return rows.numbers(column, reporter).values
        case .variable(let source):
            switch values[source.name.value] {
            case nil: return nil
            case .continuous(let numbers, _): return numbers
            case .categorical, .multiResponse:
                reporter.report(
                    Diagnostic(
                        .wrongType, at: name.location, "cut points need numbers, '\(name.value)' is categorical",
                        help: ["join its levels by 'groups:' instead"]))
                return nil
            }
        }
    }

    /// The first case that each patient meets. A condition that cannot be known is not met, so that an earlier case which
    /// is open never hides a later one that is met for certain.
    private func chosen(_ variable: Variable, by cases: [Variable.Case]) -> VariableValues? {
        let evaluator = evaluator(owner: variable.name.value)
        let truths = cases.compactMap { evaluator.condition($0.condition) }
        guard truths.count == cases.count else { return nil }
        let codes = rows.rows.indices.map { row in truths.firstIndex { $0[row] == true } }
        var values = CategoricalValues(
            levels: cases.map { .init(id: $0.level.value, label: $0.level.value) }, codes: LevelCodes(codes),
            reference: 0)
        settle(&values, of: variable, declared: cases.map(\.level))
        return .categorical(values)
    }

    private func calculated(_ variable: Variable, by formula: Expression) -> VariableValues? {
        evaluator(owner: variable.name.value).formula(formula).map { .continuous(NumberValues($0), decimals: 1) }
    }
}

extension Variable {
    /// Whether nothing says of what kind it is, so that the data do.
    fileprivate var isOpen: Bool {
        kind == nil && separator == nil && levels.isEmpty && codes.isEmpty && reference == nil
    }
}

/// The answers of a multi-response cell: trimmed, without empty ones.
func parts(of cell: String, separatedBy separator: String) -> [String] {
    guard !separator.isEmpty else { return [cell] }
    return cell.split(separator: separator).compactMap { part in
        let blanks: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline || $0 == "\u{A0}" }
        let trimmed = part.drop(while: blanks)
        let end = trimmed.lastIndex { !blanks($0) }
        return end.map { String(trimmed[...$0]) }
    }
}
