"""Accounts of readers: signing in by password, passkey, code or another service, by django-allauth."""
