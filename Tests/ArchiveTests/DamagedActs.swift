// Acts that the sample could not have, each with what is said of it in Damage.txt.
extension Damage {
    static let acts = [
        Damage("an act without end", line: 5, "propose p", "dispute pattern " + String(repeating: "p", count: 100_000)),
        Damage("an act of no words", line: 5, "propose p", ""),
        Damage("an act that is none", line: 5, "propose p", "dance"),
        Damage("an act that is none, with an escape in it", line: 5, "propose p", "dance\\u001b[2J"),
        Damage("a move missing", Damage.lines.filter { !$0.contains("counter s") }),
        Damage("an illegal move", line: SampleLine.sophisticate, "sophisticate a", "shallower p"),
        Damage("a move of the other side", line: SampleLine.counter, "counter s ordinary", "sophisticate b"),
        Damage("deliberate data in hard mode", line: SampleLine.counter, "ordinary", "deliberate"),
        Damage("an unknown card", line: SampleLine.sophisticate, "sophisticate a", "shallower queen"),
        Damage("a card that is coined later", line: 5, "propose p", "propose r"),
        Damage("an unknown kind of move", line: SampleLine.sophisticate, "sophisticate a", "castle q"),
        Damage("a move of too many words", line: SampleLine.sophisticate, "sophisticate a", "sophisticate a b"),
        Damage("a move of too few words", line: SampleLine.counter, "counter s ordinary", "counter s"),
        Damage("an objection to nothing", after: 4, "object"),
        Damage("an objection of too many words", line: SampleLine.objection, "object", "object r"),
        Damage("a prediction of certainty", line: 3, "0.7", "1"),
        Damage("a prediction of nothing", line: 3, "0.7", "0"),
        Damage("a prediction of next to nothing", line: 3, "0.7", "1e-9"),
        Damage("a prediction of seven decimals", line: 3, "0.7", "0.7000001"),
        Damage("a prediction in words", line: 3, "0.7", "likely"),
        Damage("a prediction of nobody's", line: 3, "predict divergence", "predict convergence"),
        Damage("a prediction without a side", line: 3, "predict divergence", "predict"),
        Damage("a prediction after the first move", Damage.lines[..<5] + [Damage.lines[2]]),
        Damage("an answer to what was not asked", Damage.lines.filter { !$0.contains("ask-to-stop") }),
        Damage("an answer that is another", line: SampleLine.declining, "decline", "dodge"),
        Damage("an answer of too many words", line: SampleLine.declining, "decline", "decline training"),
        Damage("to stop asked twice", line: SampleLine.declining, "decline", "ask-to-stop"),
        Damage("to stop asked on Divergence's turn", after: SampleLine.counter, "ask-to-stop"),
        Damage("more taken back than was played", line: SampleLine.takeBack, "take-back 1", "take-back 3"),
        Damage("a move taken back that went back already", line: SampleLine.takeBack, "take-back 1", "take-back 2"),
        Damage("nothing taken back", line: SampleLine.takeBack, "take-back 1", "take-back 0"),
        Damage(
            "the least number taken back", line: SampleLine.takeBack, "take-back 1", "take-back -9223372036854775808"),
        Damage(
            "the greatest number taken back", line: SampleLine.takeBack, "take-back 1",
            "take-back 9223372036854775807"),
        Damage(
            "a number beyond all numbers taken back", line: SampleLine.takeBack, "take-back 1",
            "take-back 9223372036854775808"),
        Damage("half a move taken back", line: SampleLine.takeBack, "take-back 1", "take-back 0.5"),
        Damage("no count of what is taken back", line: SampleLine.takeBack, "take-back 1", "take-back"),
    ]

    static let rulings = [
        Damage("a dispute before the first move", after: 4, "dispute pattern p"),
        Damage(
            "a dispute of a number not behind the last move", line: SampleLine.dispute, "situation t", "situation s"),
        Damage("a dispute of a number of one's own", line: SampleLine.dispute, "situation t", "pattern r"),
        Damage("a dispute of a number that is settled", after: SampleLine.secondMove, "dispute pattern p"),
        Damage("a dispute of a coined card", after: SampleLine.coin, "dispute pattern r"),
        Damage("a second dispute on a turn", after: SampleLine.dispute, "dispute feature b"),
        Damage("a dispute when none is left", withoutDisputes()),
        Damage("a dispute of a card that is not there", line: SampleLine.dispute, "situation t", "situation tt"),
        Damage("a dispute of an unknown kind of number", line: SampleLine.dispute, "situation t", "card t"),
        Damage("a dispute without a number", line: SampleLine.dispute, " situation t", ""),
        Damage("an offer above all", line: SampleLine.dispute, "judge=0.3", "judge=1.3"),
        Damage("an offer of nothing", line: SampleLine.dispute, "judge=0.3", "judge="),
        Damage("an offer of nobody's", line: SampleLine.dispute, "judge=0.3", "umpire=0.3"),
        Damage("an offer made twice", line: SampleLine.dispute, "judge=0.3", "training=0.3"),
        Damage("an offer without its side", line: SampleLine.dispute, "judge=0.3", "0.3"),
    ]

    static let coins = [
        Damage("a coin by a name that is taken", line: SampleLine.coin, "shallower r", "shallower q"),
        Damage("a coin by a name that is none", line: SampleLine.coin, "shallower r", "shallower R2D2!"),
        Damage("a coin by a name with an escape", line: SampleLine.coin, "shallower r", "shallower r\\u001b[2J"),
        Damage("a coin without a trigger", line: SampleLine.coin, " trigger=b", ""),
        Damage("a coin with an unknown feature", line: SampleLine.coin, "trigger=b", "trigger=c"),
        Damage("a coin with a feature twice", line: SampleLine.coin, "trigger=b", "trigger=b+b"),
        Damage(
            "a coin of a family where nothing is proposed", line: SampleLine.coin, "trigger=b", "trigger=b family=x"),
        Damage("a coin of a verb that has no card", line: SampleLine.coin, "shallower r", "sophisticate r"),
        Damage("a coin that is whacked already", line: SampleLine.coin, "trigger=b", "trigger=a"),
        Damage("a coin with an unknown channel", line: SampleLine.lastCoin, "outcome", "smell"),
        Damage("a coin without a channel", line: SampleLine.lastCoin, " channel=outcome", ""),
        Damage("a coin of unknown provenance", line: SampleLine.lastCoin, "ordinary", "natural"),
        Damage("a coin of deliberate data in hard mode", line: SampleLine.lastCoin, "ordinary", "deliberate"),
        Damage(
            "a coin of the other side's", line: SampleLine.lastCoin, "counter u ordinary exhibits=a+b channel=outcome",
            "propose u trigger=a"),
        Damage(
            "a coin when none is left", line: SampleLine.sophisticate, "sophisticate a",
            "coin shallower rr trigger=a\",\"text\":\""),
        Damage(
            "a coin that is too dear, and its counter missing", line: SampleLine.lastCoin,
            "divergence=0.0625 training=0.25 judge=0.125", "judge=0.000001"),
    ]

    static let ends = [
        Damage("a close too early", Damage.lines[..<5] + [Damage.lines[SampleLine.close - 1]]),
        Damage("a close without a verdict", line: SampleLine.close, "\"verdict\"", "\"edict\""),
        Damage("a verdict of null", line: SampleLine.close, is: #"{"act":"close","time":"","verdict":null}"#),
        Damage("a verdict in a word", line: SampleLine.close, is: #"{"act":"close","time":"","verdict":"training"}"#),
        Damage("an unknown winner", line: SampleLine.close, "\"training\"", "\"nobody\""),
        Damage("a reason without a name", line: SampleLine.close, "\"reason\":", "\"season\":"),
        Damage("a verdict without reasons", line: SampleLine.close, "\"reasons\":", "\"seasons\":"),
        Damage("another winner", line: SampleLine.close, "\"winner\":\"training\"", "\"winner\":\"divergence\""),
        Damage("another grade", line: SampleLine.close, "\"hard\"", "\"easy\""),
        Damage("another reason", line: SampleLine.close, "no divergence left", "conceded"),
        Damage("a horn that is not there", line: SampleLine.close, "\"forced\":null", "\"forced\":\"propose q\""),
        Damage("a move after the end", after: SampleLine.lastCoin, "concede"),
        Damage("a remark too early", after: 5, "remark training"),
        Damage("a remark of nobody's", line: SampleLine.remark, "remark training", "remark nobody"),
        Damage("a take-back after the close", after: SampleLine.close, "take-back 1"),
        Damage("a dispute after the close", after: SampleLine.close, "dispute situation u"),
        Damage("a prediction after the close", after: SampleLine.remark, "predict training 0.5"),
        Damage("a second close", Damage.lines + [Damage.lines[SampleLine.close - 1]]),
    ]

    /// The sample after both disputes of Training's, and a third.
    private static func withoutDisputes() -> [String] {
        func entry(_ act: String) -> String { #"{"act":"\#(act)","time":""}"# }
        return Damage.lines[..<SampleLine.secondMove]
            + [
                "counter s ordinary", "shallower q", "dispute pattern q", "counter t ordinary", "sophisticate a",
                "dispute condition a",
            ].map(entry)
    }
}
