import Game
import Mustache
import Review
import Text

/// One page that needs no network and no script: the debate, the graph, what happened step by step, and the verdict.
extension Debate {
    var html: String { Page.template.render(page) }

    private var page: [String: Any] {
        [
            "title": title.onOneLine, "rules": rules, "date": date, "premise": premise, "verdict": verdict,
            "cast": cast.map { ["name": $0.name, "part": $0.part] }, "turns": turns.map(page), "rows": turns.map(row),
            "meters": meters.map { meter in
                ["name": meter.name, "percent": "\(Int((meter.share * 100).rounded()))", "text": meter.text]
            },
            "sections": sections.enumerated().map { index, section in
                [
                    "id": "part-\(index + 1)", "title": section.title,
                    "items": section.items.map {
                        ["text": $0.text, "details": $0.details, "hasDetails": !$0.details.isEmpty] as [String: Any]
                    },
                ] as [String: Any]
            },
            "graph": GraphDrawing(graph, meters, title: title.onOneLine).svg(isAlone: false),
            "graphText": graph.summary, "graphStyle": GraphDrawing.style, "hasValues": graph.hasValues,
        ]
    }

    private func page(_ turn: Turn) -> [String: Any] {
        var page: [String: Any] = [
            "id": "step-\(turn.step)", "name": turn.name, "side": turn.side.rawValue,
            "rulings": turn.rulings, "lines": turn.line.split(separator: "\n").map(String.init),
            "isScene": turn.words == nil, "speaks": !turn.line.isEmpty, "wentBack": turn.wentBack,
        ]
        page["direction"] = turn.direction.isEmpty ? nil : turn.direction
        page["price"] = turn.kind == .move ? turn.priceText : nil
        page["whack"] = turn.whacked.map { "A whack: “\(turn.title)” would have caught “\($0)”." }
        page["mark"] = turn.mark.map { ["symbol": $0.symbol, "text": $0.sentence] }
        page["objection"] = turn.objection.map { objection in
            ["name": objection.name, "lines": objection.words.split(separator: "\n").map(String.init)] as [String: Any]
        }
        return page
    }

    private func row(_ turn: Turn) -> [String: Any] {
        let doing =
            turn.kind == .move ? turn.title.isEmpty ? "concedes" : turn.title : "\(turn.kind.rawValue): \(turn.title)"
        return [
            "id": "step-\(turn.step)", "step": "\(turn.step)", "name": turn.name, "title": doing,
            "price": turn.price?.description ?? "",
            "concept": turn.position.strain(of: .divergence).description,
            "data": turn.position.strain(of: .training).description,
            "horizon": turn.position.horizon.map(String.init) ?? "", "value": turn.value?.brief ?? "",
            "mark": turn.mark.map { "\($0.symbol) \($0.name)" } ?? "", "wentBack": turn.wentBack,
        ]
    }
}

private enum Page {
    static let template: MustacheTemplate = {
        MustacheContentTypes.register(MarkupContent(), named: MarkupContent.name)
        do {
            return try MustacheTemplate(string: String(decoding: PackageResources.page_mustache, as: UTF8.self))
        } catch {
            preconditionFailure("page.mustache is no template: \(error)")
        }
    }()
}
