import Foundation
import Game
import Play
import Rulebook

/// Reads match files one after another. A ruleset that many of them hold is made out once.
struct MatchReader {
    /// The rulesets met last, each as the bytes of its line.
    private var rulesets: [KnownRuleset] = []

    private struct KnownRuleset {
        let line: [UInt8]
        let ruleset: Ruleset
        let fingerprint: String
    }

    /// A match as far as it replays.
    struct Reading {
        var record: MatchRecord
        /// Why the rest cannot be had; `nil`: there is no more.
        var damage: ArchiveError?
        /// A fingerprint of the match after each act.
        var trail: [UInt32] = []
    }

    /// More are seldom played by in turn, and each may take megabytes.
    private static let remembered = 4

    /// - Throws: `ArchiveError` where not even the beginning of a match can be had.
    mutating func read(_ lines: [ArraySlice<UInt8>], _ path: String) throws(ArchiveError) -> Reading {
        guard let first = lines.first else { throw .notAMatch(path: path, reason: .empty) }
        let header = try MatchFile.header(first, path)
        guard lines.count > 1 else { throw .damaged(path: path, line: 2, .missingRuleset) }
        let ruleset = try ruleset(lines[1], header, path)
        do {
            return MatchReader.replay(lines, from: try MatchRecord(header: header, ruleset: ruleset), path)
        } catch {
            throw .damaged(path: path, line: 2, .record(error))
        }
    }

    private static func replay(_ lines: [ArraySlice<UInt8>], from record: MatchRecord, _ path: String) -> Reading {
        var reading = Reading(record: record)
        var digest = Digest()
        for (index, bytes) in lines.enumerated().dropFirst(2) {
            do throws(LineProblem) {
                let line = try MatchFile.decode(EntryLine.self, bytes)
                try reading.record.apply(line)
                digest.add(line)
                reading.trail.append(digest.value)
            } catch {
                reading.damage = .damaged(path: path, line: index + 1, error)
                break
            }
        }
        return reading
    }

    private mutating func ruleset(
        _ line: ArraySlice<UInt8>, _ header: MatchHeader, _ path: String
    ) throws(ArchiveError) -> Ruleset {
        let known: KnownRuleset
        if let index = rulesets.firstIndex(where: { $0.line.elementsEqual(line) }) {
            known = rulesets.remove(at: index)
        } else {
            known = try MatchReader.made(Array(line), path)
        }
        rulesets.insert(known, at: 0)
        if rulesets.count > MatchReader.remembered { rulesets.removeLast() }
        guard known.fingerprint == header.hash else { throw .damaged(path: path, line: 2, .otherRuleset) }
        return known.ruleset
    }

    private static func made(_ line: [UInt8], _ path: String) throws(ArchiveError) -> KnownRuleset {
        do throws(RulebookError) {
            let ruleset = try Rulebook(line, named: "the match's ruleset").ruleset
            return KnownRuleset(line: line, ruleset: ruleset, fingerprint: RulesetDocument(ruleset).fingerprint)
        } catch {
            throw .damaged(path: path, line: 2, .badRuleset(plain(error)))
        }
    }

    /// The first of its problems, without the line, which may be very long.
    private static func plain(_ error: RulebookError) -> String {
        guard case .invalid(let diagnostics, let further) = error, let first = diagnostics.first else {
            return "\(error)"
        }
        let others = diagnostics.count - 1 + further
        return "the ruleset is not valid: column \(first.column): \(first.message)"
            + (others > 0 ? " (and \(others) more)" : "")
    }
}

/// FNV-1a, 32 bits, of what makes an act of two copies the same. Source: draft-eastlake-fnv.
private struct Digest {
    private(set) var value: UInt32 = 0x811C_9DC5

    mutating func add(_ line: EntryLine) {
        for part in [line.act, line.time, line.words ?? ""] {
            for byte in part.utf8 { add(byte) }
            // No text holds it.
            add(0xFF)
        }
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt32(byte)) &* 0x0100_0193
    }
}

extension MatchRecord {
    /// Adds what a line says, and believes its verdict only if the moves lead to it.
    fileprivate mutating func apply(_ line: EntryLine) throws(LineProblem) {
        let entry = try line.entry(in: match.ruleset)
        // Only an end may fit the match and not the file.
        let before = entry.act == .close ? self : nil
        do { try apply(entry) } catch { throw .record(error) }
        guard let before, let verdict else { return }
        let problem: LineProblem? =
            switch line.verdict {
            case nil: .missingVerdict
            case VerdictLine(verdict, in: match.ruleset): nil
            default: .otherVerdict
            }
        guard let problem else { return }
        self = before
        throw problem
    }
}
