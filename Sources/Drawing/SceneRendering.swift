/// Turns scenes into files. What composes a bundle asks for one of these and need not know the drawing library.
public protocol SceneRendering: Sendable {
    /// The scene as PDF of one page, fonts embedded, text selectable.
    func pdf(of scene: Scene) throws -> [UInt8]
    /// The scene as SVG with text as outlines, which looks the same everywhere.
    func svg(of scene: Scene) throws -> [UInt8]
    /// Each scene as the same SVG, which takes less time than one after the other.
    func svgs(of scenes: [Scene]) throws -> [[UInt8]]
    /// The scene as PNG on white, with so many pixels to the inch.
    func png(of scene: Scene, dotsPerInch: Int) throws -> [UInt8]
    /// The scene as TIFF on white, compressed without loss, with so many pixels to the inch.
    func tiff(of scene: Scene, dotsPerInch: Int) throws -> [UInt8]
    /// The scene as EPS on white, fonts embedded, without transparency.
    func eps(of scene: Scene) throws -> [UInt8]
}
