import Diagnostics
import Testing

/// A message shows the cell at fault and no other of the patient: it may be sent to somebody who may not see the data.
@Suite struct CellPrivacyTests {
    /// What is put into a cell, one after another: a text, a number that is none, days that cannot be.
    private static let faults = ["zz@zz", "12,5", "-7", "2023-02-30", "1900-01-01", "2999-01-01", "\"", "", "NA"]

    /// The columns that are compared with each other: dates out of order are named together.
    private static let dates: Set<String> = [
        "treatment_start", "progression_date", "death_date", "last_contact_date",
    ]

    @Test(arguments: faults) func `no message shows another cell`(fault: String) throws {
        let sound = try liverCancerStudy()
        let lines = (sound.files["patients.csv"] ?? []).split(separator: UInt8(ascii: "\n")).map {
            String(decoding: $0, as: UTF8.self)
        }
        let header = lines[0].split(separator: ",").map(String.init)
        // Two patients with much in their rows.
        for row in [1, 2] {
            let cells = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            for column in header.indices {
                var changed = cells
                changed[column] = fault
                var fixture = sound
                var text = lines
                text[row] = changed.joined(separator: ",")
                fixture.files["patients.csv"] = Array(text.joined(separator: "\n").utf8)
                let messages = fixture.build().sink.diagnostics
                var formatter = DiagnosticFormatter()
                formatter.allowQuoting(fixture.yaml.text, of: StudyText.file)
                let shown = messages.map(formatter.format).joined(separator: "\n")
                for other in header.indices where other != column && cells[other].count >= 4 {
                    let isComparedDate = Self.dates.contains(header[other]) && Self.dates.contains(header[column])
                    // What the plan itself names, such as a level, may be shown.
                    let isNamed = fixture.yaml.text.contains(cells[other]) || Self.levels.contains(cells[other])
                    guard !isComparedDate, !isNamed else { continue }
                    #expect(
                        !shown.contains(cells[other]),
                        "'\(fault)' in \(header[column]) shows \(header[other]): \(shown)")
                }
            }
        }
    }

    /// Levels that the plan of the fixture declares in code.
    private static let levels: Set<String> = ["Male", "Female", "IO+T", "RT+IO+T", "TACE", "HAIC"]
}
