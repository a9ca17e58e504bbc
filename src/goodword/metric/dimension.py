"""By what a promise is cut into parts."""

from enum import StrEnum


class Dimension(StrEnum):
    """By what a promise is cut. Never by a person."""

    CHANNEL = "channel"
    PRIORITY = "priority"
    KIND = "kind"
    PLACE = "place"
    MONTH = "month"
    WEEKDAY = "weekday"
    HOUR = "hour"

    @property
    def is_about_people(self) -> bool:
        """Whether so few people may stand behind a part that they could be told apart."""
        return self is Dimension.PLACE
