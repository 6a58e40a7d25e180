import CCairo
import CIgzip

extension CairoRenderer {
    /// The drawing libraries at hand with their versions: other versions may draw the same scene with other bytes.
    public static var libraries: String {
        let cairo = cairo_version_string().map { String(cString: $0) } ?? "unknown"
        let pango = pango_version_string().map { String(cString: $0) } ?? "unknown"
        return "cairo \(cairo), pango \(pango), igzip \(ISAL_MAJOR_VERSION).\(ISAL_MINOR_VERSION)"
    }
}
