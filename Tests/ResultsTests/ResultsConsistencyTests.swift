import Foundation
import Testing

@testable import Results

@Suite struct ResultsConsistencyTests {
    @Test(
        "lists that go with the times of a curve are as long as they are",
        arguments: [
            (
                #"{"a":[{"curve":{"time":[1,2],"survival":[0.5],"unit":"days"}}]}"#,
                "'a.[0].curve': 'survival' has 1 values for 2 times"
            ),
            (
                #"{"panel":{"time":[1],"residual":[2],"smoothTime":[1,2],"smooth":[1]}}"#,
                "'panel': 'smooth' has 1 values for 2 times"
            ),
            (
                #"{"panel":{"time":[1],"residual":[],"smoothTime":[1],"smooth":[1]}}"#,
                "'panel': 'residual' has 0 values for 1 times"
            ),
        ])
    func differentLengths(json: String, contradiction: String) {
        #expect(ResultsConsistency.contradiction(in: Data(json.utf8)) == contradiction)
    }

    @Test(
        "lists of other things, and times that are one number, are left alone",
        arguments: [
            #"{"curve":{"time":[1,2],"survival":[0.5,null],"unit":"days","notes":[]},"other":[1,2,3]}"#,
            #"{"rate":{"time":12,"values":[1,2,3]},"curve":{"time":[1,2],"marks":[{"at":1}]}}"#,
            #"{"panel":{"time":[1],"residual":[2],"smoothTime":[1,2],"smooth":[1,2],"lower":[0,1],"upper":[2,3]}}"#,
        ])
    func equalLengths(json: String) {
        #expect(ResultsConsistency.contradiction(in: Data(json.utf8)) == nil)
    }
}
