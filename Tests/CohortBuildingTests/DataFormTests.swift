import Foundation
import StudyFiles
import TestSupport
import Testing

@testable import CohortBuilding

/// The same patients make the same cohort, whatever the form of the file and the order of its rows.
@Suite struct DataFormTests {
    private func fixture(_ name: String) throws -> StudyFixture {
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(repositoryRoot)/Tests/DataFiles/\(name)")))
        var fixture = StudyFixture(bytes: bytes)
        fixture.study.dataFiles[0] = DataFile(
            name: StudyFixture.at("patients"), path: StudyFixture.at(name), key: StudyFixture.at("id"))
        if name.hasSuffix(".xlsx") { fixture.study.dataFiles[0].sheet = StudyFixture.at("Patients & more") }
        if name.hasSuffix(".sqlite") { fixture.study.dataFiles[0].table = StudyFixture.at("patients") }
        fixture.files = [name: bytes]
        fixture.declare("age")
        fixture.declare("centre")
        return fixture
    }

    @Test(arguments: ["sav", "dta", "xpt", "sas7bdat", "xlsx", "sqlite"])
    func everyFormGivesTheCohortOfItsText(form: String) throws {
        let name = "patients.\(form)"
        let cohort = try fixture(name).cohort()
        var text = try fixture("\(name).csv")
        let expected = try text.cohort()
        #expect(cohort.count == 12)
        #expect(cohort.keys == expected.keys)
        #expect(cohort.variables == expected.variables)
        var generator = SeededGenerator(seed: 3)
        text.files["\(name).csv"] = shuffledRows(text.files["\(name).csv"] ?? [], using: &generator)
        #expect(try text.cohort().variables == expected.variables)
    }

    /// Labels come in the order of their codes, not of the alphabet.
    @Test func levelsOfLabelledColumnsKeepTheirOrder() throws {
        var file = try fixture("patients.dta")
        file.declare("ecog")
        file.declare("sex")
        let variables = try file.cohort().variables
        func levels(_ name: String) -> [String] {
            if case .categorical(let values)? = variables[name] { values.levels.map(\.id) } else { [] }
        }
        #expect(levels("ecog") == ["Fully active", "Restricted", "Ambulatory"])
        #expect(levels("sex") == ["Male", "Female"])
    }
}
