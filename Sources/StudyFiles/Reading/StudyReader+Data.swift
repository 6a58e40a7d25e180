import Diagnostics
import Results

extension StudyReader {
    func studyDescription(from fields: Fields) -> StudyDescription? {
        guard let title = fields.text("title")?.value else { return nil }
        return StudyDescription(
            title: title, short: fields.text("short")?.value ?? title, synthetic: fields.truth("synthetic"),
            cutoff: fields.date("cutoff")?.value.iso, language: fields.defaultedText("language").value)
    }

    /// The data files, and whether the one of the patients is there and can be linked to.
    func dataFiles(_ sections: [(name: Located<String>, fields: Fields)], of study: Fields) -> [DataFile] {
        let patientsName = "patients"
        guard study.gives("data") else { return [] }
        let patients = sections.first { $0.name.value == patientsName }
        if patients == nil, !study.entries("data").isEmpty,
            !study.entries("data").contains(where: { $0.name.value == patientsName })
        {
            report(
                Diagnostic(
                    .missingKey, at: study.place(of: "data"), "section 'data' needs '\(patientsName)'",
                    help: ["name the file with one row a patient '\(patientsName)'"]))
        }
        if let patients, patients.fields.gives("patient") {
            report(
                Diagnostic(
                    .conflictingKeys, at: patients.fields.place(of: "patient"),
                    "'patient' links a file to the patients, and can't stand in their own",
                    help: ["write 'key' for the column that identifies a patient"]))
        }
        if let patients, patients.fields.gives("where") {
            report(
                Diagnostic(
                    .conflictingKeys, at: patients.fields.place(of: "where"),
                    "'where' chooses rows of other files, and can't stand in the patients' own",
                    help: ["leave patients out by 'exclusions', so that the flow chart counts them"]))
        }
        if let patients, !patients.fields.gives("key"),
            let linked = sections.first(where: { $0.name.value != patientsName && $0.fields.gives("patient") })
        {
            report(
                Diagnostic(
                    .missingKey, at: patients.name.location, "data file '\(patientsName)' needs 'key'",
                    notes: [
                        .init("'\(linked.name.value)' is linked to it here", at: linked.fields.place(of: "patient"))
                    ], help: ["add 'key: id', the column that identifies a patient"]))
        }
        return sections.compactMap { dataFile(named: $0, from: $1) }
    }

    private func dataFile(named name: Located<String>, from fields: Fields) -> DataFile? {
        if fields.gives("source") {
            return databaseTable(named: name, from: fields)
        }
        guard let path = fields.text("file") else { return nil }
        let encoding = fields.text("encoding").flatMap { text in
            TextEncoding(rawValue: text.value).map { Located($0, at: text.location) }
        }
        let file = DataFile(
            name: name, path: path, key: fields.text("key"), patient: fields.text("patient"),
            delimiter: fields.text("delimiter")?.value.utf8.first,
            missingCodes: fields.texts("missing").map(\.value),
            dates: fields.optionalChoice("dates", as: DateOrder.self),
            decimal: fields.choice("decimal", as: DecimalMark.self), encoding: encoding, sheet: fields.text("sheet"),
            values: fields.choice("values", as: LabelledValues.self), catalog: fields.text("catalog"),
            table: fields.text("table"), query: fields.text("query"), condition: fields.expression("where"))
        checkKeys(of: file, fields)
        return file
    }

    /// A key that says how another form of file is read would be passed over in silence.
    private func checkKeys(of file: DataFile, _ fields: Fields) {
        let all = Set(DataFormat.allCases.flatMap(\.keys))
        for key in all.subtracting(file.format.keys).sorted() where fields.gives(key) {
            report(
                Diagnostic(
                    .conflictingKeys, at: fields.place(of: key),
                    "'\(key)' says nothing of \(file.format.words), which '\(file.path.value)' is by its name",
                    help: ["delete it; what this file takes is \(quotedNames(file.format.keys))"]))
        }
    }

    private func quotedNames(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: " or ") }

    func armDeclaration(from fields: Fields) -> ArmDeclaration? {
        let order = fields.texts("order")
        let reference = fields.text("reference")
        let labels = fields.namedTexts("labels")
        if !order.isEmpty {
            for name in [reference].compactMap({ $0 }) + labels.map(\.name) {
                checkMember(name, of: order, "arm", listedIn: "order")
            }
        }
        guard let column = fields.text("column") else { return nil }
        return ArmDeclaration(
            column: column, label: fields.defaultedText("label").value, order: order, reference: reference,
            labels: Dictionary(labels.map { ($0.name.value, $0.text.value) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Reports a name that a list which names them all doesn't hold.
    func checkMember(_ name: Located<String>, of list: [Located<String>], _ noun: String, listedIn key: String) {
        guard !list.contains(where: { $0.value == name.value }) else { return }
        let help = NearestName.help(for: name.value, among: list.map(\.value), kind: "\(noun)s")
        report(
            Diagnostic(
                .unknownName, at: name.location, "\(noun) '\(name.value)' is not in '\(key)'",
                help: help.map { [$0] } ?? []))
    }

    func conventions(from fields: Fields) -> Conventions {
        Conventions(
            level: fields.number("level"),
            survivalInterval: fields.choice("km_interval", as: ConfidenceTransform.self),
            medianRule: fields.choice("median", as: MedianRule.self),
            beyondLastObservation: fields.choice("beyond_last_observation", as: BeyondLastObservation.self),
            ties: fields.choice("ties", as: TiesMethod.self),
            quantileType: fields.defaultedWholeNumber("quantile_type"),
            categoricalTest: fields.choice("categorical_test", as: CategoricalTestRule.self),
            continuousTest: fields.choice("continuous_test", as: ContinuousTestRule.self))
    }

    func exclusionRule(from fields: Fields) -> ExclusionRule? {
        guard let condition = fields.expression("where"), let reason = fields.text("because") else { return nil }
        return ExclusionRule(condition: condition, reason: reason.value)
    }
}
