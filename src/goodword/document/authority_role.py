"""Roles as sentences on authority name them: one or several, their people, and who is no role."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re

from goodword.language.cued import Cued
from goodword.language.memory import remembered
from goodword.language.pack import Pack
from goodword.language.role import ANYONE, role_slug

# Roles end in such a word; what else is "required" is a thing: a receipt, two signatures.
ROLEISH = re.compile(
    r"(?:manager|owner|director|supervisor|lead|leader|head|officer|partner|team|principal|boss|executive|chair(?!s)|board|committee|"
    r"agent|advis[eo]r|handler|clerk|assistant|receptionist|colleague|trainee|student|nurse|doctor|gp|clinician|dentist|vet|therapist|physiotherapist|"
    r"engineer|technician|consultant|administrator|coordinator|co-ordinator|specialist|representative|rep|steward|host|chef|waiter|driver|"
    r"cashier|associate|staff|member|employee|president|vp|ceo|cfo|coo|cto|secretary|treasurer|registrar|bursar|teacher|inspector|controller|"
    r"accountant|councillor|caseworker|worker|operator|planner|buyer|finance|legal|compliance|department|desk|keeper|captain|sergeant|mentor|author|editor|"
    r"physician|surgeon|solicitor|lawyer|counsel|auditor|analyst|developer|foreman|concierge|porter|barista|stylist|groomer|instructor|coach|tutor|guide|pharmacist|optician|dispenser|"
    r"bishop|archbishop|veterinarian|\w+ologist|radiographer|commander|producer|consultor|(?:vicar|attorney|auditor|director|secretary|governor|solicitor|surgeon|superior)[ -]general|sheriff|constable|signaller|watchkeeper|timekeeper|gatekeeper|harbourmaster|provider|pastor|priest|abbot|rabbi|imam|minister|chaplain|counselor|(?:water|harbour|harbor|station|dock|wharf|pay|school|band|yard|pier|lock|toll)master|head(?:master|mistress|teacher)|mechanic|sous chef|attendant|midwife|matron|usher|osteopath|chiropractor|podiatrist|hygienist|paramedic|bartender|barman|barmaid|installer|fitter|plumber|electrician|gardener|surveyor|estimator|scheduler|vicar|postmaster|ranger|carer|merchandiser|facilitator|trader|sister|registrar|busboy|maid|bellhop|runner|packer|picker|bookkeeper|bailiff|ombudsman|marshal|butler|valet|purser|courier|broker|proctor|professor|lecturer|teller|underwriter|sommelier|conductor|caretaker|counsellor|dispatcher|choirmaster|stage manager|quartermaster|"
    r"(?:budget|authority|post|cost cent(?:re|er)|limit|delegation|key|licen[cs]e) holder|key[- ]?holder|approver|trustees?|governors?|chancellor|commissioner|attorney|magistrate|moderator|moderation|adjudicator|assessor|organi[sz]er|proprietor|licensee|dispatch|chairman|chairperson|chairwoman|superintendent|warden|librarian|mayor|dean|provost|rector|curator|housekeeper|pilot|crew|lifeguard|landlord|landlady|referee|umpire|examiner|invigilator|reviewer|investigator|skipper|arbitrator|groundskeeper|greenkeeper|janitor|negotiator|bouncer|doorman|"
    r"\b(?:ops|operations|management|leadership|hr|sales|support|reception|customer success|front office|back office|housekeeping|accounts|billing|security|front of house|(?:business|finance|accounts|school|central|regional|area|district|box|press|registrar's|bursar's|parish|admissions|billing|branch) office|customer (?:services?|care|relations|experience)|client services|(?:financial|student|legal|property|guest|corporate|technical|registry|support|member|patient) services|member services|the office|front[- ]line|md|gm|council|cabinet|senate|governing body|panel|treasury|internal audit|risk management|cro|cmo|cio|cpo|chro|cao|fd|hod|dgm|csr|csm|rsm|dsm|asm|fom|agm|evp|svp|avp|ciso|dpo|slt|smt)|"
    r"^(?:the |our )?it|^(?:all |our |the )?server(?=s)|^(?:an? |any |every |each )server|person in charge|(?:first|second|third|1st|2nd|3rd)[- ]line|deputy|senior|junior|volunteer|apprentice|intern|level \d.*|tier \d.*|band \d.*|grade \d.*)s?(?: (?:on|of|for|in|at) .+)?$"
)
# Drivers, cashiers, trainees, receptionists: what people are called by what they do.
BY_ENDING = re.compile(r"(?:er|or|ist|ian|ee|man|woman|men|women|person|people|ant)s?$")
_CARE = r"(?! (?:handl|service|relation|care|experience|success|support|manage|team|officer|lead|director|liaison|adviser|advisor|agent|staff|assistant))"
# Whoever is served, and things: none of them is a role that may.
PUBLIC = re.compile(
    r"^(?:you|customers?|clients?|patients?|guests?|members?|complainants?|passengers?|it|this|that|they|there|which|who|these|"
    rf"those|callers?|visitors?|tenants?|residents?|users?|buyers?|shoppers?|applicants?|claimants?|pupils?|parents?|families|refunds?|complaints?|calls?|requests?|the (?:customer|client|complaint|time|clock|outcome|decision|response|process)s?\b{_CARE}.*|"
    rf"your .+|(?:a|any|each|every|all) (?:complaint|refund|customer|client|guest|patient|passenger|tenant|resident|item|order|booking)s?\b{_CARE}.*|"
    r"complaints? (?!handl|manage|team|officer|lead|director|staff|adviser).+|some .+|more .+|if .+|when .+|(?:all )?(?:responses?|replies|letters?|emails?)(?: .+)?)$"
)
_THROUGHOUT = re.compile(r",? from the [\w -]+ (?:down )?to the [\w -]+$")
# "the employee's supervisor" is the supervisor.
_THEIR_OWN = Cued(
    r"^(?:the |an? |their |his or her |each |that |your )?(?:(?:employee|member|agent|colleague|staff member|team member|adviser|advisor|person|requester|individual|worker|officer|claimant|traveller)s?'s? )(?:own |immediate |direct )?",
    "adviser|advisor|agent|claimant|colleague|employee|individual|member|officer|person|"
    "requester|traveller|worker",
)
_EVERYBODY = frozenset({"employee", "staff_member", "team_member", "member_of_staff", "colleague"})
_NOBODY = frozenset(
    {
        "person",
        "people",
        "one",
        "same_person",
        "individual",
        "party",
        "either",
        "neither",
        "both",
        "approval",
        "following",
        # "Over $12: yes" answers, and names nobody.
        "ye",
        "yes",
        "always",
        "never",
        "usually",
    }
)
_BEFORE = re.compile(
    r"^(?:by|to|with|either|both|only|just|at least|always|first|then|also|personally|someone|somebody|anybody) (?!line\b)(?=.)"
)
# "Between midnight and 6 the night auditor" is the night auditor.
_WHEN = re.compile(
    r"^(?:between|from|after|before|during|until|outside|overnight|at (?:night|weekends?|christmas)|on (?:weekdays|weekends|sundays|saturdays|public holidays|bank holidays)|out of hours|in (?:the )?(?:evenings?|mornings?|summer|winter))\b(?: [\w:.-]+){0,5}?,? (?:the|an?) (?=[\w' -]+$)"
)
_BEHIND = re.compile(
    r"(?:,? (?:alone|only|themselves|himself|herself|personally|first|again|too|instead|beforehand|directly|immediately|before .+|"
    r"in (?:writing|advance|person|every case|all cases|each case)|by (?:e-?mail|phone|letter)|(?:and ?/ ?|and )?or (?:(?:their|his|her|its|a|an|the|his or her|his/her|his or hers|(?:the )?[\w -]+?'s) )?(?:named |nominated |chosen |authori[sz]ed |appointed |duly appointed |designated )*(?:deputy|delegate|nominee|designee(?:\(s\))?|designate|deputies|designees|delegates|nominees|representative|stand-in)|"
    r"prior to .+|on duty|who is on duty|as well|or equivalent))+$"
)
# What is needed or bounded, and nobody: "agreement of the manager", "the owner's approval".
_NO_ROLE = re.compile(
    r"^(?:the )?(?:prior |written )*(?:agreement|approval|consent|permission|authority|sign[- ]?off|signature|\w* ?limits?) (?:of|for|from|by)\b"
    r"|^(?:an? |the |further )?(?:approval|consent|permission|authori[sz]ation|sign[- ]?off|agreement|signature|authority|clearance)$"
    r"|(?:'s |s' )(?:approval|signature|consent|agreement|permission|sign[- ]?off|discretion)$"
)
# "by resolution of the Council", "a meeting of the Board": it is the body that decides.
_SITTING = re.compile(
    r"^(?:the |an? |its )?(?:(?:formal|special|ordinary|full|majority|next|prior|specific) )*"
    r"(?:resolution|decision|vote|meeting|ruling) of (?:the |an? |our )?(?=\w)"
)
# "officers of the Appeals Team", "a member of the billing department": the team does.
_ONE_OF = re.compile(
    r"^(?:the |an? |our |any )?(?:officers?|staff|members?|colleagues?|advis[eo]rs?|one|someone|somebody) "
    r"(?:of|from|in|within) (?:the |our )(?=[\w' -]+ (?:team|department|office|unit|desk|section)$)"
)
# "the owner's approval on public holidays" is the owner's.
_OWNED = Cued(
    r"(?:'s|(?<=s)') (?:prior |written |express |explicit )*(?:initials|signature|countersignature|say-so|go-ahead|blessing|approval|consent|agreement|permission|sign[- ]?off|authori[sz]ation)\b.*$",
    "agreement|approval|authorisation|authorization|blessing|consent|go-ahead|initials|permission|"
    "say-so|sign off|sign-off|signature|signoff",
)
# "Anyone on the front desk" is the front desk; anyone in the team is anyone.
_ANYONE_AT = Cued(
    r"^(?:(?:the )?(?:person|people)|whoever(?: is)?|any(?:one|body)|every(?:one|body)|(?:any |all |every )?(?:staff|members? of staff|employees?|colleagues?)) (?:on|at|in|from) (?:the |our )?"
    r"(?P<desk>(?:[\w-]+ )?(?:desk|reception|counter|tills?|kitchen|bar|floor|warehouse|accounts|finance|billing|sales|customer (?:service|care|support)|support|help ?desk|housekeeping))(?: team)?$",
    "colleague|employee|ople|rson|staff|whoever|ybody|yone",
)
# "The dentist who gave the treatment" is the dentist.
_WHO = re.compile(r" who (?!is on duty).+$")
# What leads to a name and is none: "otherwise the supervisor".
_NO_NAME = re.compile(
    r"(?:otherwise|else|anything|everything|beyond|above|over|if|when|or|and|but|any more)\b"
)
_JOINT = re.compile(r", (?:and |or )?| and | or |/| & ")


def several_roles(words: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the roles in "managers and supervisors", one for each; else the one role."""
    text = _THROUGHOUT.sub("", words.strip(" ,"))
    parts = [part for part in _JOINT.split(text) if part]
    if len(parts) > 1 and all(
        ends_like_role(part.strip()) or role_slug(part) in known for part in parts
    ):
        return tuple(dict.fromkeys(one for part in parts if (one := role_in(part)) is not None))
    role = role_in(text)
    return (role,) if role else ()


def role_in(words: str) -> str | None:
    """Return the slug of the role that the words name; None where they name none."""
    if (desk := _ANYONE_AT.match(words.strip(" ,."))) is not None:
        return role_slug(desk["desk"])
    text = _THEIR_OWN.sub("", _bare(words))
    if text in {"i", "me", "my", "mine", "myself"}:
        return "owner"
    if ":" in text or _NO_ROLE.search(text):
        return None
    slug = role_slug(text)
    if slug in _NOBODY:
        return None
    return ANYONE if slug in _EVERYBODY else slug


_BRACKETED = re.compile(r"(?:(?<=designee)\(s\)|\s*\([^()]*\))")
_POSSESSIVE = Cued(r"(?:'s|(?<=s)')$", "'")


@remembered(1_024)
def _bare(words: str) -> str:
    """Return the words of a role without what is said of how and when it acts."""
    text = (
        (_BRACKETED.sub("", words) if "(" in words else words)
        .strip(" ,.;:\"'")
        .replace(" & ", " and ")
    )
    text = _POSSESSIVE.sub("", text)
    text = _OWNED.sub("", text)
    if (who := _WHO.search(text)) is not None and PUBLIC.match(text[: who.start()]) is None:
        text = text[: who.start()]
    text = _ONE_OF.sub("", _SITTING.sub("", _BEFORE.sub("", _WHEN.sub("", text))))
    return _BEHIND.sub("", text).strip(" ,")


def is_roleish(words: str, known: tuple[str, ...] = ()) -> bool:
    """Whether the words look like a role: by their last word, or because it is declared."""
    text = _bare(words)
    slug = role_slug(text)
    if slug is None or _NO_NAME.match(text) is not None:
        return False
    if _ANYONE_AT.match(words.strip(" ,.")) is not None:
        return True
    return slug == ANYONE or slug in known or ends_like_role(text)


@remembered(4_096)
def ends_like_role(words: str) -> bool:
    """Whether words end in one that is a role's, such as "manager", whatever the policy declares.

    The same few names are asked about again and again in a text.
    """
    return ROLEISH.search(words) is not None


def with_above(words: str, pack: Pack) -> tuple[str, bool]:
    """Return the words of a role without "or above", and whether that was said."""
    found = pack.pattern("authority.or_above").search(words)
    return (
        (words, False) if found is None else (words[: found.start()] + words[found.end() :], True)
    )
