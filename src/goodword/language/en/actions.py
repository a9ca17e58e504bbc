"""What people may do: verbs and nouns of giving, with the slug that a policy runs by."""

# ruff: noqa: E501  (a pattern reads best unbroken)

from collections.abc import Mapping

# Verb (any form) with its slug. A slug with "{thing}" takes the noun behind the verb.
VERBS: Mapping[str, str] = {
    r"(?:give|issue|offer|approve|authori[sz]e|grant|make|process|provide|agree(?: to)?|sign off|pay(?: out)?|award)"
    r" (?:(?:a|an|any|the|full|partial|immediate|cash|customer|customers|clients?|you|goodwill) )*refunds?": "refund",
    r"refund(?:ing|ed|s)?": "refund",
    r"(?:give|offer|approve|authori[sz]e|grant|provide|apply|issue) (?:(?:a|an|any|the|customers?|clients?|up to) )*"
    r"(?:[\w%]+ )?discounts?": "discount",
    r"(?:give|offer|apply|take|allow) (?:(?:customers?|clients?|guests?|up to|a maximum of|an?|the) )*[\d.]+ ?%(?: off| reduction| discount)?": "discount",
    r"discount(?:ing)?": "discount",
    r"(?:give|offer|approve|authori[sz]e|grant|provide|apply|issue|award) (?:(?:a|an|any|the|customers?|clients?|store|"
    r"account|service|goodwill) )*credits?(?: notes?)?": "credit",
    r"credit(?:ing)?": "credit",
    r"(?:give|offer|approve|authori[sz]e|grant|provide|issue|award|pay|make) (?:(?:a|an|any|the|customers?|clients?|"
    r"financial) )*(?:compensation|goodwill (?:payments?|gestures?))": "compensate",
    r"compensate": "compensate",
    r"waiv(?:e|ing) (?:(?:a|an|any|the|all|their) )*(?:[\w-]+ ){0,3}?(?:fees?|charges?|deposits?|costs?)": "waive_fee",
    r"(?:write|writing) off": "write_off",
    r"accept (?:(?:a|an|any|small|personal) )*gifts?": "accept_gift",
    r"(?:give|offer|send) (?:(?:a|an|any|small) )*gifts?(?! cards?| vouchers?)": "give_gift",
    r"spend(?:ing)?": "spend",
    r"replace": "replace",
    r"exchange": "exchange",
    r"(?:give|offer|issue|provide|send|award|grant)": "give_goods",
    r"approve|authori[sz]e": "approve",
    r"cancel": "cancel",
    r"extend": "extend",
}
NOUNS: Mapping[str, str] = {
    r"refunds?": "refund",
    r"discounts?": "discount",
    r"(?:store |account )?credits?(?: notes?)?": "credit",
    r"compensation|goodwill (?:payments?|gestures?)": "compensate",
    r"(?:late )?fee waivers?|waivers?|waiving (?:a |the )?(?:late )?fees?|waive the fees?": "waive_fee",
    r"write[- ]offs?": "write_off",
    r"gifts?|accept gifts?": "accept_gift",
    r"spending|spend|expenses|expenditure|purchases?": "spend",
    r"replacements?": "replace",
    r"exchanges?": "exchange",
    r"give (?P<goods>.+)": "give_goods",
}
GERUNDS: Mapping[str, str] = {
    r"refunding|(?:giving|making|issuing|processing|offering) (?:a |any )?refunds?": "refund",
    r"(?:giving|offering) (?:a |any )?discounts?|discounting": "discount",
    r"waiving (?:a |the |any )?(?:late )?(?:fees?|charges?)": "waive_fee",
    r"compensating|(?:giving|offering|paying) compensation": "compensate",
    r"crediting": "credit",
    r"cancelling|canceling": "cancel",
    r"replacing": "replace",
}
PERS: Mapping[str, str] = {
    r"case|complaint|incident|order|booking|transaction|enquiry|issue|ticket|claim|matter|instance|occasion|request|"
    r"occurrence|refund|call|conversation|contact|item|product|room|night|meal|table|job|delivery|journey|trip|"
    r"visit|stay|sale|purchase|appointment|interaction|problem": "case",
    r"customer|client|guest|patient|resident|tenant|member|account|passenger|household|family|visitor|user|caller|"
    r"subscriber|student|pupil|parent|borrower|buyer|shopper|traveller|child|learner|applicant|claimant|donor|owner|delegate": "customer",
    r"person|employee|team member|staff member|member of staff|agent|head": "person",
    r"day|shift": "day",
    r"month": "month",
}
