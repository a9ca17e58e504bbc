"""One sentence understood: a definition, a duty, authority, an escalation, a promise, or prose."""

from goodword.document.authorities import authority
from goodword.document.conduct import conduct
from goodword.document.definitions import definition
from goodword.document.duties import duty
from goodword.document.escalations import escalation
from goodword.document.promises import promises
from goodword.document.setting import Setting, Understood

PROSE = Understood()
_READERS = (definition, conduct, duty, authority, escalation)


def understand_text(text: str, setting: Setting, context: str = "") -> Understood:
    """Return what a sentence says; `context` is a lead-in that does not run on into it."""
    if not text.strip() or text.rstrip().endswith("?"):
        return PROSE
    for reader in _READERS:
        understood = reader(text, setting)
        if understood is not None:
            return understood
    return promises(text, setting, context) or PROSE
