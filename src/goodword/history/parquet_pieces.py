"""A long history in Parquet, packed a stretch at a time: no row is ever text, none is held."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from goodword.case.columns import EVENT_OF_COLUMN, LeftOut
from goodword.case.compact import NEVER, CompactCases, Packed, WordCodes
from goodword.case.event import EventKind
from goodword.errors import UnreadableFileError
from goodword.history.cell import cell_text
from goodword.history.column_map import INSTANTS, WORDS, ColumnMap, Shape
from goodword.history.instants import FIRST_INSTANT, LAST_INSTANT
from goodword.history.words import WordColumn

_ROWS = 1 << 16
_DAY = 86_400
