import Diagnostics

/// Whether what a name stands for can be used where it is named.
extension StudyReader {
    /// Reports that something needs two arms where the study declares none, or another number of them.
    func checkTwoArms(for purpose: String, at place: SourceLocation) {
        guard let arms else {
            if !givesArms {
                report(
                    Diagnostic(
                        .notTwoArms, at: place, "\(purpose) needs two arms, and the study has none",
                        help: ["add 'arms: { column: arm }'"]))
            }
            return
        }
        let order = arms.texts("order")
        guard !order.isEmpty, order.count != 2 else { return }
        report(
            Diagnostic(
                .notTwoArms, at: place, "\(purpose) needs two arms, and 'order' names \(order.count)",
                notes: [.init("the arms are named here", at: arms.place(of: "order"))],
                help: ["name two arms, and leave the patients of the others out by an exclusion"]))
    }

    /// Reports the arms among names where they make no sense; the reason ends the message.
    func checkNotArm(_ names: [Located<String>], _ reason: String) {
        guard givesArms, let arm = names.first(where: { $0.value == "arm" }) else { return }
        report(
            Diagnostic(
                .unsuitableName, at: arm.location, "'arm' can't be used here: \(reason)", help: ["delete it"]))
    }

    /// Reports endpoints without competing events.
    func checkHaveCompetingEvents(_ endpoints: [Located<String>]) {
        for name in endpoints {
            guard let fields = declaration(of: name, as: .endpoint), !fields.gives("competing"),
                !fields.namedTexts("codes").contains(where: { $0.text.value == Endpoint.Status.competing.rawValue })
            else { continue }
            let example = fields.gives("codes") ? "TEXT: competing' to its codes" : "competing: transplant_date' to it"
            report(
                Diagnostic(
                    .unsuitableName, at: name.location,
                    "endpoint '\(name.value)' has no competing events, without which there is no cumulative incidence",
                    notes: [.init("it is declared here", at: fields.location)],
                    help: ["add '\(example)", "or show 1 − survival: use kind kaplan-meier or survival"]))
        }
    }

    /// Reports a population that is not made from a propensity score.
    func checkIsScored(_ name: Located<String>?) {
        guard let name else { return }
        let fields = declaration(of: name, as: .population)
        guard name.value == "all" || fields.map({ !isScored($0) }) == true else { return }
        let scored = (declared[.population] ?? []).filter { population in
            declaration(of: Located(population, at: name.location), as: .population).map(isScored) == true
        }
        let names = scored.map { "'\($0)'" }.joined(separator: ", ")
        report(
            Diagnostic(
                .unsuitableName, at: name.location, "population '\(name.value)' is not made by 'match' or 'weigh'",
                notes: fields.map { [.init("it is declared here", at: $0.location)] } ?? [],
                help: [
                    scored.isEmpty
                        ? "declare one: matched: { match: { on: [age, sex] } }" : "populations so made: \(names)"
                ]))
    }

    private func isScored(_ population: Fields) -> Bool { population.gives("match") || population.gives("weigh") }

    /// Reports the patients' own file where another is asked for.
    func checkIsNotPatients(_ file: Located<String>?, _ wanted: String) {
        guard let file, file.value == "patients" else { return }
        let others = (declared[.dataFile] ?? []).filter { $0 != file.value }
        let names = others.map { "'\($0)'" }.joined(separator: ", ")
        report(
            Diagnostic(
                .unsuitableName, at: file.location, "'patients' is the cohort itself, and no \(wanted)",
                help: [others.isEmpty ? "declare the file under 'data'" : "other data files: \(names)"]))
    }

    /// Reports a data file whose rows belong to no patients.
    func checkIsLinked(_ file: Located<String>?) {
        guard let file, file.value != "patients", let fields = declaration(of: file, as: .dataFile),
            !fields.gives("patient")
        else { return }
        report(
            Diagnostic(
                .missingKey, at: fields.location, "\(fields.owner) needs 'patient'",
                notes: [.init("its rows are counted by patient here", at: file.location)],
                help: ["add 'patient: id', the column that holds the patient's key"]))
    }
}
