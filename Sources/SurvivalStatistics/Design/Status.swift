/// What ended a patient's observation.
public enum Status: UInt8, Equatable, Sendable {
    /// The observation ended without the event.
    case censored
    /// The event happened.
    case event
}
