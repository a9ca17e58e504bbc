"""What laws and published standards ask of a policy, as dated data with sources.

A policy is checked against a pack; nothing here says that it complies with anything.
"""

from goodword.law.choose import named_pack, packs_for
from goodword.law.load import packs
from goodword.law.pack import LawLimit, LawPack, LawRecord, LawStatement, Standing

__all__ = [
    "LawLimit",
    "LawPack",
    "LawRecord",
    "LawStatement",
    "Standing",
    "named_pack",
    "packs",
    "packs_for",
]
