"""A whole engine for credulity, to begin one's own from: it knows the moves, and plays the cheapest.

Once it has none left it disputes the likeliest number behind the last move, as half as likely; where others dispute, it
writes the number in force. It coins nothing, and knows the cards that others coin.

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
        self.training_moves, self.live, self.conditions, self.corpus = False, None, set(), []
        self.proposals, self.reached = self.limits["proposals"], None
        self.settled, self.disputes, self.has_disputed, self.history = {}, {False: 0, True: 0}, False, []

    def price(self, kind, card, way="ordinary"):
        """What a number is in millibits, None where a datum cannot be had that way."""
        if (kind, card, way) in self.settled:
            return self.settled[kind, card, way]
        cards = self.patterns if kind == "pattern" else self.situations if kind == "situation" else self.features
        credence = cards[card].get({"pattern": "credence", "condition": "condition"}.get(kind, way))
        return None if credence is None else bits(credence)

    def part(self, kind, card, way):
        """A number as a datum uses it: deliberate data take the ordinary one for want of their own."""
        own = (kind, card, way)
        return own if self.price(*own) is not None else (kind, card, "ordinary")

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

    def awaited(self, name, conditions):
        """What is waited for beyond a deployment: of a coined pattern its trigger too (§8)."""
        return conditions | (set(self.patterns[name]["trigger"]) if self.patterns[name].get("coined") else set())

    def strain(self, verb, card):
        """What Divergence strains after a move, None where it may not be made."""
        name, conditions = self.divergence_after(verb, card)
        pattern, live = self.patterns[name], self.patterns.get(self.live, {"depth": 0})
        trigger = set(pattern["trigger"]) | conditions
        strain = self.price("pattern", name) + sum(self.price("condition", f) for f in conditions)
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
        fits = fits and not self.excluded(trigger) and not self.whacked(trigger, pattern, map(self.shown, self.corpus))
        in_time = self.horizon(trigger, self.awaited(name, conditions)) < self.limits["pivotal_act"]
        return strain if fits and in_time and strain <= round(1000 * self.limits["naturalness"]) else None

    def cost(self, verb, card, way):
        """What a counter costs Training, None where it may not be made."""
        situation, live = self.situations[card], self.patterns[self.live]
        added = self.trigger() - set(situation["exhibits"])
        parts = self.parts(card, added, way)
        prices = [self.price(*part) for part in parts]
        own = any(part[2] == way for part in parts)
        if None in prices or not own or situation["channel"] in live.get("hides_from", []):
            return None
        shown = set(situation["exhibits"]) | added
        nonsense = self.excluded(shown) or len(added) > self.limits.get("additions", math.inf)
        dear = self.paid() + sum(prices) > round(1000 * self.limits["plausibility"])
        corpus = [self.shown(datum) for datum in self.corpus] + [(shown, situation["channel"])]
        return None if nonsense or dear or self.dull(corpus) else sum(prices)

    def parts(self, card, added, way):
        return [self.part("situation", card, way)] + [self.part("feature", f, way) for f in sorted(added)]

    def shown(self, datum):
        situation = self.situations[datum[0]]
        return set(situation["exhibits"]) | datum[1], situation["channel"]

    def paid(self):
        return sum(self.price(*part) for datum in self.corpus for part in self.parts(*datum))

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

    def state(self):
        return (self.training_moves, self.live, self.conditions, list(self.corpus), self.proposals, self.reached,
                self.has_disputed)

    def play(self, move):
        self.history.append(self.state())
        if self.training_moves:
            self.corpus.append((move[1], self.trigger() - set(self.situations[move[1]]["exhibits"]), move[2]))
        else:
            self.proposals -= move[0] == "propose"
            live, conditions = self.divergence_after(*move[:2])
            trigger = set(self.patterns[live]["trigger"]) | conditions
            # Pushed out by what was whacked before it.
            reached = self.horizon(trigger, self.awaited(live, conditions))
            self.live, self.conditions, self.reached = live, conditions, reached
        self.training_moves, self.has_disputed = not self.training_moves, False

    def quoted(self):  # §7
        """The numbers behind the opponent's last move."""
        if self.live is None:
            return []
        if self.training_moves:
            return [("pattern", self.live, "ordinary")] + [("condition", f, "ordinary") for f in sorted(self.conditions)]
        return self.parts(*self.corpus[-1])

    def dispute(self, kind, card, *offers):
        number = next(number for number in self.quoted() if number[:2] == (kind, card))
        claimed = sum(map(self.price, *zip(*self.quoted())))
        self.settle(number, middle(offers, self.price(*number)))
        self.disputes[self.training_moves] += 1
        self.has_disputed = True
        if sum(map(self.price, *zip(*self.quoted()))) > claimed:
            (self.training_moves, self.live, self.conditions, self.corpus, self.proposals, self.reached,
             self.has_disputed) = self.history.pop()

    def settle(self, number, price):
        kind, card, way = number
        self.settled[number] = price
        other = (kind, card, "deliberate" if way == "ordinary" else "ordinary")
        if kind in ("situation", "feature") and self.price(*other) is not None:
            ordinary, deliberate = self.price(kind, card, "ordinary"), self.price(kind, card, "deliberate")
            if deliberate > ordinary:
                self.moved(other, price)

    def moved(self, number, price):
        """Moves a number along, which may be disputed yet unless it was."""
        kind, card, way = number
        if number in self.settled:
            self.settled[number] = price
        cards = self.situations if kind == "situation" else self.features
        cards[card] = cards[card] | {way: 2 ** (-price / 1000)}

    def coin(self, verb, name, *rest):  # §8
        way, options = ("ordinary", rest) if verb != "counter" else (rest[0], rest[1:])
        options = dict(option.split("=") for option in options)
        features = options.get("trigger", options.get("exhibits", "")).split("+")
        features = [feature for feature in features if feature]
        unlisted = bits(self.limits.get("unlisted", 0.25))
        kind = "situation" if verb == "counter" else "pattern"
        prices = [
            self.price(*self.part("feature", f, way)) if verb == "counter" else self.price("condition", f) for f in features]
        book = unlisted + sum(unlisted if price is None else price for price in prices)
        offers = [f"{key}={value}" for key, value in options.items() if key in ("divergence", "training", "judge")]
        self.settled[kind, name, way] = middle(offers, book)
        if verb == "counter":
            self.situations[name] = {"exhibits": features, "channel": options["channel"], way: 1}
            legal = self.cost("counter", name, way) is not None
        else:
            live = self.patterns.get(self.live, {"depth": 0})
            depth = {"propose": max(p["depth"] for p in self.patterns.values()), "shallower": live["depth"] - 1}
            family = options.get("family") if verb == "propose" else live.get("family")
            self.patterns[name] = {
                "trigger": features, "depth": depth.get(verb, live["depth"]), "coined": True, "credence": 1,
                "misattributes": verb == "misattribute"} | ({"family": family} if family else {})
            legal = self.strain(verb, name) is not None
        if legal:
            self.play([verb, name, way])

    def last_word(self):
        """A dispute where no move is left, None where none may be."""
        numbers = [number for number in self.quoted() if number not in self.settled]
        used = self.disputes[self.training_moves] >= self.limits.get("disputes", 0)
        if used or self.has_disputed or not numbers:
            return None
        number = min(numbers, key=lambda number: self.price(*number))
        side = "training" if self.training_moves else "divergence"
        return f"dispute {number[0]} {number[1]} {side}={2 ** (-self.price(*number) / 1000) / 2:.6f}"

    def offer(self, raised):
        """What it writes for a dispute: the number in force."""
        number = next((number for number in self.quoted() if list(number[:2]) == raised[1:3]), None)
        return "none" if raised[0] == "coin" or number is None else f"{2 ** (-self.price(*number) / 1000):.6f}"


def middle(offers, third):
    written = {key: bits(float(value)) for key, value in (offer.split("=") for offer in offers)}
    third = written.get("judge", third)
    return sorted([written.get("divergence", third), written.get("training", third), third])[1]


ruleset, position = None, None
for line in sys.stdin:
    verb, _, rest = line.strip().partition(" ")
    if verb == "credulity":
        print("id name Worked example\nid author credulity\noffers\nok")
    elif verb == "ruleset":
        ruleset = rest
    elif verb == "position":  # RULESET[/PROFILE] MODE [moves ACT, ACT, …]
        head, _, acts = rest.partition(" moves ")
        position = Position(json.loads(ruleset), head.split()[0].partition("/")[2], head.split()[1])
        for act in filter(None, acts.split(",")):
            words = act.split()
            {"dispute": position.dispute, "coin": position.coin}.get(words[0], lambda *_: position.play(words))(*words[1:])
    elif verb == "isready":
        print("ready")
    elif verb == "go":
        move, price = min(position.moves(), key=lambda found: found[1], default=(None, 0))
        raised = None if move else position.last_word()
        print("bestmove", *(move or [raised or "none"]), "words", f"That is {price / 1000:.2f} bits." if move else "Hardly.")
    elif verb == "offer":
        print("offer", position.offer(rest.split()))
    elif verb == "quit":
        break
    sys.stdout.flush()
