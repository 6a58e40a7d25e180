/// Keeps values until the program ends, when the system takes all memory back at once: given back piece by piece, the
/// patients and results of a study take a hundredth of its build.
func keepToTheEnd(_ values: Any...) {
    final class Kept {
        let values: [Any]
        init(_ values: [Any]) { self.values = values }
    }
    _ = Unmanaged.passRetained(Kept(values))
}
