"""What the invented clients write, and what the invented team answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """A matter that people bring: its subject, what they write, and our answers in turn.

    `channels` are those on which it is brought, the usual ones more often.
    """

    subject: str
    bodies: tuple[str, ...]
    answers: tuple[str, ...]
    channels: tuple[str, ...]
    kind: str = ""
    action: str = ""


_ANY = ("email", "email", "phone", "phone", "web_form", "text", "in_person")

ENQUIRIES = (
    Theme(
        "Moving my appointment",
        (
            "Something has come up at work. Could I move my Thursday appointment to next week?",
            "My son is unwell, so I cannot come tomorrow. Is there a time early next week?",
        ),
        (
            "Of course. I have put you down for Tuesday at 10:30; tell me if that does not suit.",
            "That is settled. We look forward to seeing you.",
        ),
        _ANY,
    ),
    Theme(
        "First visit",
        (
            "I have a stiff shoulder and have not seen a physiotherapist before. How does it work?",
            "Do I need a referral for a first visit, and how long does it take?",
        ),
        (
            "Welcome. You need no referral; the first visit takes 45 minutes. Shall I book one?",
            "You are booked in. Please wear something you can move in.",
        ),
        _ANY,
    ),
    Theme(
        "Receipt for my health fund",
        (
            "My health fund asks for an itemised receipt for August. Could you send me one?",
            "The receipt I was given does not show the provider number. Can you send another?",
        ),
        ("The receipt is attached to your record, and I have just sent you a copy.",),
        ("email", "email", "web_form", "phone"),
    ),
    Theme(
        "Parking and steps",
        (
            "I am on crutches after surgery. Is there parking close to the door, without steps?",
            "Can I get a wheelchair from the car park to your rooms?",
        ),
        ("There are two spaces right at the door and no steps. Call us and we come out to you.",),
        ("email", "phone", "web_form", "text"),
    ),
    Theme(
        "My exercises",
        (
            "I have lost the sheet with my exercises. Could you send it again?",
            "The link to the exercise videos no longer opens. What can I do?",
        ),
        ("I have asked Priya, and here is the sheet she made for you.",),
        ("email", "text", "phone"),
    ),
    Theme(
        "Referral letter",
        (
            "My doctor would like a short report on how treatment goes. Could you send her one?",
            "The insurer needs a progress report by the end of the month.",
        ),
        (
            "Gladly. Could you tell us the address it should go to, and sign the form below?",
            "Thank you, that is all we need. The report is on its way.",
        ),
        ("email", "web_form"),
    ),
    Theme(
        "Home visit",
        (
            "My mother cannot leave the house at the moment. Do you come to Wharf Street north?",
            "Is a home visit possible on Saturdays?",
        ),
        ("We do come out. Which day would suit your mother best?", "Wednesday it is."),
        ("phone", "email", "web_form"),
    ),
    Theme(
        "Prices",
        (
            "What does a follow-up session cost, and is there a concession price?",
            "Is there a difference in price between a long and a short session?",
        ),
        ("A follow-up is $95, and $80 with a concession card. There is nothing on top of that.",),
        ("email", "phone", "web_form", "text", "in_person"),
    ),
    Theme(
        "Late fee",
        (
            (
                "I forgot my appointment on Monday and see a late fee. It was the first time. "
                "Could you look at it?"
            ),
        ),
        ("These things happen. Let us find you another time; I have taken the fee off.",),
        ("email", "phone", "in_person"),
        action="waive_fee",
    ),
    Theme(
        "A question about my treatment",
        (
            "Should I keep exercising when the knee is swollen in the morning?",
            "Is it normal that my back is sore for two days after a session?",
        ),
        ("That is a question for your physiotherapist. I have asked Priya to call you.",),
        ("phone", "email", "text"),
    ),
)

COMPLAINTS = (
    Theme(
        "Unhappy with my last visit",
        (
            (
                "I waited twenty-five minutes and then had ten minutes of treatment. I am unhappy "
                "with my last visit and would like my money back."
            ),
            (
                "The treatment did not help, and nobody asked how I was. I would like somebody to "
                "look at this."
            ),
        ),
        (
            (
                "I'm sorry your visit was not what it should have been. Here is what I found out, "
                "and what I would like to offer you."
            ),
            "Thank you for telling us. We have changed how we book that hour.",
        ),
        ("email", "web_form", "phone", "in_person"),
        kind="complaint",
        action="refund",
    ),
    Theme(
        "Charged twice",
        (
            (
                "You have charged my card twice for the same session, and this is the second time "
                "I write. Please put it right."
            ),
        ),
        (
            "You are right, and I am sorry. The second payment is on its way back to you.",
            "We have found how it happened, and it will not happen again.",
        ),
        ("email", "phone"),
        kind="complaint",
        action="refund",
    ),
    Theme(
        "How I was spoken to",
        ("I was spoken to sharply at the desk in front of other people. I would like an answer.",),
        (
            "I'm sorry this happened. I have spoken with everybody who was there.",
            "Thank you for meeting me. It helped us to hear it from you.",
        ),
        ("email", "web_form", "in_person"),
        kind="complaint",
    ),
    Theme(
        "My appointment was cancelled at the door",
        ("I took a morning off, and at your door I heard that my appointment had been cancelled.",),
        (
            "I'm sorry we let you come for nothing. A session with us is free for you next time.",
            "We now call everybody whose appointment moves, and send a text as well.",
        ),
        ("phone", "email"),
        kind="complaint",
        action="give_goods",
    ),
)

FIRST_ANSWER_TO_A_COMPLAINT = (
    "I have read every word of what you wrote. I will speak with everybody who was there, and you "
    "hear from me within three working days, whatever I have found by then."
)
FOLLOW_UPS = (
    "Thank you. One more thing: can my wife come along?",
    "Thanks for that. Could it be a little later in the day?",
    "That does not quite answer my question. Could you look again?",
)
FOLLOW_UP_ANSWERS = (
    "Yes, gladly; I have made a note of it.",
    "I have moved it by an hour.",
    "You are right, I missed that. Here is the whole answer.",
)
REOPENINGS = (
    "I am afraid this is not settled after all: the receipt still shows the wrong date.",
    "I have not heard about the new time that we spoke of.",
)
WAITS = ("Could you send us the name on the booking and the date, please?",)
ANSWERS_TO_WAITS = ("Here they are: it was on the 12th, under my own name.",)
UPDATES = (
    "I wanted you to know where we are: I have spoken with the team and am waiting for one answer.",
    "This is taking longer than I would like. You hear from me again in three working days.",
)
NOTES = (
    "Called; no answer, left no details on the machine.",
    "Checked the payment in the booking system: it is there twice.",
    "Prefers to be called after four.",
)
EMERGENCY = "Since this morning I have chest pain when I do the breathing exercise. Should I stop?"
OVERRIDE_REASON = (
    "The client had come from two hours away for an appointment that we had cancelled ourselves."
)
SOLICITOR = "If I hear nothing by Friday, I will speak with a solicitor."
REVIEW_NOTE = (
    "All five of us, forty minutes. One working day for email is longer than anybody needs: most "
    "mails are answered within three hours. We promise four working hours from now on."
)
PROPOSAL = "We answer nearly all email within four working hours. Let us promise that."
