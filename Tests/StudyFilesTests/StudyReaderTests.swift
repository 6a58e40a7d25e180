import Diagnostics
import Results
import Testing

@testable import StudyFiles

@Suite struct StudyReaderTests {
    // MARK: The liver-cancer study

    @Test func theLiverCancerStudyIsSound() throws {
        let study = try readSound(try studyText("studies/hcc/study.yaml"))
        #expect(study.description.short == "RT+IO+T in HCC")
        #expect(study.description.synthetic)
        #expect(study.description.cutoff == "2025-04-30")
        #expect(study.cutoff?.value == CalendarDay(year: 2025, month: 4, day: 30))
        #expect(study.dataFiles.map(\.name.value) == ["patients", "adverse_events", "screening"])
        #expect(study.arms?.order.map(\.value) == ["IO+T", "RT+IO+T"])
        #expect(study.endpoints.map(\.name.value) == ["pfs", "os"])
        #expect(study.endpoints[1].landmarks.map(\.value) == [6, 12, 24])
        #expect(study.tables.map(\.name.value).contains("baseline"))
        #expect(study.figures.map(\.name.value).contains("survival"))
        #expect(study.manuscript.numbers == NumberPreferences(logRankPValue: "two-significant", trailingZeros: false))
    }

    @Test func valuesKeepTheirPlaces() throws {
        let study = try readSound(fullStudy)
        func place(_ line: Int, _ column: Int, _ length: Int) -> Diagnostics.SourceLocation {
            .init(file: "study.yaml", line: line, column: column, length: length)
        }
        #expect(study.cutoff?.location == place(6, 11, 10))
        #expect(study.arms?.reference?.location == place(20, 14, 1))
        #expect(study.variables[2].name.location == place(26, 3, 10))
        #expect(study.variables[2].levels.map(\.location) == [place(26, 50, 3), place(26, 55, 3)])
        #expect(study.endpoints[0].landmarks.map(\.location) == [place(45, 10, 3), place(45, 15, 1), place(45, 18, 1)])
        #expect(study.templateLocation == place(344, 13, 7))
    }

    @Test func aChineseStudyHasItsOwnWordsForAllPatientsAndForUnitsOfTime() throws {
        func study(_ language: String) throws -> Study {
            try readSound(
                """
                greenwood: 1
                study: { title: T, language: \(language) }
                data:
                  patients: { file: patients.csv }
                variables:
                  age: { unit: years }
                  age_at_surgery: { unit: years }
                  stage: { unit: years }
                  delay: { unit: weeks }
                  weight: { unit: kg }
                """)
        }
        let (chinese, english) = (try study("zh"), try study("en"))
        #expect(chinese.variables.map(\.unit) == ["岁", "岁", "年", "周", "kg"])
        #expect(english.variables.map(\.unit) == ["years", "years", "years", "weeks", "kg"])
        #expect([chinese, english].map(\.labels.total) == ["合计", "Total"])
        #expect(DefaultLabels.isTotal("合计") && DefaultLabels.isTotal("Total") && !DefaultLabels.isTotal("A"))
    }

    // MARK: Every key

    @Test func everyKeyOfTheFileIsInTheStudy() throws {
        let study = try readSound(fullStudy)
        #expect(study.description.title == "A full study")
        #expect(
            study.dataFiles.map(\.path.value) == [
                "data/patients.csv", "/data/events.csv", "log.csv", "extra.xlsx", "labs.sas7bdat.gz", "trial.sqlite",
                "trial.db",
            ])
        #expect(study.dataFiles.map(\.format) == [.text, .text, .text, .workbook, .sas, .database, .database])
        #expect(study.dataFiles[0].encoding?.value == .chinese)
        #expect(study.dataFiles[3].sheet?.value == "Extra")
        #expect(study.dataFiles[4].values == .codes)
        #expect(study.dataFiles[4].catalog?.value == "formats.sas7bcat")
        #expect(study.dataFiles[5].table?.value == "visits")
        #expect(study.dataFiles[5].condition?.names.map(\.value) == ["day"])
        #expect(study.endpoints.map(\.file?.value) == [nil, nil, nil, "events"])
        #expect(study.dataFiles[6].query?.value == "SELECT id FROM doses")
        #expect(study.dataFiles.prefix(3).map(\.delimiter) == [UInt8(ascii: ";"), UInt8(ascii: "\t"), nil])
        #expect(study.dataFiles.prefix(3).map(\.missingCodes) == [["NA", "-9"], ["NA"], []])
        #expect(study.dataFiles.prefix(3).map(\.key?.value) == ["id", "row", nil])
        #expect(study.dataFiles.prefix(3).map(\.patient?.value) == [nil, "id", nil])
        #expect(study.arms?.labels == ["A": "Treatment A", "B": "Treatment B"])
        #expect(
            study.conventions
                == Conventions(
                    level: 0.9, survivalInterval: .plain, medianRule: .sas, beyondLastObservation: .carryForward,
                    ties: .breslow, quantileType: 6, categoricalTest: .fisher, continuousTest: .means))
        #expect(study.exclusions.map(\.reason) == ["Younger than 18 years", "No consent"])
        #expect(study.populations.map(\.label) == ["65 and older", "Treated", "Matched patients", "Weighted"])
        #expect((study.manuscript.template, study.manuscript.style) == ("mine.md", "nejm"))
        #expect(study.manuscript.published == "published.csv" && study.manuscript.preset == nil)
        var numbers = NumberPreferences(
            pValue: "jama", logRankPValue: "two-significant", percentDecimals: 0, trailingZeros: true)
        (numbers.pLetter, numbers.decimalMark, numbers.groupSeparator) = ("P", ",", ".")
        (numbers.rangeSeparator, numbers.timeDecimals) = (" to ", 2)
        #expect(study.manuscript.numbers == numbers)
        var figures = FigurePreferences()
        (figures.formats, figures.naming, figures.font) = ([.pdf, .tiff], .numbers, "Arial")
        (figures.columnWidth, figures.fullWidth, figures.maximumHeight) = (80, 160, 200)
        (figures.textSize, figures.smallestTextSize, figures.panelLetterSize) = (7, 6, 10)
        (figures.hasCapitalPanelLetters, figures.curveWidth, figures.lineWidth) = (false, 1, 0.75)
        (figures.resolution, figures.palette) = (400, "jama")
        #expect(study.manuscript.figures == figures)
    }

    @Test func variablesAreMadeFromColumnsCutsGroupsAndFormulas() throws {
        let study = try readSound(fullStudy)
        func variable(_ name: String) throws -> Variable {
            try #require(study.variables.first { $0.name.value == name })
        }
        let age = try variable("age")
        guard case .column(let column) = age.source else { throw Surprise() }
        #expect((column.value, age.unit, age.kind) == ("age_years", "years", .continuous))

        let ageGroup = try variable("age_group")
        guard case .cut(let cutColumn, let points) = ageGroup.source else { throw Surprise() }
        #expect((cutColumn.value, points) == ("age", [40, 60.5]))
        #expect(ageGroup.levels.map(\.value) == ["<40", "40–<60.5", "≥60.5"])
        #expect((ageGroup.label, ageGroup.kind) == ("Age group", .categorical))

        #expect(try variable("ecog_group").levels.map(\.value) == ["0", "1–2"])

        let sex = try variable("sex")
        #expect(sex.codes.map(\.raw.value) == ["1", "2", "9"])
        #expect(sex.levels.map(\.value) == ["Male", "Female"])
        #expect(sex.source == .column(sex.name))

        let stage = try variable("stage")
        #expect(stage.levels.map(\.value) == ["I", "II", "No"])

        let early = try variable("early")
        guard case .groups(let grouped, let groups) = early.source else { throw Surprise() }
        #expect(grouped.value == "stage")
        #expect(groups.map(\.name) == ["Early", "Late"])
        #expect(groups.map { $0.members.map(\.value) } == [["I", "II"], ["III"]])
        #expect(early.levels.map(\.value) == ["Early", "Late"])

        let bmi = try variable("bmi")
        guard case .formula(let formula) = bmi.source else { throw Surprise() }
        #expect(formula.names.map(\.value) == ["weight", "height"])
        #expect(bmi.kind == .continuous)

        let sites = try variable("sites")
        #expect((sites.kind, sites.separator) == (.multiResponse, ";"))
        let bloodCount = try variable("blood_count")
        #expect((bloodCount.kind, bloodCount.label) == (nil, "Blood count"))
        #expect(try variable("weight").source == .column(try variable("weight").name))
    }

    @Test func endpointsAreMadeFromDatesOrColumns() throws {
        let study = try readSound(fullStudy)
        let (os, pfs, dfs, ttf) = (study.endpoints[0], study.endpoints[1], study.endpoints[2], study.endpoints[3])
        guard case .dates(let start, let deaths, _, let censoring) = os.source,
            case .dates(_, let events, _, _) = pfs.source,
            case .columns(let time, let timeUnit, let status, let codes) = dfs.source
        else { throw Surprise() }
        #expect((start.value, deaths.map(\.value), censoring.value) == ("start", ["death"], "last_contact"))
        #expect((os.label, os.short, os.unit) == ("Overall survival", "O.S.", .years))
        #expect(os.cutoff?.value.iso == "2025-01-31")
        #expect(os.landmarks.map(\.value) == [0.5, 1, 2])
        #expect(events.map(\.value) == ["progression", "death"])
        #expect((pfs.label, pfs.short, pfs.unit) == ("PFS", "PFS", .months))
        #expect((time.value, timeUnit, status.value, dfs.unit) == ("dfs_weeks", .weeks, "dfs_status", .months))
        #expect(codes.map(\.raw.value) == ["0", "1", "2", "3"])
        #expect(codes.map(\.status) == [.censored, .event, .event, .competing])
        #expect(ttf.unit == .days)
    }

    @Test func plansHoldWhatTheFileAsksFor() throws {
        let study = try readSound(fullStudy)
        guard case .baseline(let table) = study.tables[0].kind,
            case .kaplanMeier(let figure) = study.figures[0].kind
        else { throw Surprise() }
        #expect(study.tables[0].caption == "The patients.")
        #expect(
            (table.rows.map(\.value), table.by?.value, table.population?.value) == (["age", "sex"], "sex", "elderly"))
        #expect((table.showsTotal, table.showsPValue, table.continuous) == (false, false, .mean))
        #expect((table.missing, table.denominator) == (.footnote, .all))
        #expect(figure.panels.map(\.endpoint.value) == ["os", "pfs"])
        #expect(figure.panels.map(\.title) == ["All", nil])
        #expect((figure.by?.value, figure.population?.value) == ("stage", "treated"))
        #expect((figure.breaks.map(\.value), figure.riskTable) == ([0, 12, 24], .kmunicate))
        #expect((figure.showsIntervals, figure.showsCensoring, figure.showsMedianLines) == (false, false, true))
        #expect(figure.inset?.value == CurveInset(times: [0, 6], range: [90, 100]))
    }

    @Test func whatIsNotGivenHasItsDocumentedDefault() throws {
        let study = try readSound(StudyLanguage.example)
        #expect(
            study.conventions
                == Conventions(
                    level: 0.95, survivalInterval: .logLog, medianRule: .rPrint, beyondLastObservation: .notEstimable,
                    ties: .efron, quantileType: 7, categoricalTest: .pearsonOrFisher, continuousTest: .ranks))
        #expect(
            study.description
                == StudyDescription(
                    title: "Survival after treatment A or B", short: "Survival after treatment A or B",
                    synthetic: false, cutoff: nil, language: "en"))
        #expect(
            study.manuscript
                == ManuscriptPresentation(template: "results.md", style: "plain", numbers: NumberPreferences()))
        #expect(study.templateLocation == nil)
        guard case .baseline(let table) = study.tables[0].kind,
            case .kaplanMeier(let figure) = study.figures[0].kind
        else { throw Surprise() }
        #expect(study.tables[0].caption == "Baseline.")
        #expect((table.showsTotal, table.showsPValue, table.continuous) == (true, true, .median))
        #expect((table.missing, table.denominator, table.by?.value) == (.row, .known, nil))
        #expect((figure.riskTable, figure.breaks.count) == (.atRisk, 0))
        #expect((figure.showsIntervals, figure.showsCensoring, figure.showsMedianLines) == (true, true, false))
    }

    // MARK: No key is read in vain

    @Test func theFullStudyGivesEveryKey() throws {
        var given: [String: Set<String>] = [:]
        for text in [fullStudy, databaseStudy] {
            collectKeys(of: try document(text), as: .section(StudyLanguage.document), into: &given)
        }
        for section in allSections {
            let name = section.keys.map(\.name).joined()
            #expect(given[name] == Set(section.keys.map(\.name)), "\(section.noun)")
        }
    }

    /// Taking any one key out of the full study changes what is read, so none is documented and then ignored.
    @Test func everyKeyMatters() throws {
        try expectEveryKeyMatters(fullStudy)
        try expectEveryKeyMatters(databaseStudy)
    }

    private func expectEveryKeyMatters(_ text: String) throws {
        let full = try readSound(text)
        // Keys that say what holds without them, or that can have one value only.
        let idle: Set<String> = ["language", "type", "greenwood"]
        for (path, document) in variations(of: try document(text), at: "") {
            guard let key = path.split(separator: ".").last, !idle.contains(String(key)) else { continue }
            let reader = StudyReader(text, file: "study.yaml", reporting: DiagnosticSink())
            let isChanged = reader.study(from: document) != full
            #expect(isChanged, "without \(path)")
        }
    }

    private func document(_ text: String) throws -> YAMLValue {
        try #require(YAMLReader.read(SourceText(text, file: "study.yaml")) { _ in })
    }

    private func collectKeys(
        of value: YAMLValue, as type: StudyLanguage.ValueType, into given: inout [String: Set<String>]
    ) {
        switch (type, value.content) {
        case (.section(let section), _):
            for entry in value.entries ?? [] {
                guard let key = section.key(entry.key.value) else { continue }
                given[section.keys.map(\.name).joined(), default: []].insert(key.name)
                collectKeys(of: entry.value, as: key.type, into: &given)
            }
        case (.list(let element, _, _), .list(let values)):
            for value in values { collectKeys(of: value, as: element, into: &given) }
        case (.entries(_, let type), .mapping(let entries)):
            for entry in entries { collectKeys(of: entry.value, as: type, into: &given) }
        case (.variants(_, let sections), _):
            if let section = sections.first(where: { $0.key("kind")?.type == .choice([value["kind"]?.text ?? ""]) }) {
                collectKeys(of: value, as: .section(section), into: &given)
            }
        default: break
        }
    }

    /// The value with one entry of one mapping taken out, in each possible way.
    private func variations(of value: YAMLValue, at path: String) -> [(path: String, value: YAMLValue)] {
        switch value.content {
        case .nothing, .text: []
        case .list(let values):
            values.indices.flatMap { index in
                variations(of: values[index], at: "\(path).\(index)").map { path, changed in
                    var values = values
                    values[index] = changed
                    return (path, with(.list(values), in: value))
                }
            }
        case .mapping(let entries):
            entries.indices.flatMap { index in
                let name = "\(path).\(entries[index].key.value)"
                var without = entries
                without.remove(at: index)
                let deeper = variations(of: entries[index].value, at: name).map { path, changed in
                    var entries = entries
                    entries[index].value = changed
                    return (path: path, value: with(.mapping(entries), in: value))
                }
                return [(path: name, value: with(.mapping(without), in: value))] + deeper
            }
        }
    }

    private func with(_ content: YAMLValue.Content, in value: YAMLValue) -> YAMLValue {
        YAMLValue(content: content, location: value.location, offsets: value.offsets)
    }

    // MARK: Forms of text

    @Test func carriageReturnsAndByteOrderMarksChangeNothing() throws {
        let plain = try readSound(fullStudy)
        #expect(try readSound(fullStudy.replacing("\n", with: "\r\n")) == plain)
        #expect(try readSound("\u{FEFF}" + fullStudy) == plain)
    }

    @Test func textReachesTheStudyAsItIsWritten() throws {
        let study = try readSound(
            head
                + """
                variables:
                  a: { levels: [No, Yes, 0, 010, 2025-04-30, ~, null, 1.50] }
                  b:
                    label: >
                      Folded
                      text

                    type: |
                      continuous
                """)
        #expect(
            study.variables[0].levels.map(\.value) == ["No", "Yes", "0", "010", "2025-04-30", "~", "null", "1.50"])
        #expect(study.variables[1].label == "Folded text")
        #expect(study.variables[1].kind == .continuous)
    }

    @Test(arguments: [
        ("1", 1.0), ("+2.50", 2.5), ("1e3", 1000), ("1.5E-1", 0.15), ("007", 7), ("nan", nil), ("inf", nil),
        ("0x10", nil), ("1_000", nil), ("1e999", nil), ("12 months", nil), ("1-2", nil), ("–1", nil),
    ])
    func numbersAreDecimal(text: String, expected: Double?) {
        let (study, sink) = read(head + "endpoints:\n  os: { from: a, event: b, censor: c, at: [\(text)] }\n")
        #expect(study?.endpoints[0].landmarks.first?.value == expected)
        let summary = "expected a number for 'at', found '\(text)'"
        #expect(sink.diagnostics.map(\.summary) == (expected == nil ? [summary] : []))
    }

    @Test func anAliasRepeatsAList() throws {
        let study = try readSound(
            head + """
                tables:
                  - { id: a, kind: baseline, rows: &rows [x, y] }
                  - { id: b, kind: baseline, rows: *rows, population: all }
                """)
        guard case .baseline(let plan) = study.tables[1].kind else { throw Surprise() }
        #expect(plan.rows.map(\.value) == ["x", "y"])
    }
}

/// What a test finds is of another case than it must be.
struct Surprise: Error {}
