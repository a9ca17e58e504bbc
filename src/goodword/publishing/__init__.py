"""What to show to whom: the handbook, the charter, and how we count."""

from goodword.publishing.charter import Charter, CharterLine, charter
from goodword.publishing.counting import how_we_count
from goodword.publishing.handbook import Handbook, HandbookSection, LiveSentence, Paragraph
from goodword.publishing.publish import handbook

__all__ = [
    "Charter",
    "CharterLine",
    "Handbook",
    "HandbookSection",
    "LiveSentence",
    "Paragraph",
    "charter",
    "handbook",
    "how_we_count",
]
