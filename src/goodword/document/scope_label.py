"""A label at the beginning of a line, and who does something about it: "Lost cards – we send …"."""

from goodword.document.scope_words import Token, words_of

_DASHES = frozenset(("-", "–", "—"))
_WE = frozenset(
    ("we", "i", "you", "our", "we'll", "you'll", "somebody", "someone", "an", "a", "the")
)
_RESULTS = frozenset(("result", "results"))
# What says which result it is names none of its own: "final results", "our results".
_ANY = frozenset(("final", "our", "the", "your", "these", "all", "any", "survey", "full", "first"))
_LEAST = 2


def we_go_on(tokens: list[Token], at: int) -> bool:
    """Whether a dash stands at a place, and behind it who does something about what is before."""
    if tokens[at].word not in _DASHES or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].word in _WE


def results_in(words: list[Token]) -> bool:
    """Whether words name the results of something: "blood results", and not "our results"."""
    if len(words) > _LEAST and words[0].word in _RESULTS:
        return words[1].word in {"from", "of", "for"}
    if len(words) < _LEAST or words[-1].word not in _RESULTS:
        return False
    first = words[0].word
    return first not in _ANY and first not in words_of("plain")
