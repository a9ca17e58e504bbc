"""What a person practised. Each sees their own; nothing here can rank anybody.

Every instant is UTC seconds.
"""

from typing import ClassVar

from django.db import models


class Attempt(models.Model):
    """One answer to one lesson, as the lesson was then (`fingerprint`)."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="attempts")
    lesson_id = models.CharField(max_length=200)
    clause_id = models.CharField(max_length=200, blank=True)
    fingerprint = models.CharField(max_length=64)
    choice = models.CharField(max_length=200)
    right = models.BooleanField()
    at = models.BigIntegerField()

    class Meta:
        ordering: ClassVar = ["at", "id"]
        indexes: ClassVar = [models.Index(fields=["person", "at"], name="lessons_attempt_person")]

    def __str__(self) -> str:
        return f"attempt {self.pk} at {self.lesson_id}"
