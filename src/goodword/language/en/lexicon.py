"""Words of service of the English pack, for readers that are written for English."""

from collections.abc import Mapping

from goodword.language.pack import ENGLISH


def _patterns(entry: str) -> Mapping[str, str]:
    return {name: ENGLISH.expanded(one, entry) for name, one in ENGLISH.words(entry).items()}


CHANNELS = _patterns("lexicon.channels")
SUBJECTS = _patterns("lexicon.subjects")
ANY_SUBJECT = ENGLISH.names("lexicon.any_subject")
OPEN_LEAD = ENGLISH.source("lexicon.open_lead")
START_RECEIVED = ENGLISH.source("lexicon.start_received")
STARTS = tuple(_patterns("lexicon.starts").items())
