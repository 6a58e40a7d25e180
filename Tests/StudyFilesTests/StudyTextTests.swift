import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import StudyFiles

@Suite struct StudyTextTests {
    @Test func aStudyFileIsReadAsItIs() throws {
        let sink = DiagnosticSink()
        let path = "\(repositoryRoot)/studies/hcc/study.yaml"
        #expect(readStudyText(at: path, reporting: sink) == (try studyText("studies/hcc/study.yaml")))
        expectMessages(sink, equal: "")
    }

    @Test func aFileThatIsNotThereIsNamed() {
        let sink = DiagnosticSink()
        #expect(readStudyText(at: "nowhere/study.yaml", reporting: sink) == nil)
        expectMessages(
            sink,
            equal: """
                error: study file 'nowhere/study.yaml' doesn't exist [unreadable-file]
                   help: check the spelling; paths begin in the folder where the command is run
                """)
    }

    @Test func aFolderIsNotAStudyFile() {
        let sink = DiagnosticSink()
        #expect(readStudyText(at: "/", reporting: sink) == nil)
        expectMessages(
            sink,
            equal: """
                error: '/' is a folder, not a study file [unreadable-file]
                   help: name the file in it: /study.yaml
                """)
    }

    /// Neither a data file named by mistake nor a device without end fills the memory.
    @Test func aStudyFileHasALimit() {
        let sink = DiagnosticSink()
        #expect(readStudyText(at: "/dev/zero", reporting: sink) == nil)
        expectMessages(
            sink,
            equal: """
                error: study file '/dev/zero' is larger than 4 MiB [unreadable-file]
                   help: name the study file; data stand in files of their own
                """)
    }

    @Test func anEmptyStudyFileIsRead() {
        let sink = DiagnosticSink()
        #expect(readStudyText(at: "/dev/null", reporting: sink) == "")
        expectMessages(sink, equal: "")
    }

    /// The first wrong byte after `a: ü` and a replacement character that is part of the text.
    @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0x41]] as [[UInt8]])
    func textInAnotherEncodingIsRefused(wrong: [UInt8]) {
        let sink = DiagnosticSink()
        let bytes = Array("x: 1\na: ü\u{FFFD}".utf8) + wrong + Array(" b\n".utf8)
        #expect(StudyFiles.studyText(of: bytes, file: "s.yaml", reporting: sink) == nil)
        expectMessages(
            sink,
            equal: """
                s.yaml:2:6: error: study file is not UTF-8 text [unreadable-file]
                   help: save it with the encoding UTF-8
                """)
    }
}
