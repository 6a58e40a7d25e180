internal import Checksums
internal import Diagnostics
internal import Results
internal import StudyFiles
internal import Styling

extension Session {
    /// What the study asks of its documents, its preset file read; nil, with messages, where that is at fault.
    ///
    /// `inputs` gains the preset file.
    func presentation(
        of study: Study, in folder: String, inputs: inout [Provenance.Input]
    ) -> ManuscriptPresentation? {
        let manuscript = study.manuscript
        guard isPresetFile(manuscript.style) else { return manuscript }
        guard
            let (preset, hash) = readPreset(
                join(folder, manuscript.style), named: manuscript.style, at: study.styleLocation)
        else { return nil }
        inputs.append(Provenance.Input(role: "style", path: manuscript.style, sha256: hash, rows: nil))
        return manuscript.following(preset)
    }

    /// Another style than the results ask for: a journal's name or a preset file; nil, with messages, where there is none.
    ///
    /// The study's departures were from its own style, so they do not go along.
    func presentation(_ manuscript: ManuscriptPresentation, restyledAs style: String) -> ManuscriptPresentation? {
        var plain = manuscript
        (plain.style, plain.numbers, plain.figures, plain.preset) = (style, NumberPreferences(), nil, nil)
        guard isPresetFile(style) else { return plain }
        return readPreset(style, named: style, at: nil).map { plain.following($0.preset) }
    }

    /// Follows `--style` where it is given.
    func restyle(_ results: inout StudyResults, by options: OutputOptions) throws {
        guard let style = options.style else { return }
        guard let presentation = presentation(results.manuscript, restyledAs: style) else { throw fault() }
        results.manuscript = presentation
    }

    private func isPresetFile(_ style: String) -> Bool { style.hasSuffix(".yaml") || style.hasSuffix(".yml") }

    private func readPreset(
        _ path: String, named name: String, at location: SourceLocation?
    ) -> (preset: StylePreset, hash: String)? {
        let bytes: [UInt8]
        do {
            bytes = try readFile(path)
        } catch {
            sink.emit(
                Diagnostic(
                    .unreadableFile, at: location, "preset file '\(name)' can't be read: \(error)",
                    help: ["check the spelling; a study names the path from its own folder"]))
            return nil
        }
        guard let text = studyText(of: bytes, file: path, noun: "preset file", reporting: sink) else { return nil }
        allowQuoting(text, of: path)
        guard var preset = readStylePreset(text, file: path, reporting: sink) else { return nil }
        preset.source.file = name
        return (preset, SHA256Digest(of: bytes).hexadecimal)
    }

    /// The journal preset with the study's changes; nil, with a message, where a name is unknown.
    func houseStyle(of results: StudyResults) -> HouseStyle? {
        do {
            return try HouseStyle.asked(by: results.manuscript)
        } catch {
            let what =
                switch error.kind {
                case .house: "style"
                case .pValue, .logRankPValue: "p-value style"
                }
            sink.emit(
                Diagnostic(
                    .unknownValue, at: nil, "\(what) '\(error.name)' doesn't exist",
                    help: [NearestName.help(for: error.name, among: error.known, kind: "styles")].compactMap(\.self)))
            return nil
        }
    }
}
