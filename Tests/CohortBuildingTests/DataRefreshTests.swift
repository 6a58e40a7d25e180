import Diagnostics
import StudyFiles
import Testing

@testable import CohortBuilding

/// What became of each patient, on a few cells.
@Suite struct DataRefreshTests {
    private func study(_ sink: DiagnosticSink, forms: String = "") throws -> Study {
        let text = """
            greenwood: 1
            study: { title: A trial }
            data:
              patients: { file: p.csv, key: id\(forms) }
              events: { file: e.csv, patient: id }
            endpoints:
              os: { label: Overall survival, from: start, event: death, censor: last, unit: months }
            """
        return try #require(readStudy(text, file: "study.yaml", reporting: sink))
    }

    private func refresh(
        _ old: [String: String], _ new: [String: String], forms: String = ""
    ) throws -> DataRefresh {
        let sink = DiagnosticSink()
        let study = try study(sink, forms: forms)
        let events = "id,term\nA,Rash\nB,Fever\n"
        return try #require(
            DataRefresh(
                of: study, old: { Array((old[$0] ?? events).utf8) }, new: { Array((new[$0] ?? events).utf8) },
                reporting: sink))
    }

    private let head = "id,age,start,death,last\n"

    @Test func cellsThatMoveForwardAreFollowUpAndOthersAreCorrections() throws {
        let refresh = try refresh(
            [
                "p.csv": head
                    + "A,60,2024-01-01,,2024-06-01\nB,70,2024-01-01,2024-05-01,2024-05-01\nC,50,2024-01-01,,2024-02-01\n"
            ],
            [
                "p.csv": head
                    // A died later, and was a year older; B's death moved; C is gone; D is new.
                    + "A,61,2024-01-01,2024-09-01,2024-09-01\nB,70,2024-01-01,2024-04-01,2024-05-01\nD,40,2024-03-01,,2024-08-01\n",
                "e.csv": "id,term\nA,Rash\nA,Nausea\nB,Fever\nB,Cough\nD,Pain\n",
            ])
        #expect(refresh.newPatients == 1)
        #expect(refresh.patientsWithFollowUp == 1)
        #expect(refresh.patientsGone == 1)
        #expect(
            refresh.corrections.map { "\($0.key) \($0.column ?? "-") \($0.old ?? "-") \($0.new ?? "-")" } == [
                "A age 60 61", "B death 2024-05-01 2024-04-01", "C - - -",
            ])
        func text(_ file: String, _ step: DataRefresh.Step) -> String {
            String(decoding: refresh.bytes(of: file, after: step) ?? [], as: UTF8.self)
        }
        #expect(
            text("p.csv", .corrections) == head
                + "A,61,2024-01-01,,2024-06-01\nB,70,2024-01-01,2024-04-01,2024-05-01\n")
        #expect(
            text("p.csv", .followUp) == head
                + "A,61,2024-01-01,2024-09-01,2024-09-01\nB,70,2024-01-01,2024-04-01,2024-05-01\n")
        #expect(text("p.csv", .newPatients).hasSuffix("D,40,2024-03-01,,2024-08-01\n"))
        // The rows of a patient change with the patient's follow-up.
        #expect(text("e.csv", .corrections) == "id,term\nA,Rash\nB,Fever\nB,Cough\n")
        #expect(text("e.csv", .followUp) == "id,term\nA,Rash\nA,Nausea\nB,Fever\nB,Cough\n")
    }

    /// The states in between are read as the study says that the files are written.
    @Test func otherFormsOfDatesAndNumbersAreReadInBetween() throws {
        let head = "id;size;start;death;last\n"
        let refresh = try refresh(
            ["p.csv": head + "A;1,5;01.02.2024;;01.06.2024\nB;2,5;01.02.2024;;01.06.2024\n"],
            ["p.csv": head + "A;1,75;01.02.2024;;01.06.2024\nB;2,5;01.02.2024;03.08.2024;03.08.2024\n"],
            forms: ", dates: day-month-year, decimal: comma")
        #expect((refresh.patientsWithFollowUp, refresh.corrections.map(\.new)) == (1, ["1.75"]))
        for (step, times) in [(DataRefresh.Step.corrections, [121.0, 121]), (.followUp, [121, 184])] {
            let sink = DiagnosticSink()
            let cohort = try #require(
                buildCohort(
                    for: refresh.study, reading: { refresh.bytes(of: $0, after: step) ?? [] }, reporting: sink))
            #expect(sink.diagnostics.isEmpty)
            #expect(cohort.endpoints["os"]?.time == NumberValues(numbers: times))
        }
    }

    @Test func cellsWithDelimitersStayCells() {
        var text = CSVText(delimiter: UInt8(ascii: ";"))
        text.add(["a;b", "say \"x\"", "c,d"])
        #expect(text.text == "\"a;b\";\"say \"\"x\"\"\";c,d\n")
    }
}
