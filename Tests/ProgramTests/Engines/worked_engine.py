"""A whole engine for credulity, to begin one's own from: it knows the moves, and plays the cheapest.

The protocol is in Sources/Bots/ENGINES.md, the rules in RULES.md; § are sections of those.
"""

import json
import math
import sys


def bits(credence):  # §1: what a claim costs, in millibits
    return math.floor(-1000 * math.log2(credence) + 0.5)


class Position:  # §3
    def __init__(self, ruleset, profile, mode):
        changes = next((p for p in ruleset.get("profiles", []) if p["id"] == profile), {})
        for kind in ("features", "patterns", "situations"):
            for card in ruleset[kind]:
                change = changes.get(kind, {}).get(card["id"], {})
                card.update(change if isinstance(change, dict) else {"credence": change})
            setattr(self, kind, {card["id"]: card for card in ruleset[kind]})
        self.limits = ruleset["limits"] | changes.get("limits", {})
        self.deployments = ruleset["deployments"]
        self.ways = ["ordinary"] if mode == "hard" else ["ordinary", "deliberate"]
        self.training_moves, self.live, self.conditions, self.corpus, self.paid = False, None, set(), [], 0
        self.proposals, self.reached = self.limits["proposals"], None

    def trigger(self):
        return set(self.patterns[self.live]["trigger"]) | self.conditions

    def divergence_after(self, verb, card):  # §4
        conditions = set() if verb == "propose" else self.conditions | ({card} if verb == "sophisticate" else set())
        pattern = self.live if verb == "sophisticate" else card
        return pattern, conditions - set(self.patterns[pattern]["trigger"])

    def excluded(self, features):
        pairs = [(f, g) for f in features for g in self.features[f].get("excludes", [])]
        return any(other in features for _, other in pairs)

    def whacked(self, trigger, pattern, corpus):
        return any(trigger <= shown and seen not in pattern.get("hides_from", []) for shown, seen in corpus)

    def horizon(self, trigger, conditions):
        arrivals = [d["arrives"] for d in self.deployments if trigger <= set(d["features"])]
        natural = min(arrivals, default=math.inf) + sum(self.features[f].get("delay", 0) for f in conditions)
        pushes = self.limits.get("pushes", 0)
        return max(natural, self.reached + pushes) if pushes and self.corpus else natural

    def strain(self, verb, card):
        """What Divergence strains after a move, None where it may not be made."""
        name, conditions = self.divergence_after(verb, card)
        pattern, live = self.patterns[name], self.patterns.get(self.live, {"depth": 0})
        trigger = set(pattern["trigger"]) | conditions
        strain = bits(pattern["credence"]) + sum(bits(self.features[f]["condition"]) for f in conditions)
        same_family = pattern.get("family") == live.get("family")
        if verb == "propose":
            fits = self.proposals > 0
        elif verb == "sophisticate":
            fits = card not in self.trigger()
        elif verb == "shallower":
            fits = same_family and pattern["depth"] < live["depth"]
        else:
            deep = pattern["depth"] >= live["depth"]
            fits = same_family and name != self.live and deep and pattern.get("misattributes")
        fits = fits and not self.excluded(trigger) and not self.whacked(trigger, pattern, self.corpus)
        in_time = self.horizon(trigger, conditions) < self.limits["pivotal_act"]
        return strain if fits and in_time and strain <= round(1000 * self.limits["naturalness"]) else None

    def cost(self, verb, card, way):
        """What a counter costs Training, None where it may not be made."""
        situation, live = self.situations[card], self.patterns[self.live]
        added = self.trigger() - set(situation["exhibits"])
        parts = [situation] + [self.features[f] for f in added]
        credences = [part.get(way, part.get("ordinary")) for part in parts]
        if None in credences or not any(way in part for part in parts) or situation["channel"] in live.get("hides_from", []):
            return None
        cost = sum(bits(credence) for credence in credences)
        datum = self.datum(situation)
        nonsense = self.excluded(datum[0]) or len(added) > self.limits.get("additions", math.inf)
        dear = self.paid + cost > round(1000 * self.limits["plausibility"])
        return None if nonsense or dear or self.dull(self.corpus + [datum]) else cost

    def datum(self, situation):
        return set(situation["exhibits"]) | self.trigger(), situation["channel"]

    def dull(self, corpus):
        """Whether data leave too little of what makes the AI useful."""
        useful = [p for p in self.patterns.values() if p.get("cis")]
        whole, left = (sum(round(1e6 * p["credence"]) for p in some) for some in (
            useful, [p for p in useful if not self.whacked(set(p["trigger"]), p, corpus)]))
        return left * 1000 < round(1000 * self.limits.get("drive", 0)) * whole

    def moves(self):
        """The legal moves with their prices, in canonical order."""
        if self.training_moves:
            named = [("counter", card, way) for card in self.situations for way in self.ways]
            return [(move, cost) for move in named if (cost := self.cost(*move)) is not None]
        verbs = ["propose", "sophisticate", "shallower", "misattribute"][: 4 if self.live else 1]
        named = [(v, card) for v in verbs for card in (self.features if v == "sophisticate" else self.patterns)]
        return [(move, strain) for move in named if (strain := self.strain(*move)) is not None]

    def play(self, move):
        if self.training_moves:
            situation = self.situations[move[1]]
            self.paid += self.cost(*move)
            self.corpus.append(self.datum(situation))
        else:
            self.proposals -= move[0] == "propose"
            self.live, self.conditions = self.divergence_after(*move)
            self.reached = self.horizon(self.trigger(), self.conditions)
        self.training_moves = not self.training_moves


ruleset, position = None, None
for line in sys.stdin:
    verb, _, rest = line.strip().partition(" ")
    if verb == "credulity":
        print("id name Worked example\nid author credulity\nok")
    elif verb == "ruleset":
        ruleset = rest
    elif verb == "position":  # RULESET[/PROFILE] MODE [moves MOVE, MOVE, …]
        head, _, moves = rest.partition(" moves ")
        position = Position(json.loads(ruleset), head.split()[0].partition("/")[2], head.split()[1])
        for move in filter(None, moves.split(",")):
            position.play(move.split())
    elif verb == "isready":
        print("ready")
    elif verb == "go":
        move, price = min(position.moves(), key=lambda found: found[1], default=(["none"], 0))
        print("bestmove", *move, "words", f"That is {price / 1000:.2f} bits.")
    elif verb == "quit":
        break
    sys.stdout.flush()
