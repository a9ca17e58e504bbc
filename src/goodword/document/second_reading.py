"""The second reading: what a sentence is by its weighed words, beside what its form says.

The first reading knows forms of sentences. The second knows how strongly each word speaks for a
promise, a permission, an escalation or prose. Where they agree, nothing happens. Where the words
speak clearly for something else, that is taken, and never in silence: each clause comes with a
warning that says the sentence back, and what is unsure is asked.
"""

from collections.abc import Callable

from goodword.document.second_promise import second_deed, second_promise
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Finding, Setting, Understood
from goodword.language.weights import weights
from goodword.policy.authority import Authority, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise
from goodword.problem import Severity

_Reader = Callable[[str, Setting, str, tuple[str, ...]], Understood | None]
_READERS: dict[str, _Reader] = {"promise": second_promise}
_KINDS: tuple[tuple[str, type[Clause]], ...] = (
    ("promise", Promise),
    ("authority", Authority),
    ("prohibition", Prohibition),
    ("escalation", Escalation),
)
# From what share of the words' weight on the second reading is taken instead of the first. Found
# on sentences that neither had met; a pair that is not here is never taken.
TAKEN = {
    ("prose", "promise"): 0.5,
    ("prose", "almost"): 0.5,
    ("prose", "authority"): 0.9,
    ("prose", "escalation"): 0.7,
    ("almost", "promise"): 0.6,
    ("almost", "authority"): 0.8,
    ("almost", "escalation"): 0.9,
    ("almost", "prose"): 0.9,
    ("promise", "prose"): 0.7,
    ("escalation", "prose"): 0.7,
    ("authority", "prose"): 0.7,
    ("escalation", "promise"): 0.9,
    ("prohibition", "promise"): 0.9,
}


def second_reading(
    first: Understood | None, text: str, setting: Setting, context: str = ""
) -> Understood | None:
    """Return the first reading, or what the words of the sentence make of it where they are clear.

    Costs a fraction of the first reading; English only.
    """
    table = weights("kinds")
    if table is None:
        return first
    marks = marks_of(text, setting.heading, context)
    kind, share = table.best(marks)
    before = kind_of(first)
    if kind == before == "promise" and first is not None:
        return second_deed(first, text, marks)
    if kind == before or share < TAKEN.get((before, kind), 2):
        return first
    if kind == "prose":
        return _kept_as_prose(text)
    if kind == "almost":
        return _asked(text)
    reader = _READERS.get(kind)
    return (reader and reader(text, setting, context, marks)) or first


def kind_of(understood: Understood | None) -> str:
    """Return what a reading is: prose, almost, or the kind of its clauses."""
    if understood is None:
        return "prose"
    if understood.almost:
        return "almost"
    for name, kind in _KINDS:
        if any(isinstance(one, kind) for one in understood.clauses):
            return name
    return "other" if understood.clauses else "prose"


def _kept_as_prose(text: str) -> Understood:
    finding = Finding(
        "RD02",
        Severity.INFO,
        "This has the form of a rule, but its words speak of something else, so I keep it as "
        "prose. If it is a rule of yours, say who does what, and by when or up to how much.",
        0,
        len(text),
    )
    return Understood(findings=(finding,))


def _asked(text: str) -> Understood:
    finding = Finding(
        "RD03",
        Severity.WARNING,
        "This sounds like a promise or a rule, and I cannot tell what would keep it. Say who does "
        "what, and by when or up to how much.",
        0,
        len(text),
        (("what", "?"), ("when", "?")),
    )
    return Understood((), (finding,), almost=True)
