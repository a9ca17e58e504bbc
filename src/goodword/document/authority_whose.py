"""Whose rule a sentence on authority tells: ours, an outsider's, or what was decided once."""

# ruff: noqa: E501  (a pattern reads best unbroken)

from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.role import role_slug

# What they may do to us or to customers is theirs.
_OUTSIDER = Cued(
    r"^(?:the |an? |your |their |any |every |each |some |most |local |national )*(?P<who>regulator|ombudsman|court|tribunal|insurer|card (?:issuer|company|provider|scheme)|government|ministry|police|arbitrator|adjudicator|watchdog|parliament|tax office|manufacturer|(?<=\ba )landlord|(?<=your )(?:landlord|employer|bank)|(?<=\ban )employer)s?"
    r" (?:may|can|could|might|has (?:the )?(?:power|powers|authority|right)|(?:is|are) (?:allowed|entitled|able|empowered|free) to)\b",
    "adjudicator|arbitrator|bank|card company|card issuer|card provider|card scheme|"
    "court|employer|government|insurer|landlord|manufacturer|ministry|ombudsman|"
    "parliament|police|regulator|tax office|tribunal|watchdog",
)
# What is told of others: "at one well-known chain, any employee may …".
_HEARSAY = Cued(
    r"^(?:at|in|with) (?:one|some|many|most|other|certain|a (?:famous|well-known|large|leading|big|luxury)) (?:[\w-]+,? ){0,4}?"
    r"(?:chains?|hotels?|compan(?:y|ies)|banks?|airlines?|firms?|stores?|shops?|retailers?|business(?:es)?|restaurants?|brands?|organi[sz]ations?)\b",
    "at |in |with ",
    "a big|a famous|a l|a well-known|certain|many|most|one|other|some",
)
# How it was: "under the old scheme, managers could …".
_FORMER = Cued(
    r"^(?:under|in|with|until|before) (?:the |our |an? )?(?:old|previous|former|earlier|last|that)\b|\bused to\b(?! (?:pay|settle|cover|make|calculate|give))",
    "earlier|former|last|old|previous|that|used to",
)
# "The board met twice and approved refunds of …": done, and no rule.
_DECIDED = Cued(
    r"^(?:the|our|an?|in \w+,?|last \w+,?)(?: [\w'-]+){0,3}? (?:committee|board|council|panel|trustees|governors|team|managers?|director|owner|court|meeting|staff|desk)(?: [\w'-]+){0,2}? (?:met|sat|voted|approved|agreed|refused|awarded|granted|refunded|waived|spent|wrote off|paid out|gave)\b(?! by\b)"
    r"(?![^.]*\b(?:may|can|must|will|is|are|shall|should|needs?|requires?)\b)",
    " board| committee| council| court| desk| director| governors| manager| meeting|"
    " owner| panel| staff| team| trustees",
)
# What customers hand in is theirs to hand in: "Requests must be made in writing by the owner".
_HANDED_IN = Cued(
    r"^(?:all |any |every |such |these |an? |the )?(?:[\w-]+ ){0,2}?(?:requests?|applications?|claims?|appeals?|complaints?|bookings?|cancellations?|enquiries|submissions?|objections?|nominations?|forms?|evidence|proof|notice|disputes?)\b(?! (?:handler|manager|officer|team)).{0,70}? "
    r"(?:must|should|may|can|shall|need to|needs to|has to|have to|will|are to|is to)(?: only| first| also| always)* be (?:made|submitted|lodged|received|filed|put|sent(?: in)?|brought|given|presented|signed)(?: \w+ly| in (?:writing|person|advance))?(?: [^,;]{0,40}?)? by (?:the |an? |your |his or her |their )?(?:[\w-]+ )?"
    r"(?:owner|customer|client|guest|tenant|resident|student|pupil|parent|patient|member|passenger|hirer|borrower|account holder|applicant|claimant|complainant|buyer|purchaser|user|patron|policyholder|ticket holder|person)s?\b",
    " be brought| be filed| be given| be lodged| be made| be presented| be put|"
    " be received| be sent| be signed| be submitted",
)


@remembered(512)
def is_of_others(low: str, roles: tuple[str, ...]) -> bool:
    """Whether a sentence in small letters tells what outsiders may do, or what was decided once.

    `roles` are those that the policy declares: what they may do is ours.
    """
    outsider = _OUTSIDER.match(low)
    if outsider is not None and role_slug(outsider["who"]) not in roles:
        return True
    if _FORMER.search(low) is not None or _HANDED_IN.match(low) is not None:
        return True
    return _HEARSAY.match(low) is not None or _DECIDED.match(low) is not None
