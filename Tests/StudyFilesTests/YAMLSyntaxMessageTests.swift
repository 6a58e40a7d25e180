import Testing

/// What the YAML parser finds, in this program's words.
@Suite struct YAMLSyntaxMessageTests {
    @Test func plainTextWithAColon() {
        expectFaults(
            in: """
                study:
                  title: Surgery: a study
                """,
            """
            study.yaml:2:17: error: ': ' can't stand in plain text [yaml-syntax]
                2 |   title: Surgery: a study
                  |                 ^
               help: put the whole text in quotes
            """)
    }

    @Test func aKeyOutOfItsColumn() {
        expectFaults(
            in: """
                study:
                  title: A
                   short: B
                """,
            """
            study.yaml:3:4: error: the key is not in the column of the keys around it [yaml-syntax]
                3 |    short: B
                  |    ^^^^^
               help: begin it in the same column as they do
            """)
    }

    @Test func aTabForIndentation() {
        expectFaults(
            in: """
                study:
                \ttitle: A
                """,
            """
            study.yaml:2:1: error: a tab can't indent a line [yaml-syntax]
                2 | \ttitle: A
                  | ^
               help: indent with spaces
            """)
    }

    @Test func aSpecialCharacterAtTheBeginning() {
        expectFaults(
            in: """
                title: @home
                """,
            """
            study.yaml:1:8: error: '@' can't begin plain text [yaml-syntax]
                1 | title: @home
                  |        ^
               help: put the text in quotes
            """)
    }

    @Test func aListThatIsNotClosed() {
        expectFaults(
            in: """
                order: [A, B
                reference: A
                """,
            """
            study.yaml:1:8: error: the list is not closed [yaml-syntax]
                1 | order: [A, B
                  |        ^^^^^
               help: close it with ']', or put texts with special characters in quotes
            """)
    }

    @Test func aMappingThatIsNotClosed() {
        expectFaults(
            in: """
                arms: { column: arm
                """,
            """
            study.yaml:1:19: error: expected ',' or '}' in a mapping [yaml-syntax]
                1 | arms: { column: arm
                  |                   ^
               note: the mapping begins here (study.yaml:1:7)
               help: close it with '}', or put texts with special characters in quotes
            """)
    }

    @Test func aQuoteThatIsNotClosed() {
        expectFaults(
            in: """
                title: "A study
                short: S

                """,
            """
            study.yaml:1:8: error: quoted text is not closed [yaml-syntax]
                1 | title: "A study
                  |        ^
               help: end it with the quote that begins it
            """)
    }

    @Test func aKeyWithoutAColon() {
        expectFaults(
            in: """
                greenwood: 1
                study
                data: x
                """,
            """
            study.yaml:2:1: error: expected ':' after the key [yaml-syntax]
                2 | study
                  | ^^^^^
               help: write 'key: value', or indent the line as part of the text above it
            """)
    }

    @Test func anAliasWithoutAnchor() {
        expectFaults(
            in: """
                title: *bold
                """,
            """
            study.yaml:1:8: error: no anchor has the name of this alias [yaml-syntax]
                1 | title: *bold
                  |        ^
               help: put text that begins with '*' in quotes
            """)
    }

    @Test func aSecondDocument() {
        expectFaults(
            in: """
                greenwood: 1
                ---
                greenwood: 1
                """,
            """
            study.yaml:2:1: error: a study file is one document, found a second [yaml-syntax]
                2 | ---
                  | ^
               help: delete the line '---'
            """)
    }

    @Test func aListOnTheLineOfItsKey() {
        expectFaults(
            in: """
                rows: - age
                """,
            """
            study.yaml:1:7: error: a list can't begin on the line of its key [yaml-syntax]
                1 | rows: - age
                  |       ^
               help: write '- …' on lines of their own, or the list in brackets: [a, b]
            """)
    }

    @Test func aListAndAKeySideBySide() {
        expectFaults(
            in: """
                rows:
                  - age
                  sex: x
                """,
            """
            study.yaml:3:3: error: expected '-' as in the lines before [yaml-syntax]
                3 |   sex: x
                  |   ^
               help: a list and keys can't stand side by side
            """)
    }

    @Test func textAfterAQuote() {
        expectFaults(
            in: """
                title: 'A' study
                """,
            """
            study.yaml:1:12: error: expected a key here [yaml-syntax]
                1 | title: 'A' study
                  |            ^
               help: check the indentation, and that quoted text ends with its closing quote
            """)
    }

    @Test func aValueThatIsMissing() {
        expectFaults(
            in: """
                rows: [, age]
                """,
            """
            study.yaml:1:8: error: expected a value here [yaml-syntax]
                1 | rows: [, age]
                  |        ^
               help: put text that begins with a special character in quotes
            """)
    }

    @Test func aLineWithLessIndentation() {
        expectFaults(
            in: """
                  greenwood: 1
                study: x
                """,
            """
            study.yaml:2:1: error: the line doesn't belong to what stands before it [yaml-syntax]
                2 | study: x
                  | ^
               help: check its indentation
            """)
    }

    @Test func anUnknownEscape() {
        expectFaults(
            in: """
                title: "A \\study"
                """,
            """
            study.yaml:1:11: error: '\\s' is not an escape of quoted text [yaml-syntax]
                1 | title: "A \\study"
                  |           ^
               help: write '\\\\' for a backslash, or put the text in single quotes
            """)
    }

    @Test func aTabInABlockOfText() {
        expectFaults(
            in: """
                title: >
                  A
                \tstudy
                """,
            """
            study.yaml:3:1: error: a tab can't indent a line [yaml-syntax]
                3 | \tstudy
                  | ^
               help: indent with spaces
            """)
    }
}
