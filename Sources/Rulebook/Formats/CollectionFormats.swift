extension Format where Value == [YAMLNode] {
    /// A list of anything.
    static func nodes(_ expected: String) -> Format {
        Format(expected) {
            if case .list(let nodes) = $0 { nodes } else { nil }
        }
    }
}

extension Format where Value == [YAMLNode.Entry] {
    /// A mapping of any keys to anything, in the order of the file.
    static func entries(_ expected: String) -> Format {
        Format(expected) {
            if case .mapping(let entries) = $0 { entries } else { nil }
        }
    }
}

extension Format {
    /// A list of values of one kind.
    static func list<Element>(
        of plural: String, _ element: Format<Element>
    ) -> Format<[Element]> where Value == [Element] {
        Format<[YAMLNode]>.nodes("a list of \(plural)").then { nodes, _, report in
            nodes.compactMap { element.read($0, report) }
        }
    }

    /// A mapping with known keys; `body` reads them, and every other is reported.
    static func mapping(_ subject: String, _ body: @escaping (Mapping) -> Value?) -> Format {
        Format<[YAMLNode.Entry]>.entries("\(subject.withArticle), as a mapping").then { entries, place, report in
            let mapping = Mapping(entries, of: subject, at: place, report)
            defer { mapping.reportUnknownKeys() }
            return body(mapping)
        }
    }

    /// A mapping whose keys `word` reads, each with where it stands; the format of a part may depend on its word.
    static func byKey<Word, Part>(
        _ noun: String, _ word: @escaping (String, Place, Report) -> Word?, part: @escaping (Word) -> Format<Part>
    ) -> Format where Value == [(key: Placed<Word>, part: Part)] {
        Format<[YAMLNode.Entry]>.entries("a mapping by \(noun)").then { entries, _, report in
            entries.compactMap { entry in
                guard let word = word(entry.key, entry.place, report), let part = part(word).read(entry.value, report)
                else { return nil }
                return (Placed(value: word, place: entry.place), part)
            }
        }
    }

    /// A mapping whose keys are words of a vocabulary, as their indices.
    static func byWord<Part>(
        of vocabulary: Vocabulary, _ part: @escaping (Int) -> Format<Part>
    ) -> Format where Value == [(index: Int, value: Part)] {
        Format<[(key: Placed<Int>, part: Part)]>.byKey(vocabulary.noun, vocabulary.index, part: part)
            .map { $0.map { ($0.key.value, $0.part) } }
    }
}
