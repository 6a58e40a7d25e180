internal import DataReading
internal import StudyFiles

/// What the names of a study mean: its variables first, then the columns of its patients' file.
struct StudyNames {
    enum Meaning {
        case variable(Variable)
        case column(DataColumn)
    }

    let study: Study
    let patients: DataTable
    private let variables: [String: Variable]

    /// The name of the arms: their column, whatever it is called.
    static let arms = "arm"

    init(study: Study, patients: DataTable) {
        self.study = study
        self.patients = patients
        variables = Dictionary(study.variables.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a name means; nil where it means nothing.
    ///
    /// Inside the definition of a variable its own name means the column, so that `age: { from: age, cut: [60] }`
    /// is possible.
    func meaning(of name: String, insideDefinitionOf owner: String? = nil) -> Meaning? {
        if name != owner, let variable = variables[name] { return .variable(variable) }
        if name == Self.arms, let arms = study.arms, let column = patients.column(arms.column.value) {
            return .column(column)
        }
        return patients.column(name).map(Meaning.column)
    }

    /// Every name that means something: the variables, then the columns, each in the order of its file.
    var all: [String] {
        study.variables.map(\.name.value) + patients.cells.header.filter { variables[$0] == nil }
    }

    /// The variables that the plans name, in order of use, without the arms, which have levels of their own.
    var planVariables: [Located<String>] {
        (study.baselineRows + study.otherVariables).filter { !($0.value == Self.arms && study.arms != nil) }
    }

    /// The names among ``planVariables`` that are columns without a declaration, each once.
    var undeclaredVariables: [Located<String>] {
        var seen: Set<String> = []
        return planVariables.filter { name in
            guard case .column? = meaning(of: name.value) else { return false }
            return seen.insert(name.value).inserted
        }
    }
}

extension Variable {
    /// The names that its definition refers to; of a plain column, none: that is never another variable.
    var definingNames: [Located<String>] {
        switch source {
        case .column, .checkboxes: []
        case .cut(let name, _), .groups(let name, _): [name]
        case .cases(let cases): cases.flatMap(\.condition.names)
        case .formula(let expression): expression.names
        }
    }
}
