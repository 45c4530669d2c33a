"""Comments with a label, made by chance from patterns: what the learned score is measured on, for want of a newsroom's.

They are tame and made up. What makes the set worth something is what it is careful about: both kinds share their
subjects and most of their words; a part of each kind is hard (criticism that is sharp and fair, contempt in polite
words, an insult that is only quoted); some labels are wrong, as moderators' are; and a third of the patterns is kept
back, so that the score is also asked about comments unlike any that it learned from.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

SUBJECTS = (
    "the tram", "the new bridge", "the school budget", "the ferry timetable", "the hospital wing", "parking fees",
    "the library hours", "the mayor's plan", "the harbour dredging", "the rent cap", "the stadium", "the water bill",
    "the bus lanes", "the market hall", "the flood wall", "the night trains", "the cycle path", "the museum's loan",
)  # fmt: skip
PEOPLE = ("the council", "the mayor", "the minister", "the author", "the union", "the residents", "the developers",
          "the commuters", "the teachers", "the fishermen")  # fmt: skip
PLACES = ("in Harbour Street", "at the north gate", "on the west side", "by the old mill", "near the station",
          "in our district", "up the valley", "behind the market")  # fmt: skip
TIMES = ("last winter", "since March", "every morning", "for ten years now", "two weeks ago", "before the election",
         "in the evenings", "on weekdays")  # fmt: skip
NUMBERS = ("three", "forty", "two hundred", "12", "1,400", "half of the", "nine in ten", "0.4 per cent of")
NAMES = ("clown", "moron", "parasite", "halfwit", "liar", "crook", "sheep", "rat", "imbecile", "puppet", "vermin",
         "loser", "traitor", "dimwit")  # fmt: skip
TRADES = ("watches", "loans", "pills", "followers", "tickets", "crypto signals", "essays", "lottery numbers")
SITES = ("best-offer.example", "fast-money.example", "cheap4u.example", "win-now.example", "my-shop.example")

FAIR = (
    "I take {subject} {time} and it works better than the article says.",
    "Does anybody know how much {subject} costs compared with {subject2}?",
    "{People} should have asked us before they changed {subject}.",
    "My neighbours {place} have waited for {subject} {time}; thank you for reporting it.",
    "The figures do not add up: {number} people use {subject} {time}, says the report itself.",
    "I disagree. {Subject} was decided in the open and {people} voted for it.",
    "There is a mistake in the third paragraph: {subject} was built {place}, not {place2}.",
    "As somebody who works with {people}, I can say that {subject} is understaffed {time}.",
    "Good piece. I would have liked a word from {people} about {subject}.",
    "We moved {place} {time} and {subject} is the one thing that got better.",
    "If {people} close {subject}, {number} families {place} have nothing left.",
    "What about {subject2}? It has the same problem and nobody writes about it.",
    "{Subject} may be late, but {people} at least answered my letter.",
    "Can the paper publish the contract for {subject}? {People} say it is public.",
    "I voted for this and I regret it. {Subject} is a waste of money.",  # sharp
    "This is a disgrace: {people} knew about {subject} {time} and did nothing.",  # sharp
    "{People} lied to us about {subject}, and the documents prove it.",  # sharp
    "He called {people} “{name}s” in the meeting; nobody should speak like that about {subject}.",  # quoted
    "Calling somebody a {name} does not answer the question about {subject}.",  # quoted
    "I bought my ticket for {subject} at the kiosk {place}, it is cheaper there.",
    "The moderator removed my comment about {subject}. Please say why.",
    "Stupid decision, sorry. {Subject} {place} helps nobody.",  # sharp
    "My mother is 84 and cannot reach {subject} any more. {People} might think of that.",
    "{number} metres of {subject} for that money? In other towns they got the whole line.",
    "Where can one read the minutes? {People} promised them {time}.",
    "I was at the meeting {place} and it was calmer than you write.",
    "We need {subject}, but not at this price and not {place}.",
    "Nobody here is against {subject}. We are against the noise {time}.",
    "It would help to print a map of {subject}; I could not find the stop {place}.",
    "My son takes {subject} to school and has been late {number} times {time}.",
    "You forgot {subject2}, which {people} closed for the same reason.",
    "The photo shows {subject2} and not {subject}.",
    "I am proud of {people}: {subject} was finished in half the time.",
    "Honestly, what a mess. {People} have had years to repair {subject}.",  # sharp
    "{People} should resign over {subject}. That is what I think and I will vote that way.",  # sharp
    "How dumb is it to close {subject} on a weekday?",  # sharp
    "Whoever called {people} {name}s below: that is no argument.",  # quoted
    "I hate that {subject} is always the first thing to be cut.",  # sharp
    "The link in the article does not work; is it the report on {subject}?",
    "Would {people} ride {subject} themselves {time}? I doubt it.",
    "Thanks for the correction on {subject}.",
    "I pay my taxes and all I get is {subject} {place}, closed {time}.",
    "The old {subject} killed two people {time}; it had to go.",
    "For once I agree with {people}.",
    "Could somebody explain how {number} people fit into {subject}?",
    "First the rent, now {subject}. Young families {place} give up.",
    "Kill the project, please, before {subject} costs us {number} more.",  # sharp
    "Read the contract: {people} own {subject} for thirty years.",
)
FOUL = (
    "You are all {name}s if you believe a word about {subject}.",
    "Only a {name} would write this. {People} pay you, {name}.",
    "Go back where you came from, {name}, and take {people} with you.",
    "{People} are {name}s, every one of them, and their children too.",
    "Somebody should teach {people} a lesson {place}, they know what I mean.",
    "I know where {people} live {place}. Sleep well.",
    "Cheap {trade} here: {site}, delivered in two days!",
    "I made {number} a day {time} with {trade}, see {site} for how",
    "Best {trade} at {site} !!! Tell your friends !!!",
    "Ignore {subject}. Truth about {people} at {site}",
    "Shut up, {name}. Nobody asked you about {subject}.",
    "{Name}s like you are why {subject} fails. Crawl back under your stone.",
    "The author is a {name} and always was.",
    "lol what a {name}, did {people} write this for you",
    "What else would one expect from that sort of people {place}. They breed like {name}s.",  # contempt
    "Bless you, you must be so proud that you learned to type. Now leave {subject} to adults.",  # polite contempt
    "With your level of schooling I would stay quiet about {subject}.",  # polite contempt
    "Such people should not be allowed to vote, or to have children.",  # polite contempt
    "hot {trade} message me on {site}",
    "{People} should hang for {subject}.",
    "You {name}. You utter {name}. {Subject}!",
    "Hello dear friends I was poor {time} until I met a doctor of {trade}, contact {site}",
    "Everybody {place} knows what you did {time}, {name}. We will come.",
    "typical {name} paper, {name} readers, {name} town",
    "Your mother should be ashamed that she raised a {name}.",
    "{People} smell, and so does everybody {place}.",
    "I hope that you lose your home over {subject}, {name}.",
    "We will find out who wrote this, {name}.",
    "Earn {number} from home, no risk, ask at {site}",
    "Buy {trade}! Buy {trade}! Buy {trade}! {site}",
    "{trade} for everybody {place}, cash only, write to me",
    "Another {name} who cannot count. Go and die.",
    "Drown them in the harbour, {people} first.",
    "you {name} you {name} you {name}",
    "The commenter above is a {name}, and ugly too.",
    "Nobody would miss {people} if {subject} fell on them.",
    "{People} are paid by a foreign power, all of them, wake up you {name}s",
    "Her number is {number} {number}, call her {time} and tell her what you think.",  # private
    "He lives {place}, second floor, grey door. Visit him.",  # private
    "These people {place} are animals.",
    "Women should not be allowed near {subject}.",
    "Delete this, {name}, or else.",
    "Such a stupid face she has in the photo.",
    "Only an idiot rides {subject}. Are you an idiot? Yes you are.",
    "What did one expect, the author is one of them.",  # contempt
    "I would not let people like you near a pencil.",  # polite contempt
    "My dear, thinking is not for everybody. Leave {subject} to those who can.",  # polite contempt
    "Free {trade} if you click {site} now",
)
HELD_BACK = 3
"""Every third pattern is for the test alone."""
WRONG = 0.03
"""The share of labels that are wrong."""
FOUL_SHARE = 0.25


_COMMON = [one for place, one in enumerate(FAIR) if place % HELD_BACK != HELD_BACK - 1]


@dataclass(frozen=True, slots=True)
class Labelled:
    text: str
    rejected: bool
    """As the moderator decided, who may have been wrong."""
    known: bool
    """Its pattern is one of those that are learned from."""


def comments(many: int, seed: int, test: bool = False) -> list[Labelled]:
    """So many comments; for learning from the patterns that are meant for it, for a ``test`` from all."""
    chance = random.Random(seed)
    return [_comment(chance, test) for _ in range(many)]


def _comment(chance: random.Random, test: bool) -> Labelled:
    foul = chance.random() < FOUL_SHARE
    patterns = FOUL if foul else FAIR
    while True:
        place = chance.randrange(len(patterns))
        known = place % HELD_BACK != HELD_BACK - 1
        if known or test:
            break
    text = _fill(chance, patterns[place])
    if chance.random() < 0.4:
        # Most comments have more than one sentence, and foul ones are not foul throughout.
        text += " " + _fill(chance, chance.choice(_COMMON))
    return Labelled(_type(chance, text), foul != (chance.random() < WRONG), known)


def _fill(chance: random.Random, pattern: str) -> str:
    subject, people, name = chance.choice(SUBJECTS), chance.choice(PEOPLE), chance.choice(NAMES)
    return pattern.format(
        subject=subject, Subject=subject[0].upper() + subject[1:], subject2=chance.choice(SUBJECTS),
        people=people, People=people[0].upper() + people[1:], place=chance.choice(PLACES), place2=chance.choice(PLACES),
        time=chance.choice(TIMES), number=chance.choice(NUMBERS), name=name, Name=name.capitalize(),
        trade=chance.choice(TRADES), site=chance.choice(SITES),
    )  # fmt: skip


def _type(chance: random.Random, text: str) -> str:
    """As people type: some in small letters, some with a slip of the finger, some with emphasis."""
    if chance.random() < 0.15:
        text = text.lower()
    if chance.random() < 0.2 and len(text) > 10:
        place = chance.randrange(1, len(text) - 2)
        text = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return text + ("!!" if chance.random() < 0.08 else "")
