"""The log's own words, as people read them. A test finds each deed that an action records."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

DEEDS: dict[str, str | Lazy] = {
    # cases
    "open_case": _("opened a case"),
    "record_customer_message": _("added what the customer said"),
    "send_reply": _("replied"),
    "send_update": _("told how it stands"),
    "acknowledge": _("told that we have it"),
    "send_automatic_acknowledgement": _("sent an automatic note"),
    "add_note": _("added a note"),
    "wait_for_customer": _("began to wait for the customer"),
    "resume": _("took it up again"),
    "resolve": _("resolved"),
    "reopen": _("opened again"),
    "change_kind": _("changed the kind"),
    "change_priority": _("changed the priority"),
    "tag_case": _("noticed something"),
    "hand_over": _("handed over"),
    "except_promise": _("applied the clause's own exception"),
    "void_case": _("set aside"),
    "record_decision": _("asked for a ruling"),
    "ask_remedy": _("asked for a remedy"),
    "give_remedy": _("gave a remedy"),
    # mail and customers
    "take_in_mail": _("took in a mail that was set aside"),
    "set_mail_aside": _("set a mail aside"),
    "add_customer": _("added a customer"),
    "erase_raw_mail": _("erased mail"),
    "erase_words": _("erased words"),
    "erase_customer": _("erased a customer"),
    # the policy
    "save_draft": _("saved the draft"),
    "publish_version": _("published"),
    "mark_read": _("read and understood"),
    "hold_review": _("held a review"),
    "propose_change": _("proposed a change"),
    "take_proposal": _("took a proposal"),
    "decline_proposal": _("declined a proposal"),
    "answer_lesson": _("practised"),
    # the team
    "add_person": _("added a team member"),
    "change_person": _("changed a team member"),
    "change_password": _("gave a new password"),
    "deactivate_person": _("closed an account"),
    "reactivate_person": _("opened an account again"),
}

DETAILS: dict[str, str | Lazy] = {
    "access": _("access"),
    "role": _("role"),
    "name": _("name"),
    "email": _("email"),
    "ruling": _("ruling"),
    "reason": _("because"),
    "override": _("outside the policy"),
    "cases": _("cases"),
    "count": _("mails"),
}

SUBJECTS: dict[str, str | Lazy] = {
    "case": _("case"),
    "customer": _("customer"),
    "person": _("team member"),
    "decision": _("decision"),
    "draft": _("the draft"),
    "version": _("version"),
    "mail": _("mail"),
    "lesson": _("lesson"),
    "review": _("review"),
    "proposal": _("proposal"),
}
