/// The counters of every variant, priced, with those marked that some other makes needless.
struct OptionTable {
    let options: Ragged<Arena.Option>
    let cheapest: [Int32]
    /// The dearest of all options.
    let dearest: Int32
    private(set) var data: [Arena.Datum] = []

    init(_ board: Board, _ variants: [Arena.Variant], _ triggers: [UInt64]) {
        var numbers: [Arena.Datum: Int32] = [:]
        var data: [Arena.Datum] = []
        let relevant = triggers.reduce(0, |)
        let seen = Self.channelsSeen(board, variants)
        let lists: [[Arena.Option]] = variants.indices.map { index in
            var list: [Arena.Option] = board.counters(variants[index].pattern, trigger: triggers[index]).map {
                let datum = Arena.Datum(exhibits: $0.exhibits & relevant, channel: $0.channel)
                let number = numbers[datum] ?? Int32(data.count)
                if number == data.count {
                    numbers[datum] = number
                    data.append(datum)
                }
                return Arena.Option(
                    cost: $0.cost, hobbles: $0.hobbles, exhibits: datum.exhibits, channel: $0.channel,
                    datum: number, isDominated: false)
            }
            Self.markDominated(&list, seen)
            return list.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
                .map(\.element)
        }
        self.data = data
        options = Ragged(lists)
        cheapest = lists.map { $0.first?.cost ?? Arena.infinite }
        dearest = lists.reduce(0) { max($0, $1.last?.cost ?? 0) }
    }

    /// Marks an option where another costs no more, hobbles no more, exhibits all that it does and shows
    /// every pattern that it shows; of equals, all but the first.
    private static func markDominated(_ list: inout [Arena.Option], _ seen: [UInt8: Set<Int>]) {
        for index in list.indices {
            let option = list[index]
            list[index].isDominated = list.indices.contains { other in
                let better = list[other]
                guard other != index, better.cost <= option.cost, better.hobbles <= option.hobbles,
                    option.exhibits & ~better.exhibits == 0,
                    option.channel == better.channel
                        || seen[option.channel, default: []].isSubset(of: seen[better.channel, default: []])
                else { return false }
                let isEqual =
                    better.cost == option.cost && better.hobbles == option.hobbles
                    && better.exhibits == option.exhibits
                    && seen[option.channel, default: []] == seen[better.channel, default: []]
                return !isEqual || other < index
            }
        }
    }

    /// By channel: the patterns within reach whose misbehaviour shows there.
    private static func channelsSeen(_ board: Board, _ variants: [Arena.Variant]) -> [UInt8: Set<Int>] {
        let patterns = Set(variants.map(\.pattern))
        return Dictionary(
            uniqueKeysWithValues: [1, 2, 4].map { channel in
                (channel, patterns.filter { board.patterns[$0].hidesFrom & channel == 0 })
            })
    }
}
