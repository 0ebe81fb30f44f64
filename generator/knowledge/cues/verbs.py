"""Shape of ``knowledge/language/verbs.yml``: English verb grammar and what verbs mean here."""

from __future__ import annotations

from typing import Literal

from generator.knowledge.entities import Base
from generator.model import WeaponStatus

ObjectKind = Literal["weapon", "actor", "place", "any"]
_FIRING = frozenset({"launches", "tests"})


class Frame(Base, frozen=True, kw_only=True):
    """A kind of event and the words that report it.

    ``verbs`` and ``nouns`` are base forms; a multi-word entry must stand as written, with its
    first word inflected. ``object`` says what must stand on the object side for the frame to
    hold; ``near`` asks for one of these words in the same clause, ``unless`` forbids them.
    ``weapon`` is the status that a weapon on the object side gains.
    """

    type: str
    label: str
    plover: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: ObjectKind = "any"
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    weapon: WeaponStatus | None = None
    ground_weapon: WeaponStatus | None = None
    """The status a weapon that does not fly gains instead (a ship is launched at a yard)."""
    ground_type: str | None = None
    """The type of frame it is with such a weapon (a ship's launch is no weapons launch)."""
    instrument: WeaponStatus | None = None
    """The status a weapon gains after "with" or "using"."""
    states: tuple[str, ...] = ()
    """What is said of the weapon after a form of "be" or right after it: in service, on show."""
    toward: tuple[Literal["actor", "place"], ...] = ()
    """A name of one of these kinds must follow: "gave it to the army" is no transfer abroad."""
    barred: tuple[str, ...] = ()
    """Words anywhere in the sentence that forbid it: a missile that hits a target in a drill."""
    adverse: bool = False
    """Done against the weapon: what may be shot down is no news of it."""
    watched: bool = False
    """Who does it only watches, follows or stops the weapon: it is not theirs."""
    platforms: bool | None = None
    """Only of ships and aircraft (true), or only of everything else (false)."""
    giver: bool = False
    """Who is named after "from" did it: "a transfer from Ruritania"."""
    receiving: bool = False
    """The subject is the one to whom it was done: "Ruritania received"."""
    to_whom: tuple[str, ...] = ("object",)
    """What leads to the one to whom a deed without a weapon is done: ``object`` is the name right
    behind the word, the rest are prepositions ("imposed sanctions ON", "held talks WITH")."""
    or_weapon: bool = False
    """A weapon as object does for one of ``near``: "inspected the destroyer"."""
    finite: bool = False
    """An event only as the verb of its clause: "a statement released by the agency" is none."""
    event: bool = True
    at_place: bool = False
    """A place right behind the verb does for one of ``near``: "struck Strelsau"."""
    ahead: bool = False
    """The -ing form tells what is about to happen: "is heading to"."""
    weight: float = 1.0
    intransitive: bool = False
    """The weapon itself is the subject: it flew, landed, exploded."""
    symmetric: bool = False
    outcome: Literal["success", "failure"] | None = None
    done: WeaponStatus | None = None
    """The status where it is told as done: what was built is no plan."""
    unlike: tuple[str, ...] = ()
    """None of these words may stand shortly before: "imagery shows", "discussed the transfer"."""
    direct: bool = False
    """Only the weapon right behind the verb: "approached the frigate"."""
    by: tuple[str, ...] = ()
    """Classes of weapons that do it: the subject gains the status, not the object."""
    lasting: bool = False
    """In the present tense it tells what the weapon can do: "flies at Mach 5"."""
    east_asian: tuple[str, ...] = ()
    """Chinese, Japanese and Korean words that report it; they are not inflected."""

    @property
    def fires(self) -> bool:
        """Whether it tells that something was launched or tested."""
        return self.type in _FIRING


class EasternContrast(Base, frozen=True, kw_only=True):
    """Words around a name in Chinese, Japanese and Korean that another thing is held against."""

    than: tuple[str, ...]
    more: tuple[str, ...]
    """Behind a name that one of ``than`` stands before."""
    beside: tuple[str, ...]
    likened: tuple[str, ...]
    """Behind a name that one of ``beside`` stands before."""
    behind: tuple[str, ...]
    denied: tuple[str, ...]
    denied_behind: tuple[str, ...]


class EastAsianRoles(Base, frozen=True, kw_only=True, eq=False):
    """The marks that tell what a name does: who acts, to whom or at whom, with whom, where, of
    whom. In Chinese they stand right before the name, in Korean and Japanese behind it."""

    chinese: dict[Literal["acts", "to", "with", "place", "of"], tuple[str, ...]]
    korean: dict[Literal["acts", "to", "with", "place", "of"], tuple[str, ...]]
    japanese: dict[Literal["acts", "to", "with", "place", "of"], tuple[str, ...]]
    watching: tuple[str, ...]
    watched: tuple[str, ...]
    chinese_titles: tuple[str, ...]
    """Between a state and who acts for it: "总统"."""
    korean_titles: tuple[str, ...]
    """Behind a state: what the one named before it is there ("대통령")."""
    korean_watching: tuple[str, ...]
    """Behind a Korean name: it only looks on ("지켜보는 가운데")."""
    made_in: tuple[str, ...]
    undergone: tuple[str, ...]
    object_ends: tuple[str, ...]
    """What may follow a Chinese name behind the verb if the name is its object."""
    noun_ends: tuple[str, ...]
    """Particles that, right behind a Korean verb noun, make it the name of a deed."""
    light: tuple[str, ...]
    """Beginnings of Korean verbs that only carry the noun before them: to hold a drill."""
    clause_ends: tuple[str, ...]
    """Endings that close a clause whose verb stands last."""
    chinese_since: tuple[str, ...]
    """What ends words that only say when: "以来"."""
    chinese_terms: tuple[str, ...]
    """How somebody's time begins, before one of those: "上台"."""
    chinese_saying: tuple[str, ...]
    """Verbs of speech that end a clause: nobody in it does what the next one tells."""
    chinese_clausal: tuple[str, ...]
    """Prepositions behind which a name and a verb are a clause: "针对 X 发射"."""
    korean_responses: tuple[str, ...]
    """Behind a deed or the noun it leads to: somebody answers it ("발사 도발에 대응해")."""
    chinese_responses: tuple[str, ...]
    """Verbs that show that "对 X 发射" speaks of what X fired: "表示"."""


class VerbCues(Base, frozen=True, kw_only=True, eq=False):
    irregular: dict[str, str]
    bringing: tuple[str, ...]
    realised_in: tuple[str, ...]
    be: tuple[str, ...]
    have: tuple[str, ...]
    do: tuple[str, ...]
    future: tuple[str, ...]
    possible: tuple[str, ...]
    obliged: tuple[str, ...]
    negations: tuple[str, ...]
    contracted: tuple[str, ...]
    """First halves of negated auxiliaries: "didn" of "didn't"."""
    adverbs: tuple[str, ...]
    determiners: tuple[str, ...]
    prepositions: tuple[str, ...]
    subordinators: tuple[str, ...]
    conditionals: tuple[str, ...]
    pronouns: tuple[str, ...]
    intending: tuple[str, ...]
    """Words that make a following "to"-infinitive a plan: plan, set, prepare, vow."""
    preventing: tuple[str, ...]
    """Words that, before "from" and an -ing form, say that it did not happen: ban, stop."""
    preparing: tuple[str, ...]
    """Words right before a noun that leave the deed to come: "preparations for a launch"."""
    copulas: tuple[str, ...]
    """Words besides "be" between a weapon and what is said of it: "became operational"."""
    suspending: tuple[str, ...]
    doubtful: tuple[str, ...]
    """Phrases that leave open what the clause after them says: no evidence, not clear."""
    cancelled: tuple[str, ...]
    """Words that, after a noun, say that it was called off."""
    intents: tuple[str, ...]
    """Nouns that make the noun before them a plan: "deployment plan"."""
    approving: tuple[str, ...]
    """Words before a noun that leave the deed still to come: "approved the sale of"."""
    expecting: tuple[str, ...]
    requesting: tuple[str, ...]
    """Verbs that ask somebody to do what "to" tells: "invite"."""
    """Words before a noun that "to" follows: "expected the test to fail"."""
    ending: tuple[str, ...]
    """Two words before a noun that end or forbid the deed: "an end to the tests"."""
    parading: tuple[str, ...]
    """What is shown does there, and elsewhere what is at work: "flew"."""
    pondering: tuple[str, ...]
    """Before "a" and a deed: nothing was done."""
    rumours: tuple[str, ...]
    refuting: tuple[str, ...]
    """What calls false, behind it, that which one of ``rumours`` tells with "that"."""
    shunning: tuple[str, ...]
    """Words right before an -ing form that leave it undone: "decided against testing"."""
    denying: tuple[str, ...]
    """Words right before an -ing form that deny the deed: "denied supplying"."""
    drilled: tuple[str, ...]
    """Words right before "to" and a verb that was done: "held a drill to launch"."""
    ceasing: tuple[str, ...]
    """Words right before an -ing form that tell of no deed: "stopped testing"."""
    aspects: tuple[str, ...]
    """Verbs whose modal is that of the -ing form after them: "will go on testing"."""
    customs: tuple[str, ...]
    """Two words before an -ing form that make it no single deed: "tradition of holding"."""
    indefinite: tuple[str, ...]
    """Articles of a thing that the modal before it leaves open: "would offer a satellite"."""
    clause_openers: tuple[str, ...]
    """Words that part a participle from a modal before them."""
    telling: tuple[str, ...]
    """Words of speech behind which another clause, with a subject of its own, may begin."""
    posts: tuple[str, ...]
    """What stands before a name: "by FOREIGN MINISTER X", "with his YOUNG DAUGHTER X". The titles
    and kin of ``actors.yml`` are among them."""
    weekdays: tuple[str, ...] = ()
    """Those of ``dates.yml`` in small letters."""
    departments: tuple[str, ...]
    """What an office is for: "Secretary of STATE X"."""
    others: tuple[str, ...]
    """Behind a name and "'s": somebody else does it ("Ruritania's ALLIES")."""
    contracts: tuple[str, ...]
    """Before "to" and a verb of delivery or making: it is still to come ("a DEAL to supply")."""
    foiled: tuple[str, ...]
    """Said of an attempt that came to nothing."""
    spoken: tuple[str, ...]
    """Words before "by" and a name who then does what is said: "a STATEMENT by X condemned"."""
    mountings: tuple[str, ...]
    """What a launch is made from: right after "launch" or "launching", no launch."""
    eastern_mountings: tuple[str, ...]
    """The same right behind a Chinese, Japanese or Korean word for a launch."""
    purposes: tuple[str, ...]
    """Words before "to" that tell what a thing is for: "meant to hit"."""
    coming: tuple[str, ...]
    """Words behind "did not" that say a deed did not come about."""
    eastern_compounds: tuple[str, ...]
    eastern_ahead: tuple[str, ...]
    """How a Korean sentence ends that tells of what comes ("예정이다")."""
    eastern_schemes: tuple[str, ...]
    """Behind a Chinese deed, in its clause: it is only thought of ("的方案")."""
    eastern_failing: tuple[str, ...]
    """Behind the launch of a ship: it failed ("진수에 실패")."""
    eastern_meanwhile: tuple[str, ...]
    """Right behind it: something else happened while it went on ("진수식 도중")."""
    eastern_supposing: tuple[str, ...]
    eastern_preparing: tuple[str, ...]
    eastern_if: tuple[str, ...]
    eastern_refuted: tuple[str, ...]
    eastern_able: tuple[str, ...]
    """Words before a Chinese verb that tell what a thing can do: "可发射"."""
    east_asian_moodless: tuple[str, ...]
    """Words that hold the letters of a word of mood and none of its meaning: "不明", "中将"."""
    disposal_verbs: tuple[str, ...]
    """Chinese verbs before which "将" puts their object: "列为"."""
    measure_words: tuple[str, ...]
    """Chinese words of measure, which make an object of a number right behind "将"."""
    disposal_openers: tuple[str, ...]
    """What begins no such object: behind it "将" tells of the future."""
    eastern_signs: tuple[str, ...]
    """Chinese, Japanese and Korean words near a noun of a deed that is only looked out for."""
    doubting: tuple[str, ...]
    """Words after "is" or "remains" that leave open whether the deed before them is done."""
    rooted: tuple[str, ...]
    """Words that, joined to a name by a hyphen, say where somebody is at home."""
    followers: tuple[str, ...]
    """Nouns that make the word before them part of their name: "test stand"."""
    compound_firsts: tuple[str, ...]
    """First halves of a compound in which a word is no deed: "multiple-launch rockets"."""
    abilities: tuple[str, ...]
    """Words right before an -ing form that tell what could be done: "capable of striking"."""
    nearing: tuple[str, ...]
    """Words right before an -ing form that leave it to come: "on the verge of testing"."""
    prohibiting: tuple[str, ...]
    """Verbs before the noun of a deed that forbid it: "bans missile tests"."""
    perhaps: tuple[str, ...]
    """Adverbs beside a verb that leave open whether it was done: "possibly launched"."""
    seeming: tuple[str, ...]
    """Words before "to be" that tell what is held to be so: "known to be deployed"."""
    unable: tuple[str, ...]
    """Words that make a following "to"-infinitive something that did not happen: fail, refuse."""
    light: tuple[str, ...]
    directing: tuple[str, ...]
    """Verbs whose object does what "to" and a verb tell: "urged Ruritania to"."""
    askings: tuple[str, ...]
    """Nouns behind whose owner "to" tells what another is to do: "her invitation to visit"."""
    accusing: tuple[str, ...]
    """Verbs whose object is said to have done what an -ing form tells: "accused Ruritania of"."""
    bodies: tuple[str, ...]
    """Plural nouns before "of" that act for a state: "the ministers of"."""
    occurring: tuple[str, ...]
    """Verbs behind the noun of a deed whose date is that of the deed."""
    carrying: tuple[str, ...]
    """Verbs that only carry a noun: to conduct a test."""
    kin: tuple[str, ...]
    """Phrases that compare only beside another system: "variant of"."""
    comparing: tuple[str, ...]
    """Phrases after which a weapon is only compared with: similar to, based on."""
    success: tuple[str, ...]
    failure: tuple[str, ...]
    east_asian_moods: dict[Literal["negated", "planned", "possible"], tuple[str, ...]]
    """Words near an East Asian frame word that set its mood."""
    eastern_contrast: EasternContrast
    east_asian_roles: EastAsianRoles
    show_contexts: tuple[str, ...]
    """Occasions at which weapons are shown: parade, exhibition."""
    arriving: tuple[str, ...]
    """Words of a sentence that tells of such an occasion what came by or stood there."""
    compared_since: tuple[str, ...]
    listing: tuple[str, ...]
    """The same at the head of a sentence, or in the sentence that names the occasion."""
    absent: tuple[str, ...]
    """Words near a weapon that was not among those shown."""
    backshifting: tuple[str, ...]
    """Past verbs after which "would" is a "will": "said it would send"."""
    pictured: tuple[str, ...]
    """Words of a sentence that describes a picture: "the Dart-3 (left)"."""
    filmed: tuple[str, ...]
    drills: tuple[str, ...]
    telling_as_done: tuple[str, ...]
    charging: tuple[str, ...]
    allegations: tuple[str, ...]
    frames: tuple[Frame, ...]
