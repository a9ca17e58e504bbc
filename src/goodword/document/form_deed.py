"""What is given in a sentence of any language: refunded, waived, handed out."""

from dataclasses import dataclass

from goodword.document.form_sentence import FormSentence


@dataclass(frozen=True, slots=True)
class Deed:
    """What is given, as a slug of the action, and the goods where they are named."""

    action: str
    goods: str | None = None
    start: int = 0
    end: int = 0


def deed_within(it: FormSentence, span: tuple[int, int]) -> Deed | None:
    """Return what a stretch of the sentence gives."""
    words = it.low[slice(*span)]
    for name, pattern in it.pack.words("actions.found").items():
        known = it.pack.compiled(rf"\b(?:{it.pack.expanded(pattern, name)})").search(words)
        if known is not None:
            return Deed(name, None, span[0] + known.start(), span[0] + known.end())
    for name, pattern in it.pack.words("actions.goods").items():
        found = it.pack.compiled(rf"\b(?:{pattern})(?!\w)").search(words)
        if found is not None:
            start = span[0] + found.start("goods")
            goods = it.text[start : start + len(found["goods"])]
            worth = it.pack.compiled(r" (?:<<money.worth>>).*$").sub("", goods)
            return Deed(name, worth, span[0] + found.start(), span[0] + found.end())
    return None


def deed_in(it: FormSentence) -> str | None:
    """Return what a sentence gives, as a slug."""
    deed = deed_within(it, (0, len(it.low)))
    return deed.action if deed else None
