"""Policies that say everything worth saying, or everything but one thing."""

import re
from pathlib import Path
from typing import Any

from goodword.checks.presence_facts import Trait
from goodword.checks.presence_rules import RULES, Rule
from goodword.language.pack import ENGLISH

_OF_A_TEAM = re.compile(r"roles:|owner|team lead|eceptionist|entists may|tudents", re.IGNORECASE)
BASE = (Path(__file__).parent / "presence_base.md").read_text(encoding="utf-8")
# What makes a check worth while that waits for words.
OCCASIONS = {
    "CHN-04": "Our chatbot knows the opening hours.",
    "PRO-02": "Some bring a small gift.",
    "PRO-04": "There is a dress code.",
    "SAF-02": "Now and then somebody is violent.",
    "SAF-03": "Now and then somebody is violent.",
    "SAF-05": "People may be banned.",
    "SAF-08": "Some call that difficult behaviour.",
    "TRN-03": "Every new team member completes the policy lessons within 10 working days of "
    "starting.",
    "PRV-02": "We print testimonials.",
    "PRV-03": "We record calls.",
}


def entry(rule: Rule) -> Any:
    return ENGLISH.words(f"presence.{rule.code}")


def sentences(rule: Rule) -> list[str]:
    words = entry(rule)
    made = [part["sentence"] for part in words.get("parts", (words,))]
    return [
        one.replace("{serves}", "patient")
        .replace("{emergency}", "999")
        .replace("{small_sum}", "£20")
        for one in made
    ]


def everything(but: Rule | None = None) -> str:
    """Return a policy in which every sentence to paste stands, but those that say this one."""
    said = [BASE]
    for rule in RULES:
        occasion = OCCASIONS.get(rule.code)
        if occasion and (but is None or but.code == rule.code):
            said.append(occasion)
        if but is None or rule.code != but.code:
            said += [one for one in sentences(rule) if but is None or not _would_say(one, but)]
    text = "\n".join(dict.fromkeys(said)) + "\n"
    if but is not None and Trait.ALONE in but.needs:
        text = "\n".join(line for line in text.split("\n") if not _OF_A_TEAM.search(line))
    return text


def _would_say(sentence: str, rule: Rule) -> bool:
    """Whether a sentence of another check says what this one looks for as well."""
    words = entry(rule)
    low = sentence.lower()
    phrases = [one for part in words.get("parts", (words,)) for one in part.get("said", ())]
    return any(all(word in low for word in phrase.split("|")) for phrase in phrases) or (
        sentence in sentences(rule)
    )
