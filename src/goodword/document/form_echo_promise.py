"""Promises said back by the templates of a pack."""

from goodword.document.form_phrases import frame, template
from goodword.document.form_words import (
    anchor,
    counting_beside,
    duration_every,
    duration_within,
    listed,
    share,
)
from goodword.language.pack import Pack
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Duration


def what_of(clause: Promise, pack: Pack) -> str:
    """Return for what a promise is made: channels, kind of case, or anything."""
    subject = subject_words(clause.subject, pack) if clause.subject else ""
    nouns = pack.words("echo.channel_nouns")
    channels = listed(
        (nouns.get(one, one.replace("_", " ")) for one in clause.channels), pack, "or"
    )
    if channels and subject:
        return pack.phrase("echo.about").format(channels=channels, subject=subject)
    if channels:
        return channels
    if subject:
        return subject
    known = pack.words("echo.any_subject")
    return str(known.get(str(clause.metric)) or known["first_response"])


def subject_words(wanted: str, pack: Pack) -> str:
    """Return a kind of case or a priority in words."""
    known = pack.words("echo.subjects").get(wanted)
    if known:
        return str(known)
    kind, _, number = wanted.partition("_")
    kinds = {slug_: word for word, slug_ in pack.words("lexicon.priority_kinds").items()}
    for word, slug_ in pack.words("lexicon.priority_kinds").items():
        if slug_ == kind and len(word) > 2:
            kinds[slug_] = word
            break
    if number and kind in kinds:
        return f"{kinds[kind].capitalize()} {number}"
    return wanted.replace("_", " ")


def promise(clause: Promise, policy: Policy, pack: Pack) -> str:
    """Return what is promised, for what, by when, and how often."""
    limit = clause.limit
    start = f" {pack.words('echo.start_words')[clause.start]}" if clause.start else ""
    if isinstance(limit, Duration):
        recurs = clause.metric is Metric.UPDATE and not clause.once
        said = duration_every(limit, pack) if recurs else duration_within(limit, pack)
        beside = counting_beside(limit, policy, pack)
        said = f"{said}{start}{f' ({beside})' if beside else ''}"
    else:
        said = f"{anchor(limit, pack)}{start}"
    name = str(clause.metric)
    if clause.metric is Metric.UPDATE and clause.once:
        name = "update_once"
    kinds = pack.words("echo.strength_sentences")
    number: int = kinds.get(str(clause.strength), kinds["must"])
    sentence = pack.words("echo.promises")[name][number].format(
        what=what_of(clause, pack), limit=said
    )
    target = pack.phrase("echo.every_time")
    if clause.target is not None:
        target = pack.phrase("echo.share").format(share=share(clause.target, pack))
    return template(pack, "promise", sentence=sentence, target=target, **frame(clause, pack))


def pause(clause: PauseRule, policy: Policy, pack: Pack) -> str:
    """Return when the clock stands still."""
    del policy
    return template(pack, "pause", **frame(clause, pack))
