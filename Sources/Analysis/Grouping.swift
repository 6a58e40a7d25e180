import CohortBuilding
import Diagnostics
import StudyFiles

/// Patients of one group, as indices into the cohort in ascending order.
struct PatientGroup {
    var id: String
    var label: String
    var patients: [Int]
}

/// A population divided into groups.
struct GroupedPatients {
    /// The population.
    var population: AnalysedPopulation
    /// The grouping variable's name; nil for one group.
    var grouping: String?
    /// How the grouping variable is printed; nil for the arms, whose names say what they are, and for one group.
    var groupingLabel: String?
    /// Whether ``grouping`` is what the study groups by unless told otherwise.
    var isDefaultGrouping: Bool
    /// The groups in order; an empty one stays.
    var groups: [PatientGroup]
    /// The position of the group that the others are compared with.
    var reference = 0

    /// Everyone who is in one of the groups, in the cohort's order.
    var everyone: [Int] {
        // The groups have different patients of the population, most often all of them.
        groups.reduce(0) { $0 + $1.patients.count } == population.patients.count
            ? population.patients : groups.flatMap(\.patients).sorted()
    }

    /// For each patient of a cohort of this size, the group.
    func groupOfPatient(count: Int) -> LevelCodes {
        var result = [Int32](repeating: -1, count: count)
        for (index, group) in groups.enumerated() {
            for patient in group.patients { result[patient] = Int32(index) }
        }
        return LevelCodes(codes: result)
    }
}

/// The name by which a study groups by its arms.
let armsName = "arm"

extension AnalysisContext {
    /// Divides a population by a variable, or by the arms where none is named.
    ///
    /// A patient without a value is in no group. Nil, with a message, where the variable has no levels to group by.
    func grouped(
        by variable: Located<String>?, in population: Located<String>?, reporting sink: DiagnosticSink
    ) -> GroupedPatients? {
        let population = self.population(population)
        guard let name = variable?.value, !(name == armsName && cohort.arms != nil) else {
            return groupedByArm(population)
        }
        guard case .categorical(let values)? = cohort.variables[name] else {
            sink.emit(
                Diagnostic(
                    .wrongType, at: variable?.location, "grouping variable '\(name)' must be categorical",
                    help: ["declare its levels, or cut it into groups: \(name)_group: { from: \(name), cut: [...] }"]))
            return nil
        }
        return GroupedPatients(
            population: population, grouping: name, groupingLabel: label(of: name), isDefaultGrouping: false,
            groups: values.groups(of: population.patients), reference: values.reference)
    }

    /// A population divided by the arms; as one group where the study has none.
    func groupedByArm(_ population: AnalysedPopulation) -> GroupedPatients {
        guard let arms = cohort.arms else { return undivided(population) }
        return GroupedPatients(
            population: population, grouping: armsName, isDefaultGrouping: true,
            groups: arms.groups(of: population.patients), reference: cohort.referenceArm)
    }

    /// A population as one group.
    func undivided(_ population: AnalysedPopulation) -> GroupedPatients {
        let all = PatientGroup(id: "all", label: cohort.everyoneLabel, patients: population.patients)
        return GroupedPatients(population: population, grouping: nil, isDefaultGrouping: true, groups: [all])
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
