"""Every setting of the site. docs/reference/settings.md says what each one takes.

No setting changes what the policy means: that belongs in the document.
"""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from goodword_web.project.environment import Environment
from goodword_web.project.mail import mail_settings
from goodword_web.project.storage import database_settings, kept_secret_key

environment = Environment(os.environ)

# Where things are
HOME = Path(environment.text("GOODWORD_HOME", "var")).absolute()
URL = environment.address(
    "GOODWORD_URL", default="http://127.0.0.1:8000", schemes=("http", "https")
)
SITE_URL = f"{URL.scheme}://{URL.netloc}"
IS_HTTPS = URL.scheme == "https"
DEBUG = environment.truth("GOODWORD_DEBUG", default=False)
SECRET_KEY = environment.secret("GOODWORD_SECRET_KEY") or kept_secret_key(HOME)

# Who may ask
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS = [
    *environment.words("GOODWORD_ALLOWED_HOSTS"),
    *((URL.hostname,) if URL.hostname else ()),
    *LOCAL_HOSTS,
]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    # Ours, from the top of the layers down, so that a higher app's templates win.
    "goodword_web.project",
    "goodword_web.studio",
    "goodword_web.desk",
    "goodword_web.portal",
    "goodword_web.learning",
    "goodword_web.results",
    "goodword_web.office",
    "goodword_web.jobs",
    "goodword_web.channels",
    "goodword_web.reviews",
    "goodword_web.cases",
    "goodword_web.lessons",
    "goodword_web.policies",
    "goodword_web.people",
    "goodword_web.work",
    "goodword_web.parts",
    "django.forms",
    # After ours, so that our sign-in pages replace allauth's.
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "goodword_web.project.security.ContentSecurityPolicy",
    "goodword_web.project.static.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goodword_web.project.zone.PolicyZone",
    "goodword_web.project.errors.Refusals",
]

ROOT_URLCONF = "goodword_web.project.urls"
ASGI_APPLICATION = "goodword_web.project.asgi.application"
WSGI_APPLICATION = "goodword_web.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goodword_web.project.navigation.navigation",
            ],
            "builtins": ["goodword_web.parts.templatetags.parts"],
        },
    }
]
FORM_RENDERER = "goodword_web.parts.forms.Renderer"

# Rows
DATABASES = {
    "default": database_settings(
        environment.address("DATABASE_URL", schemes=("postgresql", "postgres")), HOME
    )
}
IS_POSTGRESQL = DATABASES["default"]["ENGINE"].endswith("postgresql")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Counts of sign-in attempts: one process shares its memory, many share a table.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "project_cache",
    }
    if IS_POSTGRESQL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# Signing in
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "first_page"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "goodword_web.project.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_USER_DISPLAY = "goodword_web.project.accounts.display_name"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {"login": "goodword_web.project.account_forms.SignIn"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Goodword"
SESSION_COOKIE_AGE = 60 * 60 * 24 * environment.number("GOODWORD_SESSION_DAYS", 14, least=1)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "goodword_web.project.errors.csrf_failure"

# What browsers are told
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if IS_HTTPS else 0
SECURE_SSL_REDIRECT = False
# Believe a proxy's word on https only where the owner says that there is one.
BEHIND_PROXY = environment.truth("GOODWORD_BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

# Files
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "goodword_web.project.static.Storage"
    },
}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

# Words and time
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Mail out goes through the outbox, whoever writes it.
EMAIL_BACKEND = "goodword_web.work.backend.OutboxBackend"
MAIL_OUT = mail_settings(environment.address("EMAIL_URL", schemes=("smtp", "smtps")))
EMAIL_HOST = MAIL_OUT.host
EMAIL_PORT = MAIL_OUT.port
EMAIL_HOST_USER = MAIL_OUT.user
EMAIL_HOST_PASSWORD = MAIL_OUT.password
EMAIL_USE_TLS = MAIL_OUT.starts_tls
EMAIL_USE_SSL = MAIL_OUT.is_tls
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = environment.text("GOODWORD_MAIL_FROM") or f"goodword@{URL.hostname}"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Whether what comes to desk+anything@host reaches desk@host; answers then find their case by it.
MAIL_PLUS = environment.truth("GOODWORD_MAIL_PLUS", default=False)
# Mail in: imaps://user:password@host/INBOX
MAILBOX_URL = environment.address("GOODWORD_MAILBOX_URL", schemes=("imaps", "imap")).geturl()

# Serving
WEB_PROCESSES = environment.number("GOODWORD_WEB_PROCESSES", 1, least=1)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # An address that leads nowhere is no news.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {
        "handlers": ["console"],
        "level": environment.text("GOODWORD_LOG_LEVEL", "WARNING").upper(),
    },
}
