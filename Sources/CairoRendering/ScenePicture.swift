import CCairo
import Drawing

/// A scene as a picture of pixels on white paper.
///
/// It is drawn in bands of some rows, one after the other on the same memory: a whole figure at 300 dots to the inch
/// takes 15 MB, which would go through the processor's cache for clearing, drawing, comparing and converting, and a band
/// stays in it. Only what reaches into a band is drawn in it.
struct ScenePicture {
    let width: Int
    let height: Int
    let dotsPerInch: Int
    private let scene: Scene
    private let scale: Double
    private let typesetter: Typesetter
    private let stride: Int32

    /// The bytes of a band: half of what a processor core of today has as its own cache.
    static let usualBand = 1 << 20

    private let bytesOfBand: Int

    init(
        of scene: Scene, dotsPerInch: Int, typesetter: Typesetter, bytesOfBand: Int = usualBand
    ) throws(CairoRenderingError) {
        guard (1...4800).contains(dotsPerInch) else { throw .resolution(dotsPerInch) }
        (self.scene, self.dotsPerInch) = (scene, dotsPerInch)
        (self.typesetter, self.bytesOfBand) = (typesetter, bytesOfBand)
        scale = Double(dotsPerInch) / 72
        width = max(1, Int((scene.width * scale).rounded()))
        height = max(1, Int((scene.height * scale).rounded()))
        stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, Int32(width))
        guard stride > 0 else { throw .cairo("the picture is too wide") }
    }

    /// Draws the picture and shows each row with the one above it, from the top down.
    func forEachRow(_ show: (_ row: PixelRow, _ above: PixelRow?) -> Void) throws(CairoRenderingError) {
        let stride = Int(stride)
        let rowsInBand = min(height, max(16, bytesOfBand / stride))
        let bands = PictureBands(
            scene, width: width, height: height, scale: scale, rowsInBand: rowsInBand, typesetter: typesetter)
        // Before the band stands the last row of the band above it.
        try BandMemory.with(bytes: (1 + rowsInBand) * stride) { memory throws(CairoRenderingError) in
            try draw(bands, on: memory, show)
        }
    }

    private func draw(
        _ bands: PictureBands, on memory: UnsafeMutableRawPointer, _ show: (PixelRow, PixelRow?) -> Void
    ) throws(CairoRenderingError) {
        let (stride, rowsInBand) = (Int(stride), bands.rowsInBand)
        let pixels = memory + stride
        for (band, elements) in bands.elements.enumerated() {
            let rows = band * rowsInBand..<min((band + 1) * rowsInBand, height)
            pixels.initializeMemory(as: UInt8.self, repeating: 0xFF, count: rows.count * stride)
            if !elements.isEmpty { try draw(elements, on: pixels, from: rows.lowerBound, count: rows.count) }
            func row(_ index: Int) -> PixelRow {
                PixelRow(
                    pixels: pixels + (index - rows.lowerBound) * stride, width: width, inked: bands.inked[index])
            }
            for index in rows { show(row(index), index > 0 ? row(index - 1) : nil) }
            memory.copyMemory(from: pixels + (rows.count - 1) * stride, byteCount: stride)
        }
    }

    private func draw(
        _ elements: [Scene.Element], on pixels: UnsafeMutableRawPointer, from start: Int, count: Int
    ) throws(CairoRenderingError) {
        let surface = cairo_image_surface_create_for_data(
            pixels.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24, Int32(width), Int32(count), stride)
        defer { cairo_surface_destroy(surface) }
        // By whole pixels, so that edges look the same wherever a band begins.
        cairo_surface_set_device_offset(surface, 0, -Double(start))
        try CairoCanvas.with(surface, scale: scale, typesetter: typesetter) { $0.draw(elements) }
        cairo_surface_flush(surface)
    }
}
