public import Diagnostics
public import Results

/// What a preset file says: which preset it departs from, and how.
public struct StylePreset: Equatable, Sendable {
    /// The program's preset that it departs from.
    public var basedOn: String
    /// Where its facts were found.
    public var source: PresetSource
    /// How numbers are written.
    public var numbers: NumberPreferences
    /// The physical facts of figures.
    public var figures: FigurePreferences
}

/// Reads a preset file.
///
/// - Parameters:
///   - text: The file's text.
///   - file: Its path as the user named it, for messages.
///   - sink: Where messages go.
/// - Returns: The preset; nil where anything is at fault.
public func readStylePreset(_ text: String, file: String, reporting sink: DiagnosticSink) -> StylePreset? {
    let reader = StudyReader(text, file: file, reporting: sink)
    guard let document = YAMLReader.read(reader.source, report: { reader.report($0) }) else { return nil }
    let owner = Owner(words: "the preset file", location: SourceLocation(file: file, line: 1, column: 1))
    guard let fields = reader.checkSection(document, as: StudyLanguage.preset, of: owner), !reader.hasErrors else {
        return nil
    }
    return StylePreset(
        basedOn: fields.defaultedText("based_on").value,
        source: PresetSource(
            file: file, address: fields.text("source")?.value, date: fields.date("date")?.value.iso),
        numbers: reader.numberPreferences(from: fields.section("numbers")),
        figures: reader.figurePreferences(from: fields.section("figures")))
}

extension ManuscriptPresentation {
    /// What is asked where the style is a preset file: what the study asks goes before what the file does.
    public func following(_ preset: StylePreset) -> ManuscriptPresentation {
        ManuscriptPresentation(
            template: template, style: preset.basedOn, published: published, formats: formats,
            referenceDocument: referenceDocument, numbersLines: numbersLines,
            numbers: numbers.completed(by: preset.numbers),
            figures: (figures ?? FigurePreferences()).completed(by: preset.figures), preset: preset.source,
            typedNumbers: typedNumbers)
    }
}

extension StudyReader {
    func presentation(from fields: Fields) -> ManuscriptPresentation {
        ManuscriptPresentation(
            template: fields.defaultedText("template").value, style: fields.defaultedText("style").value,
            published: fields.text("published")?.value, formats: documentFormats(from: fields),
            referenceDocument: fields.text("reference_doc")?.value, numbersLines: fields.truth("line_numbers"),
            numbers: numberPreferences(from: fields.section("numbers")),
            figures: fields.section("figures").map(figurePreferences),
            typedNumbers: fields.gives("typed_numbers") ? fields.texts("typed_numbers").map(\.value) : nil)
    }

    /// The formats in the language's order, whatever order they are listed in.
    private func documentFormats(from fields: Fields) -> [DocumentFormat] {
        let asked = fields.texts("formats").map(\.value)
        return asked.isEmpty ? DocumentFormat.usual : DocumentFormat.allCases.filter { asked.contains($0.rawValue) }
    }

    func numberPreferences(from fields: Fields?) -> NumberPreferences {
        var numbers = NumberPreferences(
            pValue: fields?.text("p_value")?.value, logRankPValue: fields?.text("log_rank_p_value")?.value,
            percentDecimals: fields?.wholeNumber("percent_decimals"),
            trailingZeros: fields?.optionalTruth("trailing_zeros"))
        numbers.pLetter = fields?.text("p_letter")?.value
        numbers.decimalMark = fields?.text("decimal_mark")?.value
        numbers.groupSeparator = fields?.text("thousands")?.value
        numbers.rangeSeparator = fields?.text("range")?.value
        numbers.timeDecimals = fields?.wholeNumber("time_decimals")
        return numbers
    }

    func figurePreferences(from fields: Fields?) -> FigurePreferences {
        var look = FigurePreferences()
        guard let fields else { return look }
        func number(_ key: String) -> Double? { fields.locatedNumber(key)?.value }
        let formats = fields.texts("formats").compactMap { FigureFormat(rawValue: $0.value) }
        look.formats = formats.isEmpty ? nil : formats
        look.naming = fields.optionalChoice("names", as: FigureNaming.self)
        look.columnWidth = number("column_width")
        look.fullWidth = number("full_width")
        look.maximumHeight = number("maximum_height")
        look.font = fields.text("font")?.value
        look.textSize = number("text_size")
        look.smallestTextSize = number("smallest_text")
        look.panelLetterSize = number("panel_letter_size")
        look.hasCapitalPanelLetters = fields.text("panel_letters").map { $0.value == "capitals" }
        look.curveWidth = number("curve_width")
        look.lineWidth = number("line_width")
        look.resolution = fields.wholeNumber("dpi")
        look.palette = fields.text("palette")?.value
        return look
    }
}
