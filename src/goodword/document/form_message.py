"""Findings about a sentence, in the sentence's own language."""

from goodword.document.form_words import duration_within, weekdays
from goodword.document.setting import Finding
from goodword.language.normal import even
from goodword.language.pack import ENGLISH, Pack
from goodword.policy.quantity import Duration
from goodword.problem import Severity


class Messages:
    """The messages of a language about one sentence."""

    def __init__(self, pack: Pack, text: str) -> None:
        self._pack, self._text = pack, text

    def finding(
        self,
        code: str,
        severity: Severity,
        at: str = "",
        *,
        entry: str = "",
        fix: str = "",
        **slots: str,
    ) -> Finding:
        """Return the finding, placed where `at` stands; a pack may leave a message to English."""
        name = f"messages.{entry or code}"
        pack = self._pack if self._pack.has(name) else ENGLISH
        message = pack.phrase(name).format(**slots)
        start = even(self._text).find(at) if at else -1
        start, end = (start, start + len(at)) if start >= 0 else (0, len(self._text))
        label_name = f"{entry or code}"
        labels = self._pack.words("messages.labels")
        label = labels.get(label_name, labels.get(code, ""))
        return Finding(code, severity, message, start, end, (), fix, label if fix else "")

    def within(self, limit: Duration) -> str:
        """Return a deadline as the language writes it: `innerhalb von 3 Arbeitstagen`."""
        return duration_within(limit, self._pack)

    def days(self, days: tuple[int, ...]) -> str:
        """Return days of the week, 0 for Monday, in words."""
        return weekdays(days, self._pack)
