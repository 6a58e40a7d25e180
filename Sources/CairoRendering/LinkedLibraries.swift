import CCairo
import CIgzip

extension CairoRenderer {
    /// The drawing libraries at hand with their versions: other versions may draw the same scene with other bytes.
    public static var libraries: String {
        let cairo = cairo_version_string().map { String(cString: $0) } ?? "unknown"
        let pango = pango_version_string().map { String(cString: $0) } ?? "unknown"
        return "cairo \(cairo), pango \(pango), igzip \(ISAL_MAJOR_VERSION).\(ISAL_MINOR_VERSION) \(architecture)"
    }

    /// igzip compresses alike on all processors of an architecture, but not on those of another.
    private static var architecture: String {
        #if arch(x86_64)
            "x86-64"
        #elseif arch(arm64)
            "arm64"
        #else
            "other"
        #endif
    }
}
