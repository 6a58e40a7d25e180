/// Finds numbers that look like codes for a missing value among measured ones.
///
/// Only numbers whose digits are all 7, all 8 or all 9 are looked at (-9, 99, -888, 9999 …), and what they may be is
/// judged by the others of their column:
///
/// - Below 0, where no other number is: a code, if it lies farther from the others than these from each other, or if there
///   are at least 20 others; -9 alone must be repeated for the latter, because a single value of a change may be -9.
/// - Above 0, where no other number is below 0: a code from 777 on, if it is more than four times the greatest other
///   (no age, no height, no count of platelets among usual ones is); of two digits, if the others are at least
///   20 whole numbers up to 9, such as grades and counts.
/// - In a column that has other numbers below 0 (changes, base excess, scores): a code, if it lies farther from the others
///   than twice the span of these; of two digits above 0, than ten times.
///
/// Fewer than five others tell nothing.
struct LikelyCodes {
    /// The codes, ascending.
    let codes: [Double]
    /// The least and the greatest of the other numbers; nil where there are none.
    let others: ClosedRange<Double>?

    /// Looks at the numbers of a column, NaN where missing.
    init(in numbers: [Double]) {
        var (found, isWhole, count): ([Double: Int], Bool, Int) = ([:], true, 0)
        var (least, greatest) = (Double.infinity, -Double.infinity)
        guard numbers.contains(where: Self.hasFormOfCode) else {
            (codes, others) = ([], nil)
            return
        }
        for number in numbers where !number.isNaN {
            if Self.hasFormOfCode(number) {
                found[number, default: 0] += 1
            } else {
                count += 1
                (least, greatest) = (min(least, number), max(greatest, number))
                if number != number.rounded() { isWhole = false }
            }
        }
        guard count >= 5 else {
            (codes, others) = ([], nil)
            return
        }
        let others = Others(count: count, least: least, greatest: greatest, areWhole: isWhole)
        codes = found.filter { others.makeCode(of: $0.key, count: $0.value) }.map(\.key).sorted()
        self.others = least...greatest
    }

    /// Whether a number has the form of a code: all sevens, eights or nines.
    static func hasFormOfCode(_ number: Double) -> Bool {
        // Most numbers are told apart by one or two comparisons; a registry has many.
        let size = number.magnitude
        if size < 77 { return number == -9 }
        let ones = size < 100 ? 11.0 : size < 1000 ? 111 : size < 10_000 ? 1111 : size < 100_000 ? 11_111 : 111_111
        let digit = size / ones
        return digit == 7 || digit == 8 || digit == 9
    }

    /// The numbers of a column that have not the form of a code.
    private struct Others {
        let count: Int
        let least: Double
        let greatest: Double
        let areWhole: Bool

        func makeCode(of number: Double, count occurrences: Int) -> Bool {
            let span = greatest - least
            let distance = number < 0 ? least - number : number - greatest
            if least < 0 { return distance > (number > 0 && number < 100 ? 10 : 2) * span }
            if number < 0 { return distance > span || (count >= 20 && (number < -9 || occurrences > 1)) }
            if number < 100 { return count >= 20 && areWhole && greatest <= 9 }
            return number > 4 * greatest
        }
    }
}
