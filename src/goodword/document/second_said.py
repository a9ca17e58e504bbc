"""What was read by weighed words, said back with a warning."""

from collections.abc import Sequence

from goodword.document.echo import echo
from goodword.document.echo_amounts import uncapitalised
from goodword.document.house_rule import ruled
from goodword.document.setting import Finding, Understood
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation
from goodword.problem import Severity

# What to do where something else is meant.
_MEANT = "say what happens, who does what, and by when."
# Whose words an echo takes, where the sentence stands by itself.
_BARE = Policy("", "", "customer", "en", "USD", None, (), None, (), ())


def said_back(made: Sequence[Clause]) -> str:
    """Return what clauses say, as they are echoed without a policy around them."""
    return " ".join(_in_a_line(one) for one in made)


def _in_a_line(clause: Clause) -> str:
    """Return a clause as a sentence; a moment without its heading and numbers."""
    if not isinstance(clause, Situation) or clause.phrases or clause.emergency:
        return echo(clause, _BARE)
    steps = [one.words.strip().rstrip(".") for one in clause.steps]
    told = "; then ".join(f"{one[:1].lower()}{one[1:]}" for one in steps)
    return f"When {uncapitalised(clause.name)}, {told}."


def unsure(
    text: str,
    made: Sequence[Clause],
    otherwise: str = _MEANT,
    understood: tuple[tuple[str, str], ...] = (),
) -> Finding:
    """Return the warning that clauses were read by their words, with what they are taken for.

    `otherwise` is what to do where something else is meant.
    """
    sentence = said_back(made)
    return Finding(
        "RD01",
        Severity.WARNING,
        f'I am not sure of this sentence. By its words I take it as: "{sentence}" If that is what '
        f"you mean, say it so; if not, {otherwise}",
        0,
        len(text),
        understood,
        sentence,
        "Say it so",
    )


def kept_in_words(text: str, words: str, sort: str, otherwise: str = _MEANT) -> Understood | None:
    """Return words of a sentence as a rule of a sort, said back; None where they cannot be one."""
    kept = ruled(words, sort)
    return kept and Understood(kept.clauses, (unsure(text, kept.clauses, otherwise),))


def kept_as_prose(text: str) -> Understood:
    """Return a sentence with the form of a rule as prose, and what to say if it is one."""
    finding = Finding(
        "RD02",
        Severity.INFO,
        "This has the form of a rule, but its words speak of something else, so I keep it as "
        "prose. If it is a rule of yours, say who does what, and by when or up to how much.",
        0,
        len(text),
    )
    return Understood(findings=(finding,))


def nothing_to_keep(text: str) -> Understood:
    """Return the question what would keep a sentence that sounds like a promise or a rule."""
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
