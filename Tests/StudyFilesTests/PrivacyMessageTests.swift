import TestSupport
import Testing

@testable import StudyFiles

/// Messages about what is published of few patients.
@Suite struct PrivacyMessageTests {
    private static let rest = """
        endpoints:
          os: { from: a, event: b, censor: c }
        figures:
          - { id: course, kind: swimmer, endpoint: os, caption: Courses. }
          - { id: curves, kind: kaplan-meier, panels: [{ endpoint: os }], caption: Curves. }

        """

    @Test func `a figure of single patients does not go with it`() {
        expectFaults(
            in: head + "privacy: { minimum_cell: 6 }\n" + Self.rest,
            """
            study.yaml:12:11: error: figure 'course' is a swimmer plot, which shows single patients; 'privacy' withholds counts below 6 [figure-of-single-patients]
               12 |   - { id: course, kind: swimmer, endpoint: os, caption: Courses. }
                  |           ^^^^^^
               note: asked for here (study.yaml:8:1)
               help: delete the figure, or 'privacy' in a study file for readers inside
            """)
    }

    @Test func `a minimum of one withholds nothing`() {
        expectFaults(
            in: head + "privacy: { minimum_cell: 1 }\n",
            """
            study.yaml:8:26: error: expected a whole number from 2 to 1000 for 'minimum_cell', found 1 [out-of-range]
               8 | privacy: { minimum_cell: 1 }
                 |                          ^
            """)
    }
}
