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
