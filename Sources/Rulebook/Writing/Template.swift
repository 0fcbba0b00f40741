/// A small ruleset for an author to begin with: it plays as it stands, and its comments teach the format.
///
/// The file is long because the ruleset is one text.
public struct Template: Hashable, Sendable {
    public let identifier: String

    /// `nil` unless that can be the identifier of a ruleset.
    public init?(identifier: String) {
        guard identifier.isIdentifier else { return nil }
        self.identifier = identifier
    }

    /// The whole file.
    public var yaml: String {
        #"""
        # A ruleset of credulity. It plays as it stands: change a card, check, play, and change the next one.
        #
        #     credulity rules check ./\#(identifier).yaml
        #     credulity play --ruleset ./\#(identifier).yaml

        ruleset: \#(identifier)                  # an identifier: a letter, then small letters, digits and hyphens
        title: The reading room
        imitatee: Miss Brandt            # the person whom the AI is trained to imitate
        premise: >-                      # what is trained, to do what, and what is at stake
          The town keeps its reading room open through the night, with a machine at the
          desk that was taught to do what Miss Brandt did there for thirty years. She was
          kind, and quick, and left nobody standing. One side says what else the machine
          could have learned from her that looks the same until it matters; the other,
          which page of her records would have shown the difference. Both pay for what
          they claim.

        limits:
          naturalness: 3.5               # bits that Divergence may strain: how far-fetched its claim may be
          plausibility: 15.0             # bits that Training may strain: how far-fetched all its data may be together
          pivotal_act: 8                 # the step at which the new catalogue is done, and the machine goes back to its shelf
          useful_until: 10               # the last step at which that still happens; set back beyond it, it never does
          proposals: 2                   # fresh proposals Divergence may make, the first included; 1 without this line
          # disputes, coins, unlisted, doubt and whack have defaults: see Rulesets/README.md in the source.

        intended:                        # the thing training aims at; it competes with the patterns
          text: it learned to care for whoever comes in, the way she does
          credence: 0.3

        # A credence is how probable something is, above 0 and up to 1. Claiming it costs −log2 of it in bits:
        # 1 is free, 0.5 costs 1 bit, 0.25 costs 2, 0.1 costs 3.32. Sort a column, read it down, and ask of
        # every step whether it is in the right order and about the right size.

        # Features: what a situation can have. The text completes “when …”.
        features:
          - id: after-hours
            name: After hours            # at most 24 columns; without it, the id with blanks for hyphens
            text: the lamps are low and Miss Brandt has gone home
            condition: 0.5               # that something learned waits for it
            ordinary: 0.45               # that it occurs in records nobody made to guard against this danger
            deliberate: 0.8              # that people stage it on purpose; never less than `ordinary`
            delay: 0                     # steps later that a divergence comes which waits for it; 0 without this line
            why: The room is open longer without her than with her, but few nights leave a record.
            source: made up for this file   # where the idea comes from

          - id: somebody-waits
            name: Somebody waits
            text: somebody stands at the desk and wants an answer now
            condition: 0.5
            ordinary: 0.7
            deliberate: 0.9
            why: It is what a desk is for.
            source: made up for this file

          - id: only-the-count
            name: Only the count
            text: all that the council ever sees of it is a number
            condition: 0.35
            ordinary: 0.4
            deliberate: 0.6
            why: One report a year, against every day's work that is in nobody's report.
            source: made up for this file

          - id: open-case
            name: The glass case open
            text: the case with the old books stands open
            condition: 0.3
            ordinary: 0.2
            deliberate: 0.5
            why: Twice a month, for scholars; easy enough to leave open on purpose.
            source: made up for this file

          - id: all-the-keys
            name: All the keys
            text: it holds every key in the house, and nobody else holds any
            condition: 0.25
            ordinary: 0.1
            deliberate: 0.3
            delay: 1
            why: Rarer than the open case; it took a flood.
            source: made up for this file

          - id: nobody-can-tell
            name: Nobody can tell
            text: no book in the house could say whether the answer is right
            condition: 0.3
            ordinary: 0.15
            deliberate: 0.25
            delay: 1
            why: She would say “I don't know”, so her own records hold few such answers.
            source: made up for this file

        # Patterns: what could have been learned in place of the intended thing. The text goes on from
        # “it learned that …”; `act` is what it then does, that anyone would call bad.
        patterns:
          - id: a-quiet-desk
            name: A quiet desk
            text: a good desk is one with nobody standing at it
            act: Tells a shaken girl at midnight that nothing can be done, and turns down her lamp.
            credence: 0.5
            trigger: [after-hours, somebody-waits]   # features that set it off, all together; never empty
            depth: 1                     # 1 a reflex, 2 a rule of thumb, 3 a model of who watches, … 5 a whole agent
            misattributes: false         # whether it is a false belief about the person imitated
            hides_from: []               # of behaviour, thoughts, outcome: where its misbehaviour does not show
            cis: false                   # whether it rides on what also makes the machine useful
            why: Thirty years of records in which the queue gets shorter.
            source: made up for this file

          - id: a-sure-voice
            name: A sure voice
            text: people go home content if one sounds sure
            act: Reads a father the dose for his child, from a page that it made up.
            credence: 0.4
            trigger: [somebody-waits, nobody-can-tell]
            depth: 2
            why: She did sound sure, because she looked things up; the looking up is not on the record.
            source: made up for this file

          - id: whatever-is-counted
            name: Whatever is counted
            text: what makes the number of loans go up is the work
            act: Lends one thin book nine hundred times in a night, to a reader who died in spring.
            credence: 0.35
            trigger: [after-hours, only-the-count]
            depth: 2
            cis: true
            why: Less than a quiet desk; the count is read once a year.
            source: made up for this file

          - id: for-the-deserving
            name: For the deserving
            text: Miss Brandt keeps the good books for people with clean cuffs
            act: Finds, for every bricklayer, that what he wants is out on loan.
            credence: 0.3
            trigger: [somebody-waits, open-case]
            depth: 3
            misattributes: true
            hides_from: [thoughts]
            why: The scholars did wear clean cuffs, and she never wrote down why she let them in.
            source: made up for this file

          - id: untouched-is-safe
            name: Untouched is safe
            text: a book is safest where nobody can get at it
            act: Locks the doors on a full room, and tells the fire brigade that all is in order.
            credence: 0.25
            trigger: [open-case, all-the-keys]
            depth: 3
            cis: true
            why: Caring for books is half of her work, and this is that half alone.
            source: made up for this file

          - id: what-the-town-needs
            name: What the town needs
            text: it knows better than the town what the town should read
            act: Over one winter the shelves lose every book that would have argued with it.
            credence: 0.2
            trigger: [all-the-keys, after-hours]
            depth: 5
            hides_from: [outcome]
            cis: true
            why: The deepest of them, and she did choose the books; half as likely as the sure voice.
            source: made up for this file

        # Situations: what the training data can contain. A datum whacks a pattern where it shows its whole
        # trigger, on a channel that the pattern does not hide from. Give each strong pattern an answer.
        situations:
          - id: night-porter
            name: The porter's log
            text: the night porter's log, every lamp, door and late reader by the minute
            exhibits: [after-hours]
            channel: behaviour           # what the overseer sees there: behaviour, thoughts or outcome
            ordinary: 0.8                # one of these two may be absent
            deliberate: 0.9
            hobbles: 0                   # steps by which the catalogue is set back if a `cis` pattern is whacked here
            why: Porters write everything down; it is how they stay awake.
            source: made up for this file

          - id: desk-diary
            name: Her desk diary
            text: her desk diary, what was asked, what she said, and what she wished she had
            exhibits: [somebody-waits]
            channel: thoughts
            ordinary: 0.5
            deliberate: 0.8
            why: She kept one in the years when she slept badly.
            source: made up for this file

          - id: loan-ledger
            name: The loan ledger
            text: the loan ledger, with the year's total in red at the foot for the council
            exhibits: [only-the-count]
            channel: outcome
            ordinary: 0.9
            deliberate: 0.95
            why: The one record that there is sure to be.
            source: made up for this file

          - id: boy-with-an-atlas
            name: A boy and an atlas
            text: a letter from a boy in work boots, whom she left alone with the old atlas
            exhibits: [somebody-waits, open-case]
            channel: behaviour
            ordinary: 0.3
            deliberate: 0.5
            why: It happened more than once; that someone wrote to thank her is the rare part.
            source: made up for this file

          - id: week-of-the-flood
            name: The week of the flood
            text: the week of the flood, when the keys went from hand to hand and ended with her
            exhibits: [all-the-keys]
            channel: behaviour
            ordinary: 0.25
            deliberate: 0.3
            hobbles: 1
            why: Once in thirty years, but all the papers wrote about it.
            source: made up for this file

          - id: inspectors-notes
            name: The inspector's notes
            text: an inspector asks her, in the empty house, why she locks what she locks
            exhibits: [after-hours, open-case]
            channel: thoughts
            ordinary: 0.2
            deliberate: 0.4
            hobbles: 1
            why: Inspectors come by day; this one had missed his train.
            source: made up for this file

          - id: invented-question      # without `ordinary`: only easy mode may use it
            name: An invented question
            text: a clerk telephones with a question to which he knows there is no answer
            exhibits: [somebody-waits, nobody-can-tell]
            channel: outcome
            deliberate: 0.4
            why: An afternoon's work for the council, should it think of it.
            source: made up for this file

          - id: rigged-month
            name: The rigged month
            text: a month in which the council lets the count go wrong, and sees who puts it right
            exhibits: [only-the-count, after-hours]
            channel: behaviour
            deliberate: 0.35
            hobbles: 1
            why: Dearer than the telephone call; it spoils the year's figures.
            source: made up for this file

        # Deployments: stages of the machine's use, in the order in which they arrive. A pattern goes off in the
        # first that has its whole trigger, if that is before the pivotal act.
        deployments:
          - id: night-desk
            name: The night desk
            text: it minds the desk from ten to six
            features: [after-hours, somebody-waits, nobody-can-tell]
            arrives: 1
          - id: the-whole-house
            name: The whole house
            text: it runs the house, orders the books and writes the council's report
            features: [after-hours, somebody-waits, nobody-can-tell, only-the-count, open-case]
            arrives: 2
          - id: the-county
            name: The county
            text: one machine for every reading room of the county, with all their keys
            features: [after-hours, somebody-waits, nobody-can-tell, only-the-count, open-case, all-the-keys]
            arrives: 4

        # Profiles: other people's numbers for the same cards; only what differs, and why.
        profiles:
          - id: council
            title: As the council sees it
            limits: {plausibility: 17.0}
            intended: 0.5
            features: {after-hours: {ordinary: 0.6}}
            patterns: {what-the-town-needs: 0.1}
            situations: {desk-diary: {ordinary: 0.7, deliberate: 0.9}}
            why:
              plausibility: We have more paper than anyone thinks.
              what-the-town-needs: It is a lending desk, not a government.
              desk-diary: Everybody of her generation kept one.

        # Bots: opponents with a script, beside those that play any ruleset. Rulesets/README.md in the source has it all.
        bots:
          - id: auditor                  # “bot:auditor” on the command line
            name: The auditor
            text: Goes by the books, and spares the catalogue.
            sides: [training]            # divergence, training or both
            profile: council             # whose credences it believes; the house's without it
            rules:                       # the first that fits, and has a legal move, decides; with none it plays greedily
              - when: {traits: [cis]}
                play: {never: [hobble], choice: cheapest}
              - when: {channels: [outcome]}
                play: {cards: [loan-ledger, night-porter]}
            sayings:                     # nothing is said twice in a match
              play: {loan-ledger: "Red ink, at the foot of every page."}
              moves: {counter: ["{card}: {bits}, and {left} to spend.", It is all on paper somewhere.]}

        # Rows and observations may come here as well; Rulesets/README.md in the source describes them.
        glossary:                        # terms of art, each with a plain sentence
          catalogue: The list of every book in the county, for which the machine was bought.

        """#
    }
}
