internal import Game

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
        let shows = Self.channelsShowing(board, variants)
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
                    datum: number, situation: UInt16(clamping: $0.situation),
                    isDeliberate: $0.provenance == .deliberate, isDominated: false)
            }
            list = list.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
                .map(\.element)
            Self.markDominated(&list, shows)
            return list
        }
        self.data = data
        options = Ragged(lists)
        cheapest = lists.map { $0.first?.cost ?? Arena.infinite }
        dearest = lists.reduce(0) { max($0, $1.last?.cost ?? 0) }
    }

    /// Marks an option where another costs no more, hobbles no more, exhibits all that it does and shows
    /// every pattern that it shows; of equals, all but the first.
    ///
    /// - Parameter shows: by channel, those whose data catch all that data in it would.
    private static func markDominated(_ list: inout [Arena.Option], _ shows: [UInt8]) {
        for index in list.indices {
            let option = list[index]
            // What is dominated itself need not be asked: what dominates it is.
            list[index].isDominated = list.indices.contains { other in
                let better = list[other]
                guard better.cost <= option.cost, better.hobbles <= option.hobbles,
                    !better.isDominated || other > index,
                    option.exhibits & ~better.exhibits == 0,
                    shows[Int(option.channel)] & better.channel != 0, other != index
                else { return false }
                let isEqual =
                    better.cost == option.cost && better.hobbles == option.hobbles
                    && better.exhibits == option.exhibits
                    && shows[Int(better.channel)] & option.channel != 0
                return !isEqual || other < index
            }
        }
    }

    /// By channel: the channels in which every pattern within reach shows that shows in it.
    private static func channelsShowing(_ board: Board, _ variants: [Arena.Variant]) -> [UInt8] {
        let hidings = Set(Set(variants.map(\.pattern)).map { board.patterns[$0].hidesFrom })
        return (0...4).map { channel in
            [1, 2, 4].reduce(0) { mask, other in
                hidings.allSatisfy { $0 & UInt8(channel) != 0 || $0 & other == 0 } ? mask | other : mask
            }
        }
    }
}
