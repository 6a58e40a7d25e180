import Diagnostics
import StudyFiles
import Testing

@testable import CohortBuilding

@Suite struct CellTests {
    @Test(arguments: [
        ("0", 0, 0), ("60", 60, 0), ("60.0", 60, 1), ("-0.50", -0.5, 2), ("+7", 7, 0), (".5", 0.5, 1), ("5.", 5, 0),
        ("1e3", 1000, 0), ("1.5E-2", 0.015, 3), ("1.25e1", 12.5, 1), ("007", 7, 0), ("1e-300", 1e-300, 15),
    ])
    func numbersAndTheDecimalsThatTheyShow(text: String, value: Double, decimals: Int) throws {
        let cell = try #require(NumberCell(text))
        #expect(cell.value == value)
        #expect(cell.decimals == decimals)
    }

    /// Short decimals take a way of their own, which must give what the standard library gives.
    @Test func shortDecimalsAreTheNearestNumbers() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let digits = String(Int.random(in: 0...999_999_999_999_999, using: &generator))
            let point = Int.random(in: 0...digits.count, using: &generator)
            let text =
                (Bool.random(using: &generator) ? "-" : "") + digits.prefix(point) + "." + digits.dropFirst(point)
            let cell = try #require(NumberCell(text))
            #expect(
                cell.value == Double(text.hasPrefix(".") ? "0\(text)" : text.replacing("-.", with: "-0.")), "\(text)")
        }
    }

    @Test(arguments: [
        "", ".", "-", "e5", "1e", "1e+", "1,234", "12,5", "1 234", "1_000", "0x1F", "inf", "-Infinity", "nan", "NaN",
        "1e999", "1e99999999999999999999", "12a", "٣", "−5", "1.2.3", "--1", "½",
    ])
    func everythingElseIsNoNumber(text: String) {
        #expect(NumberCell(text) == nil)
    }

    @Test func daysOfTheCalendar() {
        #expect(DateCell("2024-02-29") == .day(CalendarDay(daysSinceEpoch: 19_782)))
        #expect(DateCell("1970-01-01") == .day(CalendarDay(daysSinceEpoch: 0)))
        #expect(DateCell("2023-02-29") == .impossible(reason: "February 2023 has the days 01 to 28"))
        #expect(DateCell("2023-04-31") == .impossible(reason: "April 2023 has the days 01 to 30"))
        #expect(DateCell("2023-13-01") == .impossible(reason: "months are 01 to 12"))
        #expect(DateCell("0000-01-01") == .impossible(reason: "years are 0001 to 9999"))
        for text in ["2023-02-03T00:00:00", "2023-02-03 23:59", "2023-02-03T12:30:15.250"] {
            #expect(DateCell(text) == DateCell("2023-02-03"), "\(text)")
        }
        for text in [
            "2023-2-3", "03.02.2023", "20230203", "2023-02-03T", "2023-02-03T00:00:00Z", "2023-02-03 24:00",
            "2023-02-03T1:30", "", "----", "2023-02-0３",
        ] {
            #expect(DateCell(text) == .unparsable, "\(text)")
        }
    }

    @Test(arguments: [
        ("2021/4/3", ["2021-04-03"]), ("2021年4月3日", ["2021-04-03"]), ("20210403", ["2021-04-03"]),
        ("2021-04-03 00:00:00", ["2021-04-03"]), ("2021-04-03T12:30", ["2021-04-03"]),
        ("3/4/2021", ["2021-04-03", "2021-03-04"]), ("13.04.2021", ["2021-04-13"]), ("4/13/2021", ["2021-04-13"]),
        ("4.4.2021", ["2021-04-04"]), ("3/4/21", []), ("44289", []), ("spring 2021", []), ("99999999", []),
        ("2021-02-30", []), ("1/2/3/2021", []), ("９９９９/１/１", []), ("", []),
    ])
    func otherFormsOfDatesAreUnderstoodForTheHelp(text: String, days: [String]) {
        #expect(possibleDays(text) == days)
    }

    @Test func cellsAreShownShortAndWithoutControlCharacters() {
        #expect(quoted("Male") == "'Male'")
        #expect(quoted("a\nb\tc\r") == "'a\\nb\\tc\\r'")
        #expect(quoted("\u{1B}[2J\u{202E}") == "'\\u{1B}[2J\\u{202E}'")
        #expect(quoted(String(repeating: "x", count: 40)) == "'\(String(repeating: "x", count: 40))'")
        #expect(quoted(String(repeating: "x", count: 41)) == "'\(String(repeating: "x", count: 40))…'")
        #expect(listed((1...10).map(String.init)) == "'1', '2', '3', '4', '5', '6', '7', '8' and 2 more")
    }

    @Test func cutPointsBelongToTheGroupAbove() {
        let points = CutPoints([60, 40])
        #expect([39.9, 40, 59, 60, 80].map(points.group) == [0, 1, 1, 2, 2])
        #expect(points.labels == ["<40", "40–<60", "≥60"])
        #expect(CutPoints([0.5]).labels == ["<0.5", "≥0.5"])
    }

    @Test func levelsComeAsNumbersOrByTheirBytes() {
        #expect(distinctLevels(of: ["10", "9", nil, "1.5", "9"]) == ["1.5", "9", "10"])
        #expect(distinctLevels(of: ["b", "a", "Z", "10", "9", "é"]) == ["10", "9", "Z", "a", "b", "é"])
        #expect(distinctLevels(of: ["1.0", "1"]) == ["1", "1.0"])
        #expect(distinctLevels(of: [nil]) == [])
        // Composed and decomposed é are one level, whichever comes first.
        let spellings = ["e\u{301}", "\u{E9}"]
        for order in [spellings, spellings.reversed()] {
            let levels = distinctLevels(of: order)
            #expect(levels.count == 1)
            #expect(levels.first.map { Array($0.utf8) } == Array("e\u{301}".utf8))
        }
    }

    @Test func answersAreTrimmedAndEmptyOnesDropped() {
        #expect(parts(of: " Lung;Bone ;; ", separatedBy: ";") == ["Lung", "Bone"])
        #expect(parts(of: "Lung", separatedBy: ";") == ["Lung"])
        #expect(parts(of: ";", separatedBy: ";") == [])
        #expect(parts(of: "a and b", separatedBy: " and ") == ["a", "b"])
    }
}
