import Testing

@testable import Drawing

@Suite struct DecimalTextTests {
    @Test(arguments: [
        (0.0, 3, "0"), (12.0, 3, "12"), (1.5, 3, "1.5"), (1.0004, 3, "1"), (1.0006, 3, "1.001"), (-0.0001, 3, "0"),
        (-2.25, 2, "-2.25"), (0.05, 2, "0.05"), (1234567.891, 2, "1234567.89"), (99.999, 2, "100"), (7.6, 0, "8"),
        (-0.5, 2, "-0.5"), (Double.nan, 2, "0"), (Double.infinity, 2, "0"), (1e300, 2, "0"),
    ])
    func writes(value: Double, decimals: Int, expected: String) {
        #expect(decimalText(value, decimals: decimals) == expected)
    }
}
