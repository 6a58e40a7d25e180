#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A number as it would print with so many decimals, read back: 2.675 is 2.68 at two.
///
/// `asPercentage` takes a proportion as a percentage first, without the error that a multiplication by 100 would add.
public func rounded(_ x: Double, asPercentage: Bool = false, toDecimals decimals: Int) -> Double {
    guard let number = DecimalNumber(x) else { return x }
    let rounded = (asPercentage ? number.asPercentage : number).rounded(toDecimals: decimals)
    let (whole, fraction) = rounded.parts(decimals: decimals)
    return strtod((rounded.isNegative ? "-" : "") + whole + "." + fraction, nil)
}
