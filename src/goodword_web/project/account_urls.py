"""The account pages: allauth's views, each with the mark that says who may open it.

Left out on purpose: signing up, and changing one's address, which the owner does.
"""

from allauth.account import views
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from goodword_web.people.access import access_required, public_page
from goodword_web.project.account import account, first_page

own = access_required("own_account")

urlpatterns = [
    path("", account, name="account"),
    path("first-page/", first_page, name="first_page"),
    path("login/", public_page(views.login), name="account_login"),
    path("logout/", own(views.logout), name="account_logout"),
    path("inactive/", public_page(views.account_inactive), name="account_inactive"),
    # allauth asks for this address; the adapter keeps the door closed.
    path("signup/", public_page(views.signup), name="account_signup"),
    path("reauthenticate/", own(views.reauthenticate), name="account_reauthenticate"),
    path("password/change/", own(views.password_change), name="account_change_password"),
    path("password/set/", own(views.password_set), name="account_set_password"),
    path("password/reset/", public_page(views.password_reset), name="account_reset_password"),
    path(
        "password/reset/done/",
        public_page(views.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        public_page(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        public_page(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", own(second_step.index), name="mfa_index"),
    path("2fa/authenticate/", public_page(second_step.authenticate), name="mfa_authenticate"),
    path("2fa/reauthenticate/", own(second_step.reauthenticate), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", own(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", own(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "2fa/recovery-codes/generate/",
        own(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "2fa/recovery-codes/download/",
        own(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
]
