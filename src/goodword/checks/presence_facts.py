"""What a policy is like, as far as it decides what the policy should say."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from goodword.document.definitions_of import country_of
from goodword.document.reading import Reading, SentenceState
from goodword.language.pack import Pack
from goodword.law import LawPack
from goodword.policy.definition import ChannelClause, OwnerClause
from goodword.policy.duty import Escalation, SurveyRule, TrainingRule
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.situation import Situation

HEALTH_SECTORS = frozenset({"gp", "dental", "allied-health", "hospital", "care"})
FINANCE_SECTORS = frozenset({"bank", "financial", "insurance"})
FIRST = frozenset({Metric.FIRST_RESPONSE, Metric.ANSWER, Metric.ACKNOWLEDGE, Metric.WAIT})
VOICE = frozenset({"phone", "in_person", "video", "voicemail", "post_visit"})
EVERYBODY = frozenset({"anyone", "everyone", "everybody", "team", "staff"})


class Trait(StrEnum):
    """What a check may need of a policy to be worth while."""

    TEAM = "team"
    ALONE = "alone"
    HEALTH = "health"
    ADVICE = "advice"
    COMPLAINTS = "complaints"
    PHONE = "phone"
    CALLS_BY_SHARE = "calls_by_share"
    FIRST_ANSWER = "first_answer"
    PROMISES = "promises"
    UK = "uk"
    TRAINING = "training"


class Sign(StrEnum):
    """What a clause shows to be said, whatever its words."""

    APPLIES_FROM = "applies_from"
    OWNER = "owner"
    SITUATION = "situation"
    RESOLUTION = "resolution"
    BOTH_WAYS = "both_ways"
    SURVEY = "survey"
    TRAINING = "training"
    ALL_TRAINED = "all_trained"
    RETENTION = "retention"
    EMERGENCY = "emergency"
    UPDATE = "update"
    REMEDY = "remedy"


@dataclass(frozen=True, slots=True)
class Facts:
    """The traits and signs of a policy, and its words in small letters."""

    traits: frozenset[Trait]
    signs: frozenset[Sign]
    low: str
    sentences: tuple[str, ...]
    live: int
    country: str | None


def facts_of(reading: Reading, words: Pack, packs: tuple[LawPack, ...]) -> Facts:
    """Return what is known of a policy from one look at its clauses and words. O(n)."""
    policy = reading.policy
    low = _plain(reading.text)
    country = _country(policy)
    sectors: Mapping[str, list[str]] = words.words("presence.sectors")
    chosen = {sector for pack in packs for sector in pack.sectors}
    health = bool(chosen & HEALTH_SECTORS) or sum(one in low for one in sectors["health"]) > 1
    finance = bool(chosen & FINANCE_SECTORS) or sum(one in low for one in sectors["finance"]) > 1
    promises = policy.of_kind(Promise)
    traits = {
        Trait.ALONE if len(policy.roles) < 2 else Trait.TEAM: True,
        Trait.HEALTH: health,
        Trait.ADVICE: health or finance,
        Trait.COMPLAINTS: _speaks_of_complaints(policy, promises),
        Trait.PHONE: any(one.channel == "phone" for one in policy.of_kind(ChannelClause)),
        Trait.CALLS_BY_SHARE: any(
            one.metric is Metric.ANSWER and one.target is not None for one in promises
        ),
        Trait.FIRST_ANSWER: any(one.metric in FIRST and one.subject is None for one in promises),
        Trait.PROMISES: bool(promises),
        Trait.UK: country == "GB",
        Trait.TRAINING: bool(policy.of_kind(TrainingRule)),
    }
    return Facts(
        traits=frozenset(trait for trait, holds in traits.items() if holds),
        signs=frozenset(_signs(policy, promises)),
        low=low,
        sentences=tuple(_plain(sentence.text) for sentence in reading.sentences),
        live=sum(one.state is not SentenceState.PROSE for one in reading.sentences),
        country=country,
    )


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("“", '"').replace("”", '"')


def _country(policy: Policy) -> str | None:
    if policy.hours is None:
        return None
    if policy.hours.holidays:
        return policy.hours.holidays[0].country
    return country_of(policy.hours.zone)


def _speaks_of_complaints(policy: Policy, promises: tuple[Promise, ...]) -> bool:
    return any("complaint" in (one.subject or "") for one in promises) or any(
        "complaint" in (one.subject or "") for one in policy.of_kind(Escalation)
    )


def _is_told(moment: Situation) -> bool:
    """Whether a moment has more than one step in one sentence."""
    return bool(moment.phrases) or len(moment.steps) > 1


def _signs(policy: Policy, promises: tuple[Promise, ...]) -> list[Sign]:
    kinds = {type(clause).__name__ for clause in policy.clauses}
    channels = {one.channel for one in policy.of_kind(ChannelClause)}
    training = policy.of_kind(TrainingRule)
    found = {
        Sign.APPLIES_FROM: "EffectiveClause" in kinds,
        Sign.OWNER: any(one.section_of is None for one in policy.of_kind(OwnerClause)),
        Sign.SITUATION: any(_is_told(one) for one in policy.of_kind(Situation)),
        Sign.RESOLUTION: any(
            one.metric is Metric.RESOLUTION and "complaint" not in (one.subject or "")
            for one in promises
        ),
        Sign.BOTH_WAYS: bool(channels & VOICE) and bool(channels - VOICE),
        Sign.SURVEY: any(one.event for one in policy.of_kind(SurveyRule)),
        Sign.TRAINING: bool(training),
        Sign.ALL_TRAINED: any(
            one.who in EVERYBODY and one.within_joining is None for one in training
        ),
        Sign.RETENTION: "RetentionRule" in kinds,
        Sign.EMERGENCY: "EmergencyWords" in kinds,
        Sign.REMEDY: bool(kinds & {"Remedy", "LateNotice"}),
        Sign.UPDATE: any(one.metric is Metric.UPDATE for one in promises),
    }
    return [sign for sign, there in found.items() if there]
