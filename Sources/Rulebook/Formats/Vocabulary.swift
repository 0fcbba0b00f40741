/// The words that may stand at some place, such as the identifiers of the features.
struct Vocabulary {
    /// As in “no *feature* is called …”.
    let noun: String
    /// As in “expected a list of *feature identifiers*”.
    let plural: String
    private(set) var words: [String] = []
    private var indices: [String: Int] = [:]
    /// Whether some word could not be read; a word that is not known may be that one, and is not reported.
    private(set) var hasGaps = false

    init(_ noun: String, plural: String? = nil, _ words: [String] = []) {
        self.noun = noun
        self.plural = plural ?? "\(noun) identifiers"
        for word in words { add(word) }
    }

    /// The words of several others, once each.
    init(_ noun: String, all others: [Vocabulary]) {
        self.init(noun, others.flatMap(\.words))
        hasGaps = others.contains(where: \.hasGaps)
    }

    /// Adds a word.
    ///
    /// - Returns: the index it had already, if it had one.
    @discardableResult
    mutating func add(_ word: String) -> Int? {
        if let index = indices[word] { return index }
        indices[word] = words.count
        words.append(word)
        return nil
    }

    /// Notes a word that could not be read.
    mutating func addGap() {
        hasGaps = true
    }

    func contains(_ word: String) -> Bool { indices[word] != nil }

    /// The index of a word; `nil`, and reported, when it is not there.
    func index(of word: String, at place: Place, _ report: Report) -> Int? {
        if let index = indices[word] { return index }
        if !hasGaps {
            report.error("unknown \(noun) \(word.quoted)\(word.suggestion(among: words))", at: place)
        }
        return nil
    }
}

extension Format where Value == Int {
    /// One word of a vocabulary, as its index.
    static func word(of vocabulary: Vocabulary) -> Format {
        Format<String>.word.then(vocabulary.index)
    }
}

extension Format where Value == [Int] {
    /// Words of a vocabulary, none twice, as their indices.
    static func words(of vocabulary: Vocabulary) -> Format {
        Format<[Placed<Int>]>.placedWords(of: vocabulary).map { $0.map(\.value) }
    }
}

extension Format where Value == [Placed<Int>] {
    /// Words of a vocabulary, none twice, each with where it stands.
    static func placedWords(of vocabulary: Vocabulary) -> Format {
        .distinct(vocabulary.plural, Format<Int>.word(of: vocabulary)) { vocabulary.words[$0] }
    }
}

extension Format {
    /// A list of words, none twice, with where each stands.
    static func distinct<Word: Hashable>(
        _ plural: String, _ word: Format<Word>, spelling: @escaping (Word) -> String
    ) -> Format where Value == [Placed<Word>] {
        Format<[Placed<Word>]>.list(of: plural, word.placed).then { words, _, report in
            var seen: Set<Word> = []
            return words.filter { word in
                let isNew = seen.insert(word.value).inserted
                if !isNew { report.error("\(spelling(word.value).quoted) is listed twice", at: word.place) }
                return isNew
            }
        }
    }
}
