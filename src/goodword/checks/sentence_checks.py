"""What the reader itself notices while it reads a sentence."""

from datetime import date

from goodword.checks.definition import Check, Confidence
from goodword.problem import Severity

SEEN = date(2026, 11, 22)
SOURCE = "How people really write promises: a study of published charters"


def _noticed(code: str, name: str, again: str, description: str, severity: Severity) -> Check:
    return Check(code, name, again, description, SOURCE, SEEN, Confidence.CERTAIN, severity)


SENTENCE_CHECKS = (
    _noticed(
        "PR01",
        "promise without a time",
        "again, no time",
        "A promise says what, and not by when.",
        Severity.WARNING,
    ),
    _noticed(
        "PR02",
        "hedged promise",
        "again, a hedge",
        'A promise with "we aim to" or "usually": measured, but a miss goes up to nobody.',
        Severity.INFO,
    ),
    _noticed(
        "PR03",
        "vague number",
        "again, a vague number",
        'A promise with "a few" or "or so" in place of a number.',
        Severity.WARNING,
    ),
    _noticed(
        "PR04",
        "range of time",
        "again, a range",
        "A promise with two ends; the longer one is what counts.",
        Severity.WARNING,
    ),
    _noticed(
        "PR05",
        "unclear unit of time",
        "again, an unclear unit",
        "Hours or days that may be counted while open or round the clock.",
        Severity.ERROR,
    ),
    _noticed(
        "PR07",
        "several promises in one sentence",
        "again, several promises",
        "One sentence makes more than one promise; each is kept count of.",
        Severity.HINT,
    ),
    _noticed(
        "PR08",
        "share that cannot be counted",
        "again, no countable share",
        'A share without a time, or a vague one such as "most".',
        Severity.WARNING,
    ),
    _noticed(
        "PR09",
        "average in place of a share",
        "again, an average",
        "An average hides the people who waited longest.",
        Severity.WARNING,
    ),
    _noticed(
        "PR10",
        "bound that reads oddly",
        "again, an odd bound",
        'Words such as "a minimum of" before a time that is meant as the longest.',
        Severity.WARNING,
    ),
    _noticed(
        "PR12",
        "rings in place of seconds",
        "again, rings",
        "A time told in rings, which last differently from country to country.",
        Severity.WARNING,
    ),
    _noticed(
        "PR13",
        "plain hours beside opening hours",
        "again, plain hours",
        "Hours that pass round the clock in a policy that has opening hours.",
        Severity.WARNING,
    ),
    _noticed(
        "AU01",
        "nobody named",
        "again, nobody named",
        'An authority for "you": the role is missing.',
        Severity.ERROR,
    ),
    _noticed(
        "AU03",
        "authority without a limit",
        "again, no limit",
        "Somebody may give something, and not up to how much.",
        Severity.WARNING,
    ),
    _noticed(
        "AU05",
        "currency not known",
        "again, which currency",
        'An amount in "$" in a policy whose country counts in another currency.',
        Severity.ERROR,
    ),
    _noticed(
        "AU06",
        "limit counted over something unknown",
        "again, counted over what",
        'A limit "per" something that is neither a case, a customer, a person nor a time.',
        Severity.ERROR,
    ),
    _noticed(
        "PR14",
        "time without a promise",
        "again, time for what",
        "A line gives a time, and does not say what is done in it: a reply, or the whole matter.",
        Severity.ERROR,
    ),
    _noticed(
        "ES01",
        "escalation without a time",
        "again, no time",
        "A matter goes up when it is late, and nobody says after how long.",
        Severity.ERROR,
    ),
    _noticed(
        "SV01",
        "survey without a cap",
        "again, no cap",
        "A survey may reach the same customer any number of times.",
        Severity.WARNING,
    ),
    _noticed(
        "DT01",
        "date that does not exist",
        "again, no such date",
        "A date such as 31 February.",
        Severity.ERROR,
    ),
    _noticed(
        "HR02",
        "unknown time zone",
        "again, an unknown zone",
        "A place whose time is not known.",
        Severity.ERROR,
    ),
    _noticed(
        "HR03",
        "unknown public holidays",
        "again, unknown holidays",
        "A place whose public holidays are not known.",
        Severity.ERROR,
    ),
    _noticed(
        "TX01",
        "empty text",
        "again, empty",
        "There is nothing to read.",
        Severity.ERROR,
    ),
    _noticed(
        "TX02",
        "unreadable characters",
        "again, unreadable",
        "Characters that cannot be seen or printed, or a file that is no text.",
        Severity.WARNING,
    ),
    _noticed(
        "TX03",
        "text that is too long",
        "again, too long",
        "A text far longer than any policy, or a sentence far longer than any breath.",
        Severity.ERROR,
    ),
    _noticed(
        "TX04",
        "lists too deep in each other",
        "again, too deep",
        "Lists or quotations within each other, more than can be followed.",
        Severity.ERROR,
    ),
    _noticed(
        "TX05",
        "rule that cannot be read",
        "again, not read",
        "A sentence marked as a rule that does not read as one.",
        Severity.ERROR,
    ),
    _noticed(
        "LG01",
        "language that is not read",
        "again, not read",
        "A language for which there is no language pack.",
        Severity.ERROR,
    ),
    _noticed(
        "LG02",
        "sentence in another language",
        "again, another language",
        "A sentence in another language than the rest of the policy, kept as prose.",
        Severity.INFO,
    ),
    _noticed(
        "PR15",
        "time of nothing",
        "again, no time at all",
        "A time of 0 minutes, hours or days, within which nobody can do anything.",
        Severity.ERROR,
    ),
    _noticed(
        "PR16",
        "beginning in place of an end",
        "again, a beginning",
        "A promise to begin work by a time; what is counted is when it is done.",
        Severity.WARNING,
    ),
    _noticed(
        "PR17",
        "times without a name",
        "again, times without a name",
        "A table row with two times under headers that do not say what each is for.",
        Severity.ERROR,
    ),
    _noticed(
        "ES04",
        "escalation by a time that is not counted",
        "again, a time not counted",
        "An escalation by a shift, a day or a delay that is not counted.",
        Severity.ERROR,
    ),
    _noticed(
        "ES05",
        "escalation to nobody",
        "again, nobody named",
        "A matter goes up, and the sentence does not say to whom.",
        Severity.ERROR,
    ),
    _noticed(
        "TX06",
        "words that no rule uses",
        "again, words not used",
        "A second time, amount, share, role or channel in a sentence that its clauses do not hold.",
        Severity.WARNING,
    ),
    _noticed(
        "HR04",
        "impossible opening time",
        "again, an impossible time",
        "An opening or closing time that no clock shows.",
        Severity.ERROR,
    ),
)
