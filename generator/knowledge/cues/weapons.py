"""Shape of ``knowledge/language/weapons.yml``: how a sentence ties a weapon to what is said."""

from __future__ import annotations

from generator.knowledge.entities import Base


class StandIn(Base, frozen=True, kw_only=True):
    """Nouns by which an article goes on about a weapon of one of the ``classes``."""

    nouns: tuple[str, ...]
    classes: tuple[str, ...]


class AtWork(Base, frozen=True, kw_only=True):
    """What tells that a weapon stands somewhere or is at work, where no verb of ``verbs.yml``
    governs it. Verbs are base forms; ``placed``, ``equipping`` and ``not_agents`` participles."""

    irregular: tuple[str, ...]
    """Base, past and participle of more verbs than ``verbs.yml`` needs."""
    units: tuple[str, ...]
    ended: tuple[str, ...]
    owning: tuple[str, ...]
    counts: tuple[str, ...]
    already: tuple[str, ...]
    """Words beside "has" that say that it is there: "already has Darts"."""
    watched: tuple[str, ...]
    """Participles before an -ing form: "was seen circling"."""
    together: tuple[str, ...]
    """Phrases that lead from one ship to another that does the same."""
    counted_in: tuple[str, ...]
    """Words that lead from a group to one of it: "including"."""
    movements: tuple[str, ...]
    """Nouns before "by" or "of" and a ship or aircraft: "passage"."""
    fleets: tuple[str, ...]
    """Units that say so by themselves before "of": "a squadron of"."""
    heads: tuple[str, ...]
    """Nouns behind a name that only say what it is: "launchers"."""
    equipping: tuple[str, ...]
    arming: tuple[str, ...]
    having: tuple[str, ...]
    placed: tuple[str, ...]
    postures: tuple[str, ...]
    staying: tuple[str, ...]
    """Of these, those that need the name of a place: "remains in Zenda"."""
    figures: tuple[str, ...]
    """Nouns behind "in" or "at" that are no place: "in doubt"."""
    circlers: tuple[str, ...]
    circling: tuple[str, ...]
    """What satellites do in the present tense."""
    idle: tuple[str, ...]
    """What a ship or aircraft may do that is not at work."""
    done_to: tuple[str, ...]
    """What tells, right behind it and without an object, what was done to it."""
    meeting: tuple[str, ...]
    """Verbs whose object, right behind them, is out there: "met two bombers"."""
    guarding: tuple[str, ...]
    not_agents: tuple[str, ...]
    leaving: tuple[str, ...]
    """Words before "from" and a ship."""
    decks: tuple[str, ...]
    situated: tuple[str, ...]
    where: tuple[str, ...]
    groups: tuple[str, ...]
    away: tuple[str, ...]
    """Words of a sentence in which nothing is at work: "museum"."""


class WeaponCues(Base, frozen=True, kw_only=True):
    linking: tuple[str, ...]
    """Words that lead from a noun to the weapon it is about: "of"."""
    carrying: tuple[str, ...]
    """Words after which a weapon only rides along: "carrying"."""
    engines: tuple[str, ...]
    pieces: tuple[str, ...]
    """Words before "of" or "for" a weapon that leave only a piece of it: "components for"."""
    aids: tuple[str, ...]
    """Words before "with" or "on" a weapon that leave only help with it: "advice on"."""
    made_of: tuple[str, ...]
    """Words after a class noun that make it no weapon: "the missile programme"."""
    moments: tuple[str, ...]
    describing: tuple[str, ...]
    """Endings of a Korean verb that describes the noun behind it."""
    plans: tuple[str, ...]
    """Behind a Chinese deed and before a weapon: the plan is another thing."""
    receiving: tuple[str, ...]
    """Right behind a Korean weapon these say that something is put on it: "X에 탑재될"."""
    made_for: tuple[str, ...]
    """Participles before "in" or "for" a weapon: what is done is done to a thing for it."""
    former: tuple[str, ...]
    """Chinese, Japanese and Korean words of a sentence that looks back on an earlier time."""
    firing: tuple[str, ...]
    """Parts of Chinese, Japanese and Korean verbs of firing: no ship is fired."""
    versions: tuple[str, ...]
    """What makes a weapon's name a likeness: the last letter of "朝鲜版"."""
    used_for: tuple[str, ...]
    """Right behind a weapon these say that something else is for it: "용"."""
    help_given: tuple[str, ...]
    """In Chinese, Japanese and Korean, beside a verb of giving: no weapon was given."""
    parting: tuple[str, ...]
    """Words that part a weapon from a noun after it."""
    speech: tuple[str, ...]
    """Verbs after which "that" opens a clause."""
    against: tuple[str, ...]
    """Words after which a weapon is not what the verb is about."""
    refusing: tuple[str, ...]
    """Words that deny the weapon itself: "no missile"."""
    achieving: tuple[str, ...]
    """Words right before "to" and a deed that say that it was done: "managed to"."""
    guessing: tuple[str, ...]
    """Words near a system that somebody only takes the missile for: "appears to be a"."""
    dubbing: tuple[str, ...]
    """Words that lead from a class noun to the name of what it is: "named the"."""
    identifying: tuple[str, ...]
    """Words that may join a class noun to the system it is."""
    definite: tuple[str, ...]
    merchant: tuple[str, ...]
    """Words before the word for a ship that make it no warship."""
    claiming: tuple[str, ...]
    """Verbs before "to have" that make a capability no more than a claim."""
    aiming: tuple[str, ...]
    """Words between a weapon and what it is fired at."""
    land: tuple[str, ...]
    """Kinds of places that are fired at."""
    drills: tuple[str, ...]
    """Words of a sentence that tells of a drill."""
    victims: tuple[str, ...]
    """What is fired at in war only."""
    in_war: tuple[str, ...]
    """Words behind a verb of firing and "in" that make it no test: "in anger"."""
    sea: tuple[str, ...]
    late: tuple[str, ...]
    """Words by which what is planned is only put off: "delayed"."""
    """Words after a country that make it its waters, where missiles are tested."""
    aimed_at: tuple[str, ...]
    """What follows a country that is fired at, in Korean."""
    fired_in: tuple[str, ...]
    """What follows a country that is fired from, of those that begin like one of ``aimed_at``."""
    fired: tuple[str, ...]
    """How a Korean noun goes on that makes it a verb: the first syllable."""
    towards: tuple[str, ...]
    """What stands before a country that is fired at, in Chinese."""
    going_on: tuple[str, ...]
    """Words before a verb whose subject is that of the verb before: "and", "before being"."""
    christening: tuple[str, ...]
    """Of the words of naming, those that may stand behind a comma: ", named the Zenda"."""
    naming: tuple[str, ...]
    """Words that join a class noun to the name after it: "dubbed"."""
    apposing: tuple[str, ...]
    """First words of what is said of a name after a comma: "the first of three submarines"."""
    told_behind: tuple[str, ...]
    """Words behind a class noun that go on about it: "the Zenda, a drone that"."""
    deeds_of: tuple[str, ...]
    """Nouns before "of" and the name of a weapon: "the flight of"."""
    not_systems: tuple[str, ...]
    """Capitalised words before a class noun that name no system: "Navy destroyer"."""
    ship_ranks: tuple[str, ...]
    """Titles with which the name of a ship may begin: "the frigate Admiral Zenda"."""
    headings: tuple[str, ...]
    """Words of forms and lists that follow the word for a ship: "Vessel Registration"."""
    origin_endings: tuple[str, ...]
    nameless: tuple[str, ...]
    """Classes whose systems are not told by a name right before the class noun."""
    designation_letters: dict[str, tuple[str, ...]]
    """Letters before a hyphen and a number that make a designation, by the class they name."""
    prefixed_class: str
    """Class of a ship that a navy's letters name: "USS Zenda"."""
    ship_letters: tuple[str, ...]
    """Last letters of Chinese and Korean words for a warship, also right behind its name."""
    boat_letters: tuple[str, ...]
    """Those of words for smaller ones and for navies, before a name that ends in one of
    ``numbering``."""
    numbering: tuple[str, ...]
    not_before: tuple[str, ...]
    no_ships: tuple[str, ...]
    ship_lists: tuple[str, ...]
    hulls: tuple[str, ...]
    """Words right after letters and a number that make it no designation."""
    at_work: AtWork
    stand_ins: tuple[StandIn, ...]
    same: tuple[str, ...]
    """Words between "the" and such a noun that leave it the same weapon: "the giant ship"."""
    rivals: tuple[str, ...]
    """What "the ship" or "the vehicle" may also mean where one of these stands near."""

    @property
    def stand_in_classes(self) -> dict[str, frozenset[str]]:
        """The classes that each noun of ``stand_ins`` may stand for."""
        found: dict[str, frozenset[str]] = {}
        for one in self.stand_ins:
            for noun in one.nouns:
                found[noun] = found.get(noun, frozenset()) | frozenset(one.classes)
        return found
