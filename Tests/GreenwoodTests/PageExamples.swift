import Foundation

/// The examples of a page of the documentation, in the order in which they stand.
///
/// Comments that a reader doesn't see say what an example is: `<!-- run: COMMAND -->` is run before what follows,
/// `<!-- file: PATH -->` says that the next block is the content of a file, `<!-- study: NAME -->` which of the project's
/// studies the fragments from there on belong to, `<!-- exit: CODE -->` how the next block of commands ends, and
/// `<!-- not run: REASON -->` that the next block isn't run. `<!-- picture: FILE to PLACE -->` copies a picture that the
/// commands made to its place in the catalogue where goldens are recorded.
struct PageExamples {
    enum Step: Equatable {
        /// Commands, with the exit code that they should have.
        case commands(String, exit: Int32)
        /// The content of a file.
        case file(path: String, content: String)
        /// Part of a study file, in the place of the same part of a study of the project.
        case fragment(String, of: String)
        /// What the commands before it print, line after line; `…` stands for any lines.
        case output(String)
        /// A picture that the commands made, and its copy beside the pages.
        case picture(String, copy: String)
        /// The whole content of a file of the repository.
        case copy(String, of: String)
        /// Code in another language, run elsewhere or not at all.
        case other(language: String, content: String)
    }

    var steps: [Step] = []

    init(_ page: String) {
        var study = "hcc"
        var exit: Int32 = 0
        var path: String?
        var original: String?
        var isRun = true
        var block: (language: String, lines: [String])?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let open = block {
                guard line == "```" else {
                    block?.lines.append(line)
                    continue
                }
                block = nil
                let content = open.lines.joined(separator: "\n") + "\n"
                defer { (exit, path, original, isRun) = (0, nil, nil, true) }
                guard isRun else { continue }
                if let path {
                    steps.append(.file(path: path, content: content))
                } else if let original {
                    steps.append(.copy(content, of: original))
                } else {
                    steps.append(Self.step(open.language, content, exit: exit, study: study))
                }
            } else if line.hasPrefix("```") {
                block = (String(line.dropFirst(3)), [])
            } else if let match = line.wholeMatch(of: /<!-- picture: (\S+) to (\S+) -->/) {
                steps.append(.picture(String(match.1), copy: String(match.2)))
            } else if let match = line.wholeMatch(of: /<!-- ([a-z ]+): (.*) -->/) {
                let value = String(match.2)
                switch match.1 {
                case "run": steps.append(.commands(value, exit: 0))
                case "file": path = value
                case "file of the repository": original = value
                case "study": study = value
                case "exit": exit = Int32(value) ?? -1
                case "not run": isRun = false
                default: break
                }
            }
        }
    }

    private static func step(_ language: String, _ content: String, exit: Int32, study: String) -> Step {
        switch language {
        case "sh": .commands(content, exit: exit)
        case "yaml": .fragment(content, of: study)
        case "text": .output(content)
        default: .other(language: language, content: content)
        }
    }
}

/// A study file as its sections: each key at the margin with its lines, and the entries of a mapping by their keys.
struct StudySections {
    private(set) var sections: [(key: String, lines: [String])] = []

    init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let match = line.prefixMatch(of: /([a-z_]+):/) {
                sections.append((String(match.1), [line]))
            } else if !sections.isEmpty, !line.isEmpty, !line.hasPrefix("#") {
                sections[sections.count - 1].lines.append(line)
            }
        }
    }

    var text: String { sections.flatMap(\.lines).joined(separator: "\n") + "\n" }

    mutating func remove(_ keys: Set<String>) { sections.removeAll { keys.contains($0.key) } }

    /// Puts a fragment in: lists and one-line sections take the place of the old ones, mappings add and replace entries.
    mutating func merge(_ fragment: StudySections) {
        for section in fragment.sections {
            guard let index = sections.firstIndex(where: { $0.key == section.key }) else {
                sections.append(section)
                continue
            }
            let isMapping = section.lines.count > 1 && !(section.lines[1].hasPrefix("  -"))
            guard isMapping, sections[index].lines.count > 1 else {
                sections[index] = section
                continue
            }
            var entries = Self.entries(of: sections[index].lines)
            for entry in Self.entries(of: section.lines) {
                entries.removeAll { $0.key == entry.key }
                entries.append(entry)
            }
            sections[index].lines = ["\(section.key):"] + entries.flatMap(\.lines)
        }
    }

    /// The entries of a mapping that are indented by two spaces.
    private static func entries(of lines: [String]) -> [(key: String, lines: [String])] {
        var result: [(key: String, lines: [String])] = []
        for line in lines.dropFirst() {
            if let match = line.prefixMatch(of: #/  ([^ #:][^:]*):/#) {
                result.append((String(match.1), [line]))
            } else if !result.isEmpty {
                result[result.count - 1].lines.append(line)
            }
        }
        return result
    }
}
