"""The words of the English pack in which clauses are said back."""

from collections.abc import Mapping

from goodword.language.pack import ENGLISH

_phrase, _names, _words = ENGLISH.phrase, ENGLISH.names, ENGLISH.words

WEEKDAYS = _names("echo.weekdays")
MONTHS = _names("echo.months")
SYMBOLS: Mapping[str, str] = _words("echo.symbols")
# What each channel is called: in a list of ways to reach us, and inside a sentence.
CHANNEL_NAMES: Mapping[str, str] = _words("echo.channel_names")
BY_CHANNEL: Mapping[str, str] = _words("echo.by_channel")
ANY_CHANNEL = _phrase("echo.any_channel")
PROMISES: Mapping[str, str] = _words("echo.promises")
ANY_SUBJECT: Mapping[str, str] = _words("echo.any_subject")
ANY_MESSAGE = _phrase("echo.any_message")
CHANNEL_NOUNS: Mapping[str, str] = _words("echo.channel_nouns")
QUALITY: Mapping[str, str] = _words("echo.quality")
QUALITY_NAMES: Mapping[str, str] = _words("echo.quality_names")
PLEDGES: Mapping[str, str] = _words("echo.pledges")
METRIC_NAMES: Mapping[str, str] = _words("echo.metric_names")
STRENGTH_FRAMES: Mapping[str, str] = _words("echo.strength_frames")
ROLES_OF_ONE = frozenset(_names("echo.roles_of_one"))
EVERY_TIME = _phrase("echo.every_time")
SHARE = _phrase("echo.share")
ROUND_THE_CLOCK = _phrase("echo.round_the_clock")
START_WORDS: Mapping[str, str] = _words("echo.start_words")
# What an action is called: as a verb, as things that are counted, and while it is being done.
ACTIONS: Mapping[str, tuple[str, str, str]] = {
    action: (verb, things, doing)
    for action, (verb, things, doing) in _words("echo.actions").items()
}
WITH_OF = frozenset(_names("echo.with_of"))
# What is done to a thing, by its verb: "cancelled". The first word for a verb counts.
DEEDS: Mapping[str, str] = {
    verb: done for done, verb in reversed(tuple(_words("authority.done").items()))
}
ANYTHING = tuple(_names("echo.anything"))
CLAUSE_NAMES: Mapping[str, str] = _words("echo.clause_names")
SLOT_NAMES: Mapping[str, str] = _words("echo.slot_names")
AUDIENCES: Mapping[str, str] = _words("echo.audiences")
STRENGTHS: Mapping[str, str] = _words("echo.strengths")
NOTHING = _phrase("echo.nothing")
NO_OTHER = _phrase("echo.no_other")
ARRIVALS: Mapping[str, str] = _words("echo.arrivals")
