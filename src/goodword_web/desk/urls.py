"""The desk's addresses."""

from django.urls import path

from goodword_web.desk import ask, case, mail, today

urlpatterns = [
    path("desk/", today.today, name="today"),
    path("desk/new/", today.new_case, name="new_case"),
    path("desk/mail/", mail.mail, name="mail"),
    path("desk/mail/<int:number>/", mail.take, name="mail_take"),
    path("ask/", ask.ask, name="ask"),
    path("desk/cases/<slug:reference>/", case.case, name="case"),
    path("desk/cases/<slug:reference>/<slug:deed>/", case.do, name="case_deed"),
]
