import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import StudyFiles

@Suite struct JSONSchemaTests {
    @Test func theCommittedSchemaIsTheSpecification() throws {
        let text = String(decoding: try StudyLanguage.jsonSchema(), as: UTF8.self)
        expectCommitted(text, at: "studies/study.schema.json")
    }

    /// Editors underline nothing in a study that the reader takes.
    @Test(arguments: [wholeStudy, fullStudy, StudyLanguage.example])
    func aSoundStudyFits(text: String) throws {
        #expect(try misfits(in: text) == [])
    }

    @Test(arguments: ["hcc", "colon"])
    func aShippedStudyFits(name: String) throws {
        let text = try String(contentsOfFile: "\(repositoryRoot)/studies/\(name)/study.yaml", encoding: .utf8)
        #expect(try misfits(in: text) == [])
    }

    @Test(arguments: [
        ("endpionts: {}", "endpionts"), ("greenwood: 2", "greenwood"), ("study: { titel: A }", "study"),
        ("conventions: { level: 1.5 }", "conventions"), ("conventions: { ties: effron }", "conventions"),
        ("tables: [{ id: a, kind: bassline }]", "tables"), ("populations: { a b: { where: age > 1 } }", "populations"),
        ("study: { title: A, cutoff: 30.04.2025 }", "study"), ("study: { synthetic: yes }", "study"),
    ])
    func aFaultyStudyDoesNot(text: String, key: String) throws {
        #expect(try misfits(in: text).contains { $0.hasPrefix(key) })
    }

    @Test func whatIsRequiredIsAskedFor() throws {
        let found = try misfits(in: "study: {}")
        #expect(found.contains("greenwood is missing") && found.contains("study/title is missing"))
    }

    private func misfits(in text: String) throws -> [String] {
        let sink = DiagnosticSink()
        let value = try #require(YAMLReader.read(SourceText(text, file: "study.yaml")) { sink.emit($0) })
        return misfits(of: value, in: StudyLanguage.schemaNode(of: .section(StudyLanguage.document)), at: "")
    }

    /// Where a value breaks a schema: paths with the keyword or key.
    private func misfits(of value: YAMLValue, in node: SchemaNode, at path: String) -> [String] {
        if let options = node.anyOf {
            let tried = options.map { misfits(of: value, in: $0, at: path) }
            return tried.min { $0.count < $1.count } ?? []
        }
        switch value.content {
        case .text(let text): return misfits(of: text, in: node, at: path)
        case .list(let values):
            guard node.types == ["array"], let element = node.items?.first else { return ["\(path) is a list"] }
            guard values.count >= node.minItems ?? 0, values.count <= node.maxItems ?? .max else {
                return ["\(path) has \(values.count) values"]
            }
            return values.flatMap { misfits(of: $0, in: element, at: "\(path)/-") }
        case .nothing, .mapping:
            guard node.types == ["object"] else { return ["\(path) is a mapping"] }
            return misfits(ofEntries: value.entries ?? [], in: node, at: path)
        }
    }

    private func misfits(ofEntries entries: [YAMLValue.Entry], in node: SchemaNode, at path: String) -> [String] {
        func place(_ key: String) -> String { path.isEmpty ? key : "\(path)/\(key)" }
        let names = entries.map(\.key.value)
        var found = (node.required ?? []).filter { !names.contains($0) }.map { "\(place($0)) is missing" }
        for entry in entries {
            let name = entry.key.value
            if let rule = node.propertyNames?.first { found += misfits(of: name, in: rule, at: place(name)) }
            if let property = node.properties?[name] {
                found += misfits(of: entry.value, in: property, at: place(name))
            } else if case .values(let element)? = node.additionalProperties {
                found += misfits(of: entry.value, in: element, at: place(name))
            } else {
                found.append("\(place(name)) is unknown")
            }
        }
        return found
    }

    private func misfits(of text: String, in node: SchemaNode, at path: String) -> [String] {
        if let choices = node.choices { return choices.contains(text) ? [] : ["\(path) is no choice"] }
        if let pattern = node.pattern, (try? Regex(pattern).firstMatch(in: text)) == nil {
            return ["\(path) has another form"]
        }
        guard let types = node.types else { return [] }
        if types.contains("string") { return [] }
        if types == ["boolean"] { return ["true", "false"].contains(text) ? [] : ["\(path) is no boolean"] }
        guard let number = Double(text), types == ["number"] || types == ["integer"] && number == number.rounded()
        else {
            return ["\(path) is no number"]
        }
        let isInside =
            number >= node.minimum ?? -.infinity && number <= node.maximum ?? .infinity
            && number > node.exclusiveMinimum ?? -.infinity && number < node.exclusiveMaximum ?? .infinity
        return isInside ? [] : ["\(path) is out of range"]
    }
}
