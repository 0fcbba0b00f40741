public import Text

/// Something that all matches say, in each form in which it is written.
public protocol SurveyText {
    var lines: [String] { get }
    var markdown: String { get }
    var csv: String { get }
    var json: JSON { get }
}
