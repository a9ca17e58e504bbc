"""Words of several sentences without order: what nobody wrote as one sentence."""

import re

# "We reply in 2 hrs. on weekdays" is shortened, and no sentence ends there.
_SHORT = (
    "approx appt apr art assoc aug ave blvd ca cf ch cl co corp dec dept dr encl esp est etc ext "
    "feb fig fri govt hr hrs inc incl jan jr jul jun ltd mar max mgr min mins misc mon mr mrs ms "
    "no nov oct op para pp prof qty rd ref sat sec sep sept sr st sun tel temp thu thur thurs tue "
    "tues ver vol vs wed wk wks yr yrs"
)
_ENDS = re.compile(
    rf"(?<![\w.-])(?!(?:{'|'.join(_SHORT.split())})\.)[a-z]{{2,}}[\"']?\. (?=[a-z\"'])"
)
_MOST = 1


def is_torn(text: str) -> bool:
    """Whether sentences end inside a sentence more than once, and none begins behind.

    "hurts. limit. to. manager" is what is left of a page that was cut or copied badly. No rule is
    read from it: each word may belong to another.
    """
    return text.count(". ") > _MOST and len(_ENDS.findall(text)) > _MOST
