import CCairo
public import Drawing

/// Turns scenes into PDF, SVG, PNG, TIFF and EPS through Cairo and Pango.
///
/// The same scene gives the same bytes, run after run and on any thread: the only date in a file is the one given here,
/// and nothing is taken from the environment but the fonts.
public struct CairoRenderer: SceneRendering {
    /// The largest side of a page in points: PDF's own limit, 200 inches.
    private static let longestSide = 14_400.0

    private let creationDate: String
    private let language: String
    private let typesetter: Typesetter

    /// Creates a renderer.
    ///
    /// - Parameters:
    ///   - creationDate: The day written into PDF files as `YYYY-MM-DD`, such as the study's cut-off.
    ///   - language: The language of the texts as a BCP 47 tag; it decides between national forms of a glyph.
    ///   - measurer: What measured the texts in this language: it has set them already, which need not be done again.
    /// - Throws: ``CairoRenderingError/creationDate(_:)`` for what is not a day.
    public init(
        creationDate: String, language: String = "en", measurer: PangoTextMeasurer? = nil
    ) throws(CairoRenderingError) {
        guard Self.isDay(creationDate) else { throw .creationDate(creationDate) }
        self.creationDate = creationDate
        self.language = language
        typesetter = measurer?.typesetter ?? Typesetter(language: language)
    }

    /// The scene as PDF of one page: fonts embedded, text selectable, title and subject from the scene, no author.
    ///
    /// The page is tagged as one figure, with its language and what it shows in words.
    public func pdf(of scene: Scene) throws(CairoRenderingError) -> [UInt8] {
        try Self.checkSize(scene)
        let sink = ByteSink()
        defer { withExtendedLifetime(sink) {} }
        let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.pointer, scene.width, scene.height)
        // Later versions of Cairo would pack the objects of a newer version of PDF, where tags cannot be completed.
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        let midnight = creationDate + "T00:00:00Z"
        for (entry, value) in [
            (CAIRO_PDF_METADATA_TITLE, scene.title), (CAIRO_PDF_METADATA_SUBJECT, scene.alternativeText),
            (CAIRO_PDF_METADATA_CREATE_DATE, midnight), (CAIRO_PDF_METADATA_MOD_DATE, midnight),
        ] {
            cairo_pdf_surface_set_metadata(surface, entry, value)
        }
        try draw(scene, on: surface, isTagged: true)
        guard let tagged = taggedPDF(sink.bytes, of: scene, language: language) else {
            throw .cairo("the PDF file cannot be tagged")
        }
        return tagged
    }

    /// The scene as SVG with text as outlines, with the scene's title and description for those who cannot see it.
    public func svg(of scene: Scene) throws(CairoRenderingError) -> [UInt8] {
        finishedSVG(try document(ofPages: [scene]), of: scene)
    }

    /// Each scene as SVG, the same as ``svg(of:)`` makes, in less time than one after the other.
    public func svgs(of scenes: [Scene]) throws(CairoRenderingError) -> [[UInt8]] {
        if scenes.count > 1, let sheet = try sheet(of: scenes) {
            return scenes.indices.map { index in
                let scene = scenes[index]
                let page = sheet.document(ofPage: index, width: scene.width, height: scene.height)
                return finishedSVG(page, of: scene)
            }
        }
        var files: [[UInt8]] = []
        for scene in scenes { files.append(try svg(of: scene)) }
        return files
    }

    /// The scenes as the pages of one document; nil where Cairo has written them otherwise.
    func sheet(of scenes: [Scene]) throws(CairoRenderingError) -> SheetOfPictures? {
        SheetOfPictures(try document(ofPages: scenes), pages: scenes.count)
    }

    /// Cairo's own SVG of scenes, of one page or of several.
    private func document(ofPages scenes: [Scene]) throws(CairoRenderingError) -> [UInt8] {
        for scene in scenes { try Self.checkSize(scene) }
        let (width, height) = (scenes.map(\.width).max() ?? 0, scenes.map(\.height).max() ?? 0)
        let sink = ByteSink()
        defer { withExtendedLifetime(sink) {} }
        let surface = cairo_svg_surface_create_for_stream(ByteSink.write, sink.pointer, width, height)
        defer { cairo_surface_destroy(surface) }
        cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT)
        // The version of SVG that has pages.
        if scenes.count > 1 { cairo_svg_surface_restrict_to_version(surface, CAIRO_SVG_VERSION_1_2) }
        for scene in scenes {
            try CairoCanvas.with(surface, typesetter: typesetter) { $0.draw(scene.elements) }
            cairo_surface_show_page(surface)
        }
        cairo_surface_finish(surface)
        try CairoCanvas.check(cairo_surface_status(surface))
        return sink.bytes
    }

    /// The scene as EPS on white: fonts embedded, nothing translucent, the page's size recorded.
    public func eps(of scene: Scene) throws(CairoRenderingError) -> [UInt8] {
        try Self.checkSize(scene)
        let sink = ByteSink()
        defer { withExtendedLifetime(sink) {} }
        let surface = cairo_ps_surface_create_for_stream(ByteSink.write, sink.pointer, scene.width, scene.height)
        cairo_ps_surface_set_eps(surface, 1)
        cairo_ps_surface_dsc_comment(surface, postScriptTitle(scene.title))
        // The white page makes Cairo's bounding box that of the page and not that of the ink.
        try draw(scene, on: surface, background: .white, isFlat: true)
        return datedPostScript(sink.bytes, creationDate: creationDate)
    }

    /// The scene as PNG on white, with so many pixels to the inch and the physical size recorded.
    public func png(of scene: Scene, dotsPerInch: Int) throws(CairoRenderingError) -> [UInt8] {
        try Self.checkSize(scene)
        return try portableNetworkGraphics(
            of: ScenePicture(of: scene, dotsPerInch: dotsPerInch, typesetter: typesetter))
    }

    /// The scene as TIFF on white, compressed with LZW, with so many pixels to the inch and the physical size recorded.
    public func tiff(of scene: Scene, dotsPerInch: Int) throws(CairoRenderingError) -> [UInt8] {
        try Self.checkSize(scene)
        return try taggedImageFile(
            of: ScenePicture(of: scene, dotsPerInch: dotsPerInch, typesetter: typesetter), title: scene.title)
    }

    /// Draws, finishes and destroys a surface that writes to a stream.
    private func draw(
        _ scene: Scene, on surface: OpaquePointer?, background: Color? = nil, isTagged: Bool = false,
        isFlat: Bool = false
    ) throws(CairoRenderingError) {
        defer { cairo_surface_destroy(surface) }
        try CairoCanvas.with(surface, typesetter: typesetter, isFlat: isFlat) { canvas in
            if let background { canvas.paint(background) }
            // Readers expect a document at the root of the tags.
            let tags = isTagged ? ["Document", "Figure"] : []
            for tag in tags { cairo_tag_begin(canvas.cairo, tag, nil) }
            canvas.draw(scene.elements)
            for tag in tags.reversed() { cairo_tag_end(canvas.cairo, tag) }
        }
        cairo_surface_finish(surface)
        try CairoCanvas.check(cairo_surface_status(surface))
    }

    private static func checkSize(_ scene: Scene) throws(CairoRenderingError) {
        let fits = [scene.width, scene.height].allSatisfy { $0 > 0 && $0 <= longestSide }
        guard fits else { throw .pageSize(width: scene.width, height: scene.height) }
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], text.utf8.count == 10 else { return false }
        let numbers = parts.compactMap { part in part.allSatisfy(\.isNumber) ? Int(part) : nil }
        return numbers.count == 3 && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
    }
}

/// Collects what Cairo writes.
private final class ByteSink {
    var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1 << 16) }

    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    static let write: cairo_write_func_t = { pointer, data, length in
        guard let pointer, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(pointer).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}
