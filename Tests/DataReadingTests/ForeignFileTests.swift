import Diagnostics
import Foundation
import StudyFiles
import Testing

@testable import DataReading

/// Files of other programs: every cell as R reads it; damaged in every way, never a crash.
@Suite struct ForeignFileTests {
    private static let names = [
        "patients.sav", "patients.zsav", "patients.dta", "patients-13.dta", "patients.xpt", "patients.sas7bdat",
        "patients.por", "patients.xlsx", "patients.sqlite",
    ]

    private func fixture(_ name: String) throws -> ReadingFixture {
        var fixture = try ReadingFixture(committed: name)
        if fixture.file.format == .workbook { fixture.file.sheet = at("Patients & more") }
        if fixture.file.format == .database { fixture.file.table = at("patients") }
        return fixture
    }

    @Test(arguments: names)
    func everyCellIsAsRReadsIt(name: String) throws {
        let expected = try ReadingFixture(committed: name == "patients.zsav" ? "patients.sav.csv" : "\(name).csv")
        #expect(try fixture(name).cells() == expected.cells())
    }

    /// The table of PSPP's files has `8` for a digit and for a raised 8; ReadStat alone takes the latter.
    @Test func lookAlikesOfAPortableFileAreDigits() throws {
        let bytes = try fixture("patients.por").bytes
        let mended = withoutLookAlikes(bytes)
        #expect(mended.count == bytes.count)
        // Only the table changes, and in what is left of it no byte but 0 stands for two letters.
        let changed = bytes.indices.filter { bytes[$0] != mended[$0] }
        #expect(!changed.isEmpty)
        let letters = mended.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }[264..<456]
        let used = letters.filter { $0 != UInt8(ascii: "0") }
        #expect(Set(used).count == used.count)
        #expect(withoutLookAlikes(mended) == mended)
        #expect(withoutLookAlikes(Array(bytes.prefix(300))).count == 300)
    }

    @Test func codesInPlaceOfLabels() throws {
        var file = try fixture("patients.sav")
        file.file.values = .codes
        #expect(try file.cells() == ReadingFixture(committed: "patients.sav.codes.csv").cells())
    }

    @Test func oldFilesAreReadInTheirLetters() throws {
        var file = try fixture("old.dta")
        file.file.encoding = at(.western)
        #expect(try file.cells() == ReadingFixture(committed: "old.dta.csv").cells())
    }

    @Test func aCatalogueLabelsTheValuesOfSAS() throws {
        var file = try ReadingFixture(committed: "labelled.sas7bdat")
        #expect(try file.cells() == [["id", "sex"], ["1", "2"], ["2", "1"], ["3", ""]])
        file.file.catalog = at("formats.sas7bcat")
        file.companions["formats.sas7bcat"] = try ReadingFixture(committed: "formats.sas7bcat").bytes
        // As haven::as_factor(haven::read_sas("labelled.sas7bdat", "formats.sas7bcat")) has it.
        #expect(try file.cells() == [["id", "sex"], ["1", "Female"], ["2", "Male"], ["3", ""]])
        #expect(file.read().table?.columnLevels == [[], ["Male", "Female"]])
        file.companions = [:]
        file.expect(
            """
            study.yaml:4:21: error: file 'formats.sas7bcat' can't be read [unreadable-file]
               help: check the path; it is relative to the study file
            """)
    }

    @Test func columnsHaveTheirLabelsAndPlaces() throws {
        let table = try #require(try fixture("patients.sav").read().table)
        let column = try #require(table.header.firstIndex(of: "stage"))
        #expect(table.columnLabels[column] == "UICC stage")
        #expect(table.location(row: 4, column: column).text == "patients.sav:row 5:stage")
        #expect(table.location(ofColumn: column).text == "patients.sav:stage")
    }

    @Test(arguments: [
        (DataFormat.spss, "DATE11", 13_000_000_000.0, "1994-09-26T23:06:40"),
        (.spss, "F8.2", 12.5, "12.5"), (.spss, "TIME8", 3661, "01:01:01"),
        (.stata, "%td", 0, "1960-01-01"), (.stata, "%tdD_m_Y", -1, "1959-12-31"),
        (.stata, "%tc", 1000, "1960-01-01T00:00:01"), (.stata, "%tm", 5, "5"),
        (.stata, "%9.0g", 5, "5"), (.stata, "%d", 22_000, "2020-03-26"),
        (.sas, "DATE9", 22_000, "2020-03-26"), (.sas, "YYMMDD10", 1, "1960-01-02"),
        (.sas, "DATETIME20", 86_400, "1960-01-02"), (.sas, "TIME5", 60, "00:01:00"),
        (.sas, "BEST12", 60, "60"), (.transport, "E8601DA", 1e12, "1000000000000"),
    ])
    func displayFormatsSayWhatANumberIs(
        format: DataFormat, display: String, number: Double, expected: String
    ) {
        #expect(NumberMeaning(format, displayFormat: display).text(number) == expected)
    }

    // MARK: Damage

    /// A damaged file gives cells or an error that names it, whatever was damaged.
    private func expectAnAnswer(_ fixture: ReadingFixture, _ what: String) {
        let (table, sink) = fixture.read()
        if table == nil { #expect(sink.hasErrors, "\(what)") }
        for message in sink.diagnostics where message.location?.file == "study.yaml" {
            #expect(message.summary.contains(fixture.file.path.value), "\(what): \(message.summary)")
        }
    }

    @Test(arguments: names)
    func cutFiles(name: String) throws {
        var file = try fixture(name)
        let whole = file.bytes
        for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 97)) {
            file.bytes = Array(whole[..<length])
            expectAnAnswer(file, "\(name), \(length) bytes")
        }
    }

    @Test(arguments: names, 1...4)
    func changedBytes(name: String, seed: Int) throws {
        var file = try fixture(name)
        let whole = file.bytes
        var generator = SeededGenerator(seed: UInt64(seed))
        for round in 0..<100 {
            file.bytes = whole
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0..<whole.count, using: &generator)
                file.bytes[place] =
                    [0, 0xFF, 0x7F, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
            }
            expectAnAnswer(file, "\(name), seed \(seed), round \(round)")
        }
    }

    @Test func damageIsSaidInWords() throws {
        var file = try fixture("patients.sav")
        file.bytes = Array(file.bytes.prefix(900))
        file.expect(
            """
            study.yaml:4:21: error: 'patients.sav' can't be read as an SPSS file: Unable to read from file [unreadable-data]
               help: open it in the program that wrote it and save it again
            """)
        file = ReadingFixture("x.dta", Array("no such file".utf8))
        file.expect(
            """
            study.yaml:4:21: error: 'x.dta' can't be read as a Stata file: Unable to read from file [unreadable-data]
               help: open it in the program that wrote it and save it again
            """)
    }
}
