import Diagnostics
import StudyFiles
import TestSupport
import Testing

@testable import CohortBuilding

/// Which numbers are taken for codes of missing values, which days for slips, and what is said of them.
@Suite struct PlausibilityTests {
    @Test func codesAmongNumbersAreSaid() {
        var fixture = StudyFixture(
            patients:
                "id,age,bmi\n1,51,22.5\n2,60,-99.0\n3,-99,24\n4,64,25\n5,999,26\n6,-99,27.5\n7,76,28\n8,70,24.5\n",
            missing: ["NA"])
        fixture.declare("age")
        fixture.declare("bmi")
        fixture.expect(
            """
            patients.csv:3:6: warning: 'bmi' has numbers that look like codes for missing values: '-99.0' (1 patient) [likely-missing-code]
               note: the other numbers are 22.5 to 28
               help: if no value was meant, set data.patients.missing to ['NA', '-99.0'], for all columns of the file

            patients.csv:4:3: warning: 'age' has numbers that look like codes for missing values: '-99' (2 patients), '999' (1 patient) [likely-missing-code]
               note: the other numbers are 51 to 76
               help: if no value was meant, set data.patients.missing to ['NA', '-99', '999'], for all columns of the file
            """)
    }

    /// Declared codes are missing, and nothing is said.
    @Test func declaredCodesAreMissing() throws {
        var fixture = StudyFixture(
            patients: "id,age\n1,51\n2,60\n3,-99\n4,64\n5,999\n6,-99\n7,66\n8,70\n", missing: ["-99", "999"])
        fixture.declare("age")
        #expect(try fixture.cohort().variables["age"]?.missingCount(nil) == 3)
    }

    static let scores: [Double] = (0..<25).map { Double($0 % 4) }
    static let ages: [Double] = Array(stride(from: 31.0, through: 95, by: 2))
    static let baseExcess: [Double] = [-14.2, -9.0, -6.5, -3, -1, 0, 2.5, 4, 8]

    struct Case: Sendable {
        let others: [Double]
        let codes: [Double]
    }

    static let columnsWithCodes: [Case] = [
        Case(others: ages, codes: [-99]),
        Case(others: ages, codes: [-99, -88, 999, 9999]),
        Case(others: [40, 52, 55, 61, 70], codes: [-99]),
        Case(others: [158, 170, 181, 199, 205], codes: [999]),
        Case(others: scores, codes: [99]),
        Case(others: baseExcess, codes: [-99]),
        Case(others: baseExcess, codes: [999]),
        Case(others: [0, 0, 1, 1, 1], codes: [-9]),
        Case(others: [2012, 2014, 2015, 2018, 2021], codes: [9999]),
    ]

    @Test(arguments: columnsWithCodes)
    func codesAreFound(_ column: Case) {
        let found = LikelyCodes(in: column.codes + column.others + [.nan])
        #expect(found.codes == column.codes)
        #expect(found.others?.lowerBound == column.others.min() && found.others?.upperBound == column.others.max())
    }

    @Test func codesHaveAForm() {
        let forms = [-9.0, 77, 88, -99, 777, 888, 999, -7777, 9999, 99999, -999_999]
        #expect(forms.allSatisfy(LikelyCodes.hasFormOfCode))
        let others = [9.0, 0, -8, 78, 98, 100, 778, 990, 1000, 9990, 7778, 99.9, -9.9, 1_111_110, .nan, .infinity]
        #expect(!others.contains(where: LikelyCodes.hasFormOfCode))
    }

    /// A -9 that is not far from the others is a code where it is repeated.
    @Test func repeatedCodesNearTheOthersAreFound() {
        #expect(LikelyCodes(in: Self.ages + [-9, -9]).codes == [-9])
        #expect(LikelyCodes(in: Self.ages + [-9]).codes.isEmpty)
    }

    static let measured: [[Double]] = [
        [34, 47, 58, 66, 71, 85, 99, 99, 101, 110],  // Ages.
        [142, 180, 220, 250, 310, 402, 999, 999],  // Platelets.
        [-14.2, -9.0, -9, -6.5, -3, -1, 0, 2.5, 4, 8, 9.9],
        [-100, -99, -64, -30, -12, 0, 15, 40],  // Changes in percent.
        [3, 5, 8, 12, 14, 20, -9],  // Changes of few patients.
        [1, 2, 5, 8, 14, 60, 99, 180],  // C-reactive protein.
        [1, 4, 80, 999, 1200, 9999, 20400],  // Alpha-fetoprotein.
        [-2.1, -1.3, -0.2, 0, 0.7, 1.9, -9],  // Standard scores.
        [1, 2, 3, 99],  // Too few to tell.
        [0.1, 0.5, 0.77, 0.99],
        [],
    ]

    @Test(arguments: measured)
    func measuredNumbersAreNoCodes(_ numbers: [Double]) {
        #expect(LikelyCodes(in: numbers + [.nan]).codes.isEmpty)
    }

    /// A time below 0 is an error; that it may be a code is said with it.
    @Test func codesAmongTimesAreErrors() {
        var fixture = StudyFixture(patients: "id,t,s\n1,12,1\n2,-99,1\n")
        fixture.study.endpoints = [.columns("os", time: "t", status: "s")]
        let (_, sink) = fixture.build()
        #expect(
            sink.diagnostics.first?.help.last == "add '-99' to data.patients.missing if it stands for a missing value")
    }

    /// Times and entries are numbers too.
    @Test func codesAmongTimesAreSaid() {
        let rows = (1...8).map { "\($0),\($0 == 3 ? 9999 : $0 * 10),1,\($0 == 5 ? -99 : 0)" }
        var fixture = StudyFixture(patients: "id,t,s,e\n" + rows.joined(separator: "\n") + "\n")
        fixture.study.endpoints = [.columns("os", time: "t", status: "s", entry: "e")]
        fixture.expect(
            """
            patients.csv:4:3: warning: 't' has numbers that look like codes for missing values: '9999' (1 patient) [likely-missing-code]
               note: the other numbers are 10 to 80
               help: if no value was meant, set data.patients.missing to ['9999'], for all columns of the file

            patients.csv:6:8: warning: 'e' has numbers that look like codes for missing values: '-99' (1 patient) [likely-missing-code]
               note: the other numbers are 0 to 0
               help: if no value was meant, set data.patients.missing to ['-99'], for all columns of the file
            """)
    }

    @Test func daysThatCanHardlyBeAreSaid() throws {
        var rows = (1...20).map { "\($0),2019-0\($0 % 9 + 1)-05,,2021-11-20" }
        rows[3] = "4,1951-03-02,,2021-11-20"
        rows[6] = "7,2019-03-02,,2203-05-01"
        var fixture = StudyFixture(patients: "id,surgery,death,last\n" + rows.joined(separator: "\n") + "\n")
        fixture.study.endpoints = [.dates("os", start: "surgery", events: ["death"], censoring: "last")]
        fixture.today = CalendarDay(iso: "2026-01-31")
        fixture.expect(
            """
            patients.csv:5:3: warning: 'surgery' has days that are far from all others: '1951-03-02' (1 patient) [implausible-date]
               note: the other days are 2019-01-05 to 2019-09-05
               help: correct the date, or add '1951-03-02' to data.patients.missing if it stands for a missing value

            patients.csv:8:15: warning: 'last' has days that are yet to come: '2203-05-01' (1 patient) [implausible-date]
               note: no day after 2026-01-31 can have been recorded
               help: correct the date, or add '2203-05-01' to data.patients.missing if it stands for a missing value
            """)
    }

    /// Where nobody knows which day it is, a day of another century is still far from the others.
    @Test func farDaysNeedNoToday() {
        let days = (0..<30).map { $0 * 100 }
        #expect(NearDays(of: days + [90_000]).range == 0...2900)
        #expect(NearDays(of: days + [-25_000, -24_000]).range == 0...2900)
    }

    /// A register of many decades, and a few days of which none can be said to be the odd one.
    @Test func longSpansAreNoSlips() {
        #expect(NearDays(of: (0..<30).map { $0 * 1000 }).range == nil)
        #expect(NearDays(of: [0, 100, 20_000]).range == nil)
        #expect(NearDays(of: []).range == nil)
    }
}
