import CohortBuilding
import Diagnostics
import Results
import StudyFiles

/// Patients of one group, as indices into the cohort in ascending order.
struct PatientGroup {
    var id: String
    var label: String
    var patients: [Int]
}

/// A population divided into groups.
struct GroupedPatients {
    /// The population's name; `all` is everyone.
    var population: String
    /// The grouping variable's name; nil for one group.
    var grouping: String?
    /// Whether ``grouping`` is what the study groups by unless told otherwise.
    var isDefaultGrouping: Bool
    /// The groups in order; an empty one stays.
    var groups: [PatientGroup]

    /// Everyone who is in one of the groups, in the cohort's order.
    var everyone: [Int] { groups.flatMap(\.patients).sorted() }
}

/// The name by which a study groups by its arms.
let armsName = "arm"

extension Cohort {
    /// Divides a population by a variable, or by the arms where none is named.
    ///
    /// A patient without a value is in no group. Nil, with a message, where the variable has no levels to group by.
    func grouped(
        by variable: Located<String>?, in population: Located<String>?, reporting sink: DiagnosticSink
    ) -> GroupedPatients? {
        let members = patients(in: population?.value)
        let populationName = population?.value ?? "all"
        guard let name = variable?.value, !(name == armsName && arms != nil) else {
            guard let arms else {
                let all = PatientGroup(id: "all", label: "All patients", patients: members)
                return GroupedPatients(
                    population: populationName, grouping: nil, isDefaultGrouping: true, groups: [all])
            }
            return GroupedPatients(
                population: populationName, grouping: armsName, isDefaultGrouping: true,
                groups: arms.groups(of: members))
        }
        guard case .categorical(let values)? = variables[name] else {
            sink.emit(
                Diagnostic(
                    .wrongType, at: variable?.location, "grouping variable '\(name)' must be categorical",
                    help: ["declare its levels, or cut it into groups: \(name)_group: { from: \(name), cut: [...] }"]))
            return nil
        }
        return GroupedPatients(
            population: populationName, grouping: name, isDefaultGrouping: false, groups: values.groups(of: members))
    }

    /// The patients of a population; all where none is named.
    func patients(in population: String?) -> [Int] {
        guard let population, let isMember = populations[population] else { return Array(0..<count) }
        return (0..<count).filter { isMember[$0] }
    }
}

extension CategoricalValues {
    fileprivate func groups(of patients: [Int]) -> [PatientGroup] {
        var members = [[Int]](repeating: [], count: levels.count)
        for patient in patients {
            if let code = codes[patient] { members[code].append(patient) }
        }
        return zip(levels, members).map { PatientGroup(id: $0.id, label: $0.label, patients: $1) }
    }
}
