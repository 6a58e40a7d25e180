import CohortBuilding
import StudyFiles
import Testing

@testable import StudyDrafting

@Suite struct CellFormGuessTests {
    private func guess(_ columns: [String]...) -> CellFormGuess {
        CellFormGuess(
            columns.enumerated().map { index, values in
                TextColumn(name: "c\(index + 1)", values: values.map { $0.isEmpty ? nil : $0 })
            })
    }

    @Test func oneCellDecidesTheOrderOfAllDates() {
        #expect(guess(["3/4/2021", "5/4/2021"], ["13/4/2021", ""]).forms.dates == .dayMonthYear)
        #expect(guess(["3/4/2021", "5/4/2021"], ["4/13/2021", "4/1/2021"]).forms.dates == .monthDayYear)
        #expect(guess(["2021/4/3", "2021/12/13"]).forms.dates == .yearMonthDay)
        #expect(guess(["2021年4月3日", "2021年12月13日"]).forms.dates == .yearMonthDay)
        #expect(guess(["3.4.2021", "5.4.2021"]).forms.dates == .dayMonthYear)
    }

    @Test func whatNoCellDecidesIsNotGuessed() {
        let open = guess(["3/4/2021", "5/4/2021"])
        #expect(open.forms.arePlain && open.ambiguous == ["c1"])
        let mixed = guess(["13/4/2021", "15/4/2021"], ["4/13/2021", "4/15/2021"])
        #expect(mixed.forms.arePlain && mixed.mixed == ["c1", "c2"])
        #expect(guess(["2021-04-03", "2021-05-03"], ["A", "B"], ["1.2", "3.4"]) == guess([]))
    }

    @Test func decimalCommasAreSeenWhereEveryCellIsANumber() {
        #expect(guess(["12,5", "13", "1.234,5"]).forms.decimal == .comma)
        #expect(guess(["12,5", "a"]).forms.decimal == .point)
        #expect(guess(["1,2;3", "4"]).forms.decimal == .point)
    }

    @Test func textsAmongDatesAndNumbersMayMeanMissing() {
        #expect(guess(["13.4.2021", "1.5.2021", "unknown"]).missing == ["unknown"])
        #expect(guess(["1", "2", "3", "ND"]).missing == ["ND"])
        // A word that isn't usual for it is left for the build to report, and levels are left alone.
        #expect(guess(["1", "2", "3", "soon"]).missing == [])
        #expect(guess(["A", "B", "unknown"]).missing == [])
    }

    @Test func namesInOtherLanguagesAreUnderstood() {
        func says(_ name: String, _ word: String) -> Bool {
            ColumnProfile(TextColumn(name: name, values: ["x"])).says([word])
        }
        #expect(says("死亡日期", "death") && says("末次随访日期", "last") && says("治疗开始日期", "start") && says("性别", "sex"))
        #expect(says("Todesdatum", "death") && says("letzter Kontakt", "last") && says("Gruppe", "group"))
        #expect(!says("stage", "death"))
    }
}

@Suite struct DraftedFileTests {
    /// Columns of the names, three patients each.
    private func draft(_ columns: (String, [String])...) -> StudyDraft {
        draftStudy(
            from: columns.map { TextColumn(name: $0.0, values: $0.1.map { $0.isEmpty ? nil : $0 }) }, name: "mine",
            path: "d.csv", delimiter: ",", missingCodes: [])
    }

    @Test func aChineseFileIsDraftedInChinese() {
        let draft = draft(
            ("病历号", ["1", "2", "3"]), ("分组", ["试验组", "对照组", "试验组"]), ("治疗开始日期", ["2021/1/3", "2021/2/13", "2021/3/3"]),
            ("死亡日期", ["2022/1/3", "", ""]), ("末次随访日期", ["2022/1/3", "2023/1/1", "2023/1/1"]))
        #expect(draft.key == "病历号")
        #expect(draft.yaml.contains("  language: zh\n"))
        #expect(draft.yaml.contains("    dates: year-month-day"))
        #expect(draft.yaml.contains("  reference: 对照组"))
        #expect(draft.yaml.contains("    label: 总生存期\n    from: 治疗开始日期\n    event: [死亡日期]\n    censor: 末次随访日期\n"))
    }

    /// `OS` beside `OS.time`, as genome projects write them, and CDISC's names.
    @Test func statusesByTheNameOfTheirTime() {
        let times = ["10", "200", "300", "400", "500"]
        let genome = draft(
            ("sample", ["a", "b", "c", "d", "e"]), ("OS", ["0", "1", "1", "0", "1"]), ("OS.time", times),
            ("PFI", ["1", "1", "1", "0", "1"]), ("PFI.time", times))
        #expect(genome.key == "sample")
        #expect(genome.endpoints.map(\.id) == ["os", "pfi"])
        #expect(genome.endpoints.map(\.label) == ["Overall survival", "Progression-free interval"])
        let trial = draft(
            ("USUBJID", ["a", "b", "c", "d", "e"]), ("TRT01P", ["Placebo", "Active", "Active", "Placebo", "Active"]),
            ("AVAL", times), ("CNSR", ["0", "1", "0", "1", "0"]))
        #expect(trial.armColumn == "TRT01P")
        #expect(trial.yaml.contains("  reference: Placebo"))
        #expect(trial.yaml.contains("codes: { 0: event, 1: censored }"))
    }

    /// A status beside dates needs the day of the event; the draft says so instead of guessing.
    @Test func aStatusWithoutADayIsNoEndpoint() {
        let draft = draft(
            ("id", ["1", "2", "3"]), ("surgery", ["2020-01-01", "2020-02-01", "2020-03-01"]),
            ("last_seen", ["2021-01-01", "2021-02-01", "2021-03-01"]), ("vital_status", ["dead", "alive", "dead"]))
        #expect(draft.endpoints.isEmpty)
        #expect(draft.checks.contains { $0.hasPrefix("'vital_status' says what happened, but no column on which day") })
    }

    @Test func namesForPeopleStayAsTheyAre() {
        let draft = draft(
            ("Age (yrs)", ["50", "61", "72"]), ("Hb g/dL", ["12.1", "10.5", "9.9"]),
            ("Overall survival (months)", ["3.1", "4.2", "9.9"]), ("Vital status", ["Dead", "Alive", "Dead"]))
        #expect(draft.yaml.contains("{ label: Age, unit: years }"))
        #expect(draft.yaml.contains("Hb g/dL: { label: Hb g/dL }"))
    }
}
