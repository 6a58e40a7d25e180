/// Why a scene could not be drawn.
public enum CairoRenderingError: Error, Equatable, Sendable {
    /// The page has no extent, or one that is too large to draw.
    case pageSize(width: Double, height: Double)
    /// The creation date is not a day of the form `YYYY-MM-DD`.
    case creationDate(String)
    /// Pixels to the inch that no picture can have.
    case resolution(Int)
    /// Cairo reports a fault, in its own words.
    case cairo(String)
}
