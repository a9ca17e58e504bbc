"""Everything that writes cases. Instants are UTC seconds; `actor` None is a customer or a machine.

Each action records its events, runs the clocks of the case anew, sets one wake-up for each clock,
and adds one entry to the log, in one transaction.
"""

from goodword_web.cases.actions.answering import (
    acknowledge,
    send_automatic_acknowledgement,
    send_reply,
    send_update,
    tracking_link,
)
from goodword_web.cases.actions.clocks import CLOCK_TASK, rebuild_clocks, refresh_clocks
from goodword_web.cases.actions.deciding import give_remedy, record_decision
from goodword_web.cases.actions.opening import log_phone_call, open_case, record_customer_message
from goodword_web.cases.actions.working import (
    add_note,
    change_kind,
    change_priority,
    erase_words,
    except_promise,
    hand_over,
    reopen,
    resolve,
    resume,
    tag_case,
    void_case,
    wait_for_customer,
)

__all__ = [
    "CLOCK_TASK",
    "acknowledge",
    "add_note",
    "change_kind",
    "change_priority",
    "erase_words",
    "except_promise",
    "give_remedy",
    "hand_over",
    "log_phone_call",
    "open_case",
    "rebuild_clocks",
    "record_customer_message",
    "record_decision",
    "refresh_clocks",
    "reopen",
    "resolve",
    "resume",
    "send_automatic_acknowledgement",
    "send_reply",
    "send_update",
    "tag_case",
    "tracking_link",
    "void_case",
    "wait_for_customer",
]
