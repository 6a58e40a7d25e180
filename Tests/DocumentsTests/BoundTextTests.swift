import Testing

@testable import Documents

@Suite struct BoundTextTests {
    @Test(arguments: [
        ("PFS was longer (p = 0.075).", "PFS was longer (p\u{A0}=\u{A0}0.075)."),
        ("IO+T (n = 42)", "IO+T (n\u{A0}=\u{A0}42)"),
        ("p < 0.001 and P ≤ .05", "p\u{A0}<\u{A0}0.001 and P\u{A0}≤\u{A0}.05"),
        ("HR 0.43 (95% CI 0.21–0.88)", "HR 0.43 (95%\u{A0}CI 0.21–0.88)"),
        ("difference = −3.2", "difference\u{A0}=\u{A0}−3.2"),
    ])
    func `statements stay on one line`(_ text: String, _ expected: String) {
        #expect(bound(text) == expected)
    }

    @Test(arguments: ["a = b", "= 3", "p =", "p = ", " < 5", "age ≥60 vs <60", "plain words", "", "5% Chi", "1 = 1"])
    func `other texts stay as they are`(_ text: String) {
        #expect(bound(text) == text)
    }
}
