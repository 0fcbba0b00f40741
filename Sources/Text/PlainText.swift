extension String {
    /// Whether it can be shown as it is: no control, escape, direction-changing or unassigned characters.
    ///
    /// Line feeds are plain; every other control character is not.
    public var isPlainText: Bool {
        unicodeScalars.allSatisfy { $0 == "\n" || $0.isPlain }
    }
}

extension Unicode.Scalar {
    /// Whether it is safe on a terminal: it neither controls it nor hides or reorders what is beside it.
    public var isPlain: Bool {
        switch properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .format: belongsToScript
        default: true
        }
    }

    /// Whether it is one of the format characters without which some scripts cannot be written: joiners, marks of
    /// direction that hold for themselves alone, and signs that are seen.
    private var belongsToScript: Bool {
        switch value {
        case 0x061C, 0x180E, 0x200E, 0x200F: true
        case 0xFFF9...0xFFFB: false
        default: properties.isJoinControl || !properties.isDefaultIgnorableCodePoint
        }
    }
}

extension String {
    /// On one line, with a blank for every tab and `�` for whatever else a terminal would obey or hide.
    public var madePlain: String {
        let shown = unicodeScalars.map { $0 == "\t" ? " " : $0.isPlain ? $0 : "\u{FFFD}" }
        return String(String.UnicodeScalarView(shown))
    }
}
