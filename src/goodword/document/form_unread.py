"""A sentence that sounds like a rule and was read as none: said aloud, so that it is not lost."""

from goodword.document.form_deed import deed_in
from goodword.document.form_message import Messages
from goodword.document.form_sentence import FormSentence, sentence_of
from goodword.document.setting import Setting, Understood
from goodword.language.normal import even
from goodword.language.pack import Pack
from goodword.problem import Severity


def form_unread(text: str, setting: Setting, pack: Pack) -> Understood:
    """Return a warning where prose holds an amount to give or a time to keep, else plain prose."""
    it = sentence_of(even(text), setting.currency, pack)
    if any(it.search(f"patterns.{one}") for one in ("theirs", "past", "hours")):
        return Understood()
    place = _amount(it) or _time(it)
    if place is None:
        return Understood()
    said = it.text[slice(*place)]
    messages = Messages(pack, text)
    return Understood(
        findings=(messages.finding("TX06", Severity.WARNING, said, entry="TX06_prose", said=said),)
    )


def _amount(it: FormSentence) -> tuple[int, int] | None:
    if not it.amounts or deed_in(it) is None or not it.search("patterns.decides"):
        return None
    return it.amounts[0].start, it.amounts[0].end


def _time(it: FormSentence) -> tuple[int, int] | None:
    if not it.search("patterns.promise_frame"):
        return None
    time = next((one for one in it.times if one.role == "limit" and one.amount), None)
    return (time.start, time.end) if time else None
