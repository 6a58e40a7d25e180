#if canImport(Glibc)
    internal import Glibc
#endif

/// Asks for large pages for fresh memory that is about to be filled, where the system has them: filling 80 MB in pages of
/// 4 kB takes longer than the arithmetic on it.
public func adviseLargePages(_ start: UnsafeMutableRawPointer, bytes: Int) {
    #if canImport(Glibc)
        let page = 1 << 21
        let first = (Int(bitPattern: start) + page - 1) / page * page
        let last = (Int(bitPattern: start) + bytes) / page * page
        guard last > first, let address = UnsafeMutableRawPointer(bitPattern: first) else { return }
        madvise(address, last - first, MADV_HUGEPAGE)
    #endif
}
