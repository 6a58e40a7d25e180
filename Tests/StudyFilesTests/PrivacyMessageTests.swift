import Diagnostics
import Testing

@testable import StudyFiles

/// Messages about what is published of few patients.
@Suite struct PrivacyMessageTests {
    @Test func `a minimum of one withholds nothing`() {
        expectFaults(
            in: head + "privacy: { minimum_cell: 1 }\n",
            """
            study.yaml:8:26: error: expected a whole number from 2 to 1000 for 'minimum_cell', found 1 [out-of-range]
                8 | privacy: { minimum_cell: 1 }
                  |                          ^
            """)
    }

    @Test func `the minimum is read with its place`() throws {
        let study = try readSound(head + "privacy: { minimum_cell: 6 }\n")
        #expect(study.minimumCell?.value == 6)
        #expect(study.minimumCell?.location.line == 8)
        #expect(try readSound(head).minimumCell == nil)
    }
}
