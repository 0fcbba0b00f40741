internal import Game

/// Millibits that Training has to pay.
typealias Price = Int32

extension Price {
    /// Stands for “no counter at all”; no finite price comes near it.
    static let infinite: Price = 1 << 30

    /// The sum with a finite cost; infinite stays infinite.
    @inline(__always)
    func adding(_ cost: Price) -> Price { self >= .infinite ? .infinite : self + cost }
}

extension Bits {
    var price: Price { Price(clamping: millibits) }
}

extension Position {
    /// What Training may still pay; negative where rulings have made the corpus dearer than the limit.
    var affordable: Price {
        min((limit(of: .training) - corpusStrain).price, .infinite - 1)
    }

    /// The legal moves but `concede`, in canonical order, as far as a mode that may be harder than the match's allows.
    func legalProspects(in mode: Mode) -> [Prospect] {
        legalProspects.filter { prospect in prospect.datum.map { mode.allows($0.provenance) } ?? true }
    }
}
