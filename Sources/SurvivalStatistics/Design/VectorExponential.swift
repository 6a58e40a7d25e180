/// Replaces every number by its exponential, and says whether all were within ±400, where nothing overflows.
///
/// **Method.** `e^x = 2^k e^r` with `k` the nearest whole number to `x/log 2` and `|r| ≤ ½ log 2`; `e^r` by its series to the
/// 13th power, eight numbers at a time. The relative error is below 4e−16. Only additions and multiplications of fixed order
/// are used, so that every processor gives the same bits.
///
/// **Edge cases.** Where the answer is false, NaN included, the numbers are spoilt.
func exponentiate(_ values: UnsafeMutablePointer<Double>, count: Int) -> Bool {
    typealias Eight = SIMD8<Double>
    let limit = Eight(repeating: 400)
    var isInside = SIMDMask<SIMD8<Int64>>(repeating: true)
    var index = 0
    while index + 8 <= count {
        let slot = UnsafeMutableRawPointer(values + index)
        let x = slot.loadUnaligned(as: Eight.self)
        isInside .&= (x .<= limit) .& (x .>= -limit)
        slot.storeBytes(of: exponential(x), as: Eight.self)
        index += 8
    }
    if index < count {
        var rest = Eight()
        for lane in 0..<(count - index) { rest[lane] = values[index + lane] }
        isInside .&= (rest .<= limit) .& (rest .>= -limit)
        rest = exponential(rest)
        for lane in 0..<(count - index) { values[index + lane] = rest[lane] }
    }
    return all(isInside)
}

@inline(__always)
private func exponential(_ x: SIMD8<Double>) -> SIMD8<Double> {
    // Adding 1.5 · 2⁵² leaves the nearest whole number in the low bits.
    let magic = 6_755_399_441_055_744.0
    let shifted = x * 1.442_695_040_888_963_4 + magic
    let whole = shifted - magic
    let r = (x - whole * 0.693_147_180_369_123_8) - whole * 1.908_214_929_270_587_7e-10
    // The even and the odd powers are summed side by side, so that neither waits for the other.
    let square = r * r
    var even = SIMD8<Double>(repeating: 2.087_675_698_786_81e-09)
    var odd = SIMD8<Double>(repeating: 1.605_904_383_682_161_5e-10)
    even = even * square + 2.755_731_922_398_589e-07
    odd = odd * square + 2.505_210_838_544_172e-08
    even = even * square + 2.480_158_730_158_730_2e-05
    odd = odd * square + 2.755_731_922_398_589_3e-06
    even = even * square + 0.001_388_888_888_888_889
    odd = odd * square + 0.000_198_412_698_412_698_4
    even = even * square + 0.041_666_666_666_666_664
    odd = odd * square + 0.008_333_333_333_333_333
    even = even * square + 0.5
    odd = odd * square + 0.166_666_666_666_666_66
    even = even * square
    odd = odd * square + 1
    let sum = (even + odd * r) + 1
    let power = unsafeBitCast(shifted, to: SIMD8<Int64>.self) &- Int64(bitPattern: magic.bitPattern) &+ 1023
    return sum * unsafeBitCast(power &<< 52, to: SIMD8<Double>.self)
}
