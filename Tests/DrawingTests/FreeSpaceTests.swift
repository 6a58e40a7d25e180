import Testing

@testable import Drawing

@Suite struct FreeSpaceTests {
    private let area = Rectangle(x: 50, y: 10, width: 100, height: 80)

    @Test func anEmptyAreaGivesItsUpperRightCorner() {
        let place = FreeSpace(in: area, around: []).place(width: 30, height: 20, margins: [5])
        #expect(place == Rectangle(x: 120, y: 10, width: 30, height: 20))
    }

    @Test func theNextCornerIsTakenWhenTheFirstIsNot() {
        let obstacle = Rectangle(x: 90, y: 10, width: 60, height: 40)
        let place = FreeSpace(in: area, around: [obstacle]).place(width: 60, height: 35, margins: [2])
        #expect(place == Rectangle(x: 50, y: 55, width: 60, height: 35))
    }

    @Test func aWiderMarginIsWantedMoreThanACorner() {
        // In the upper right corner the block stands one point from the obstacle; the other corners are free.
        let obstacle = Rectangle(x: 100, y: 10, width: 15, height: 10)
        let space = FreeSpace(in: area, around: [obstacle])
        let corner = Rectangle(x: 116, y: 10, width: 34, height: 20)
        #expect(space.place(width: 34, height: 20, margins: [1]) == corner)
        #expect(
            space.place(width: 34, height: 20, margins: [12, 1]) == Rectangle(x: 50, y: 70, width: 34, height: 20))
    }

    @Test func whatDoesNotFitHasNoPlace() {
        #expect(FreeSpace(in: area, around: []).place(width: 101, height: 10, margins: [0]) == nil)
        let bar = Rectangle(x: 0, y: 45, width: 300, height: 2)
        #expect(FreeSpace(in: area, around: [bar]).place(width: 10, height: 50, margins: [0]) == nil)
        #expect(FreeSpace(in: area, around: [area]).place(width: 1, height: 1, margins: [0]) == nil)
    }

    @Test func anObstacleThatIsNowhereTakesNoRoom() {
        let nowhere = Rectangle(x: .nan, y: 20, width: 10, height: 10)
        let place = FreeSpace(in: area, around: [nowhere]).place(width: 30, height: 20, margins: [5])
        #expect(place == Rectangle(x: 120, y: 10, width: 30, height: 20))
    }

    @Test func thePlaceFoundKeepsItsDistance() {
        for seed in 1...40 {
            let obstacles = (0..<6).map { index in
                let number = Double((seed * 37 + index * 101) % 89)
                return Rectangle(x: 50 + number, y: 10 + Double((seed * 53 + index * 29) % 71), width: 9, height: 7)
            }
            let margins = [8.0, 4, 1]
            guard
                let place = FreeSpace(in: area, around: obstacles).place(width: 30, height: 18, margins: margins)
            else { continue }
            #expect(!obstacles.contains { $0.overlaps(place.grown(by: 1)) }, "seed \(seed)")
            #expect(place.x >= area.x && place.maxX <= area.maxX && place.y >= area.y && place.maxY <= area.maxY)
        }
    }
}
