import CohortBuilding
import Results
import StudyFiles
import SurvivalStatistics

/// The patients of a population, as indices into the cohort.
struct AnalysedPopulation {
    /// The population's name; `all` is everyone.
    var id: String
    /// How it is printed.
    var label: String
    /// The patients in ascending order.
    var patients: [Int]
    /// For each patient of the cohort the matched set; nil where the population is not made of sets.
    var sets: [Int?]?
    /// For each patient of the cohort the weight, positive for ``patients``; nil where all count the same.
    var weights: [Double]?
    /// Who might have been matched or weighed, in ascending order; nil where the population is made by a condition alone.
    var candidates: [Int]?

    /// Whether a robust variance belongs to it, by sets where there are some.
    var isMatchedOrWeighted: Bool { sets != nil || weights != nil }
}

/// What every analysis of a study starts from.
struct AnalysisContext {
    var study: Study
    var cohort: Cohort
    /// The populations by name, `all` among them.
    var populations: [String: AnalysedPopulation]
    /// What is to be said of the populations that were made from a score, in the study's order.
    var matchings: [MatchedPopulation] = []

    var conventions: Conventions { study.conventions }

    /// How many patients some entries of the cohort stand for.
    func patientCount(_ entries: [Int]) -> Int {
        cohort.frequency == nil ? entries.count : cohort.patientCount(entries)
    }

    /// How many patients those entries stand for that meet a condition.
    func patientCount(_ entries: [Int], where isCounted: (Int) -> Bool) -> Int {
        cohort.frequency == nil
            ? entries.count(where: isCounted) : cohort.patientCount(entries.lazy.filter(isCounted))
    }

    /// For how many patients each of some entries stands; nil where each is one.
    func frequency(of entries: [Int]) -> [Double]? {
        cohort.frequency.map { frequency in entries.map { Double(frequency[$0]) } }
    }

    /// The population of this name; everyone where none is named.
    func population(_ name: Located<String>?) -> AnalysedPopulation {
        populations[name?.value ?? AnalysedPopulation.everyoneName] ?? .everyone(of: cohort)
    }

    /// The endpoint of this name.
    func endpoint(named name: String) -> Endpoint? { study.endpoints.first { $0.name.value == name } }

    /// A variable's values, or the arms where no variable has their name.
    func values(of name: String) -> VariableValues? {
        cohort.variables[name] ?? (name == armsName ? cohort.arms.map(VariableValues.categorical) : nil)
    }

    /// How a variable is printed: its declared label, else its name in words.
    func label(of name: String) -> String {
        if let declared = study.variables.first(where: { $0.name.value == name }) { return declared.label }
        if name == armsName, let arms = study.arms { return arms.label }
        return inWords(name)
    }

    /// A variable, or the arms, as a covariate of models; nil where it does not exist or has several values a patient.
    func covariate(named name: String) -> StudyCovariate? {
        let declared = study.variables.first { $0.name.value == name }
        switch values(of: name) {
        case .categorical(let column):
            let reference = cohort.variables[name] == nil ? cohort.referenceArm : column.reference
            return StudyCovariate(
                name: name, label: label(of: name), unit: nil,
                values: .factor(codes: column.codes, levels: column.levels, reference: reference))
        case .continuous(let numbers, _):
            return StudyCovariate(name: name, label: label(of: name), unit: declared?.unit, values: .number(numbers))
        case .multiResponse, nil: return nil
        }
    }
}

/// A covariate of the study for all patients of the cohort, with how it is printed.
struct StudyCovariate {
    /// The values, one for each patient of the cohort.
    enum Values {
        case number(NumberValues)
        case factor(codes: LevelCodes, levels: [CategoricalValues.Level], reference: Int)
    }

    var name: String
    var label: String
    var unit: String?
    var values: Values

    /// The levels in order; empty for a number.
    var levels: [CategoricalValues.Level] {
        if case .factor(_, let levels, _) = values { levels } else { [] }
    }

    /// The position of the level that the others are compared with; nil for a number.
    var reference: Int? {
        if case .factor(_, _, let reference) = values { reference } else { nil }
    }

    /// Whether a patient's value is missing.
    func isMissing(_ patient: Int) -> Bool {
        switch values {
        case .number(let numbers): numbers[patient] == nil
        case .factor(let codes, _, _): codes[patient] == nil
        }
    }

    /// Each patient's level, or the rank of its number among the distinct ones; nil where it is missing.
    var codes: (codes: [Int?], count: Int) {
        switch values {
        case .factor(let codes, let levels, _): return (Array(codes), levels.count)
        case .number(let numbers):
            let distinct = Set(numbers.compactMap { $0 }).sorted()
            var rank: [Double: Int] = [:]
            for (index, number) in distinct.enumerated() { rank[number] = index }
            return (numbers.map { $0.flatMap { rank[$0] } }, distinct.count)
        }
    }

    /// The values of some patients, in their order, as the estimators take them; levels by their value in the data.
    func covariate(of patients: [Int]) -> Covariate {
        switch values {
        case .number(let numbers): .continuous(name, numbers.numbers(of: patients))
        case .factor(let codes, let levels, let reference):
            .factor(
                name, codes: codes.codes(of: patients), levels: levels.map(\.id), reference: reference)
        }
    }
}

extension AnalysedPopulation {
    static let everyoneName = "all"

    static func everyone(of cohort: Cohort) -> AnalysedPopulation {
        AnalysedPopulation(id: everyoneName, label: cohort.everyoneLabel, patients: Array(0..<cohort.count))
    }
}
