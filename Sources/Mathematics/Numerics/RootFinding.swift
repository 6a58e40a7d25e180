/// The point where a function changes its sign within a bracket, by Brent's method to the last digit.
///
/// **Formula.** Inverse quadratic interpolation or the secant where they stay inside the bracket and shrink it fast
/// enough, otherwise bisection; so at worst as many steps as bisection, usually below ten.
///
/// **Edge cases.** Nil where the signs at the ends of the bracket do not differ, or a value is NaN.
///
/// **Reference.** Brent RP. *Comput J* 1971;14:422–425. doi:10.1093/comjnl/14.4.422.
public func root(in bracket: ClosedRange<Double>, of function: (Double) -> Double) -> Double? {
    var (a, b) = (bracket.lowerBound, bracket.upperBound)
    var (fa, fb) = (function(a), function(b))
    if fa == 0 { return a }
    if fb == 0 { return b }
    guard (fa < 0 && fb > 0) || (fa > 0 && fb < 0) else { return nil }
    // b is the best guess so far, c the other end of the bracket, a the guess before b.
    var (c, fc) = (a, fa)
    var step = b - a
    var stepBefore = step
    for _ in 0..<500 {
        if abs(fc) < abs(fb) {
            (a, b, c) = (b, c, b)
            (fa, fb, fc) = (fb, fc, fb)
        }
        let tolerance = 2 * Double.ulpOfOne * abs(b) + Double.leastNormalMagnitude
        let half = (c - b) / 2
        if abs(half) <= tolerance || fb == 0 { return b }
        if abs(stepBefore) >= tolerance, abs(fa) > abs(fb) {
            var (p, q): (Double, Double)
            let s = fb / fa
            if a == c {
                (p, q) = (2 * half * s, 1 - s)
            } else {
                let (r, t) = (fb / fc, fa / fc)
                p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
                q = (t - 1) * (r - 1) * (s - 1)
            }
            if p > 0 { q = -q } else { p = -p }
            if 2 * p < min(3 * half * q - abs(tolerance * q), abs(stepBefore * q)) {
                (stepBefore, step) = (step, p / q)
            } else {
                (step, stepBefore) = (half, half)
            }
        } else {
            (step, stepBefore) = (half, half)
        }
        (a, fa) = (b, fb)
        b += abs(step) > tolerance ? step : (half > 0 ? tolerance : -tolerance)
        fb = function(b)
        if fb.isNaN { return nil }
        if (fb > 0) == (fc > 0) {
            (c, fc) = (a, fa)
            step = b - a
            stepBefore = step
        }
    }
    return b
}
