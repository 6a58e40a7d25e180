import Bundling
import Diagnostics
import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import CairoRendering
@testable import greenwood

/// The exact text of the messages that the commands themselves give.
@Suite struct DeliveryMessageTests {
    let session = Session()

    @Test func substitutedFont() {
        session.reportFontProblems(
            FontProblems(substitutions: [.init(asked: "Liberation Sans", obtained: "DejaVu Sans")], missingGlyphs: []))
        expectMessages(
            session.sink,
            equal: """
                warning: font 'Liberation Sans' is not installed; figures use 'DejaVu Sans' [font-substituted]
                   help: install it; on Debian and Ubuntu: apt-get install fonts-liberation2
                """)
        #expect(!session.sink.hasErrors)
    }

    @Test func missingGlyph() {
        session.reportFontProblems(
            FontProblems(substitutions: [], missingGlyphs: [.init(character: "肝", text: "肝癌")]))
        expectMessages(
            session.sink,
            equal: """
                error: character '肝' (U+809D) of '肝癌' is in no installed font [missing-glyph]
                   help: install a font that has it; on Debian and Ubuntu: apt-get install fonts-noto-cjk
                """)
    }

    /// All characters stand in one message, whatever their number, with every package that is needed.
    @Test func missingGlyphsAreOneMessage() {
        session.reportFontProblems(
            FontProblems(
                substitutions: [],
                missingGlyphs: [.init(character: "肝", text: "肝癌"), .init(character: "\u{10FFFD}", text: "x")]))
        expectMessages(
            session.sink,
            equal: """
                error: characters '肝' (U+809D), '\u{10FFFD}' (U+10FFFD) are in no installed font; the first is in \
                '肝癌' [missing-glyph]
                   help: install a font that has them; on Debian and Ubuntu: apt-get install fonts-noto-cjk
                   help: install a font that has them; on Debian and Ubuntu: apt-get install fonts-noto-core
                """)
    }

    @Test func unknownFamilyNamesNoPackage() {
        session.reportFontProblems(
            FontProblems(substitutions: [.init(asked: "Optima", obtained: "DejaVu Sans")], missingGlyphs: []))
        expectMessages(
            session.sink,
            equal: """
                warning: font 'Optima' is not installed; figures use 'DejaVu Sans' [font-substituted]
                   help: install it, or name another font in the style's 'figures'
                """)
    }

    @Test func resultsOfALaterVersion() {
        session.report(ResultsReadingError.newerSchema(found: 2, supported: 1), reading: "results.json")
        expectMessages(
            session.sink,
            equal: """
                error: 'results.json' is written in version 2 of the results' grammar; this program reads up to 1 \
                [results-too-new]
                   help: render it with the program that wrote it, or analyse the study again
                """)
    }

    @Test func noResults() {
        session.report(ResultsReadingError.unreadable("'study' is missing in ''"), reading: "x.json")
        expectMessages(
            session.sink,
            equal: """
                error: 'x.json' is not a results file: 'study' is missing in '' [results-unreadable]
                   help: give the results.json of a bundle, or make one with 'greenwood analyze'
                """)
    }

    @Test func foreignFolder() {
        session.report(.holdsOtherFiles(["notes.txt"]), writing: "output/hcc")
        expectMessages(
            session.sink,
            equal: """
                error: folder 'output/hcc' holds files that greenwood did not make, or that were changed since: \
                'notes.txt' [foreign-folder]
                   help: move them, choose another folder with --output, or lose them with --replace
                """)
    }

    @Test func manyForeignFilesAreCounted() {
        session.report(.holdsOtherFiles((1...7).map { "n\($0)" }), writing: "o")
        #expect(rendered(session.sink).contains("'n5' and 2 more [foreign-folder]"))
    }

    @Test func fileInThePlaceOfAFolder() {
        session.report(.notAFolder, writing: "output/hcc")
        expectMessages(
            session.sink,
            equal: """
                error: 'output/hcc' can't be written: it is a file [cannot-write]
                   help: choose another folder with --output
                """)
    }

    @Test func systemRefusal() {
        let bundle = "\(repositoryRoot)/output/hcc"
        session.report(.system(path: bundle, reason: "No space left on device"), writing: bundle)
        expectMessages(
            session.sink,
            equal: """
                error: '\(bundle)' can't be written: No space left on device [cannot-write]
                   note: the previous bundle is as it was
                   help: mend that, or choose another folder with --output
                """)
    }

    /// What is named is what the user named, and an old bundle is spoken of where there is one.
    @Test func folderInsideAFile() throws {
        let file = "\(repositoryRoot)/Package.swift"
        do {
            _ = try BundleStaging(for: BundleFolder(path: "\(file)/sub"))
            Issue.record("a folder was made in a file")
        } catch {
            session.report(error, writing: "\(file)/sub")
        }
        expectMessages(
            session.sink,
            equal: """
                error: '\(file)/sub' can't be written: '\(file)' is a file [cannot-write]
                   help: mend that, or choose another folder with --output
                """)
    }

    @Test func referenceDocumentThatIsNone() {
        let path = "\(repositoryRoot)/Package.swift"
        #expect(session.readReferenceDocument(path) == nil)
        expectMessages(
            session.sink,
            equal: """
                error: file '\(path)' can't be read: it is not a ZIP archive, or its end is missing [unreadable-file]
                   help: 'reference_doc' takes a document that Word saved as .docx
                """)
    }

    @Test func missingResultsFile() {
        #expect(session.read("no/such/results.json") == nil)
        expectMessages(
            session.sink,
            equal: """
                error: file 'no/such/results.json' can't be read: No such file or directory [unreadable-file]
                   help: check the spelling; paths begin in the folder where the command is run
                """)
    }

    @Test(arguments: [
        ("studies/hcc/study.yaml", "output/hcc"), ("lung.yaml", "output/lung"), ("a/results.json", "output/a"),
        ("/srv/trials/amber.yml", "output/amber"),
    ])
    func outputFolderIsNamedForTheStudy(study: String, folder: String) {
        #expect(defaultOutputFolder(forStudy: study) == folder)
    }

    @Test(arguments: [("study.yaml", "."), ("a/b/study.yaml", "a/b"), ("/study.yaml", "/")])
    func folderOfAPath(path: String, folder: String) {
        #expect(folderName(of: path) == folder)
    }
}

extension DeliveryMessageTests {
    @Test func remarksOnTheDesign() throws {
        let study = try TemporaryStudy()
        let loaded = try #require(session.load(study.studyFile))
        var results = session.analyze(loaded)
        results.design = [
            DesignNote(.missingCutoff, about: "study", label: "T"),
            DesignNote(.differentTimeZero, about: "endpoints", label: "", items: ["a", "b"]),
            DesignNote(.treatmentAfterTimeZero, about: "x", label: "X", items: ["rt_start", "visit"], value: 12),
            DesignNote(.groupsAfterTimeZero, about: "km", label: "K.", items: ["Response"]),
            DesignNote(.deathNotAnEvent, about: "x", label: "PFS", items: ["progression_date"]),
            DesignNote(.dichotomised, about: "x", label: "Age", items: ["age"], value: 60),
            DesignNote(.fewEventsPerVariable, about: "c", label: "C.", items: ["PFS"], value: 7.25),
            DesignNote(.selectedByPValue, about: "c", label: "C.", items: ["Sex"], value: 0.05),
        ]
        var plan = loaded.study
        plan.endpoints = []
        let sink = DiagnosticSink()
        reportDesign(of: results, planned: plan, to: sink)
        expectMessages(
            sink,
            equal: """
                note: study has no cut-off [design-remark]
                   help: give the last day of follow-up as 'cutoff' in 'study'; events after it are left out

                note: endpoints begin on different days: 'a', 'b' [design-remark]
                   help: begin them on one day, or say why in the text

                note: treatment begins after time zero in 12 patients: 'rt_start' after 'visit' [design-remark]
                   help: who received it had to live until then (immortal time): begin on the day of the decision, analyse from a landmark, or say why it does not matter

                note: groups of figure 'km' are known only after time zero: Response [design-remark]
                   help: who is in them had to live until then: begin at a landmark, or do not compare survival between them

                note: death does not end 'x' (PFS); its events are 'progression_date' [design-remark]
                   help: add the date of death to 'event', or call it the time to what ends it, with death as 'competing'

                note: 'x' cuts 'age' at 60 [design-remark]
                   help: groups lose information: say why it is cut there, or use the number itself as well

                note: multivariable model of PFS in table 'c' has 7.3 events for each coefficient [design-remark]
                   help: ten are a usual minimum: take fewer covariates, chosen beforehand, or 'firth: true'

                note: covariates of table 'c' enter by their p-value (below 0.05); left out: Sex [design-remark]
                   help: a model chosen by p-values gives too small p-values: name the covariates beforehand in 'multivariable'
                """)
        #expect(!sink.hasErrors)
    }
}
