import Testing

@testable import StudyFiles

@Suite struct CellFormsTests {
    @Test(arguments: [
        ("30.04.2025", "2025-04-30"), ("3/4/2025", "2025-04-03"), ("3-4-2025", "2025-04-03"),
        ("30.04.2025 14:30", "2025-04-30"), ("30.04.2025 14:30:00.000", "2025-04-30"),
        // Whatever isn't a date of this order stays, for a message to quote: also days that the calendar doesn't have.
        ("2025-04-30", "2025-04-30"), ("31.04.2025", "2025-04-31"), ("3/4/25", "3/4/25"), ("3.4/2025", "3.4/2025"),
        ("30.04.2025 soon", "30.04.2025 soon"), ("1.2.3.2025", "1.2.3.2025"), ("A", "A"), ("3..2025", "3..2025"),
    ])
    func daysFirst(text: String, plain: String) {
        #expect(CellForms(dates: .dayMonthYear).plain(text) == plain)
    }

    @Test func otherOrders() {
        #expect(CellForms(dates: .monthDayYear).plain("4/30/2025") == "2025-04-30")
        #expect(CellForms(dates: .yearMonthDay).plain("2025/4/30") == "2025-04-30")
        #expect(CellForms(dates: .yearMonthDay).plain("2025年4月3日") == "2025-04-03")
        #expect(CellForms().plain("30.04.2025") == "30.04.2025")
    }

    @Test(arguments: [
        ("12,5", "12.5"), ("-0,25", "-0.25"), ("1.234,5", "1234.5"), ("1.234.567", "1234567"), ("1.234", "1234"),
        ("7", "7"),
        ("12.5", "12.5"), ("1,2,3", "1,2,3"), ("a,b", "a,b"), (",", ","), ("1.23,4", "1.23,4"),
    ])
    func decimalCommas(text: String, plain: String) {
        #expect(CellForms(decimal: .comma).plain(text) == plain)
    }

    @Test func aStudyFileSaysThem() throws {
        let study = try readSound(fullStudy)
        #expect(study.dataFiles[0].forms == CellForms(dates: .dayMonthYear, decimal: .comma))
        #expect(study.dataFiles[1].forms.arePlain)
    }
}
