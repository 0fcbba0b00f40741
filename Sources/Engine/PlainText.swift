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
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            false
        default: true
        }
    }
}

extension String {
    /// The same text with every character that is not plain shown as `�`, on one line.
    public var madePlain: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.isPlain ? $0 : "\u{FFFD}" }))
    }
}
