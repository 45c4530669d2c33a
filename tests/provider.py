"""A service that people sign in with elsewhere, by OpenID Connect, on a port of this machine.

Whoever is sent to it is ``person``, and agrees to everything at once. It is as strict as those that readers know: it
answers the one site that it was told of, and hands a code over once, to whoever asked for it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, KEY = "courier", "between-the-two-of-us", "key-1"


class Provider:
    """What it knows of whoever is sent to it, and the codes that it gave out."""

    def __init__(self, back: str) -> None:
        """``back``: where it sends people, and nowhere else."""
        self.back = back
        self.address = ""
        self.person: dict[str, Any] = {}
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.codes: dict[str, tuple[dict[str, Any], str, str]] = {}
        self.tokens: dict[str, dict[str, Any]] = {}

    def discovery(self) -> dict[str, Any]:
        ways = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return {
            "issuer": self.address,
            **{f"{name}_endpoint": f"{self.address}/{path}" for name, path in ways.items()},
            "jwks_uri": f"{self.address}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def authorize(self, asked: Mapping[str, str]) -> str:
        """Where somebody who agreed is sent."""
        assert asked["client_id"] == CLIENT
        assert asked["redirect_uri"] == self.back
        assert {"openid", "email"} <= set(asked["scope"].split())
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self.codes[code] = dict(self.person), asked["code_challenge"], asked.get("nonce", "")
        return f"{self.back}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """What a code is good for."""
        person, challenge, nonce = self.codes.pop(asked["code"])
        assert (asked["client_id"], asked["client_secret"]) == (CLIENT, SECRET)
        assert asked["redirect_uri"] == self.back
        proof = hashlib.sha256(asked["code_verifier"].encode()).digest()
        assert base64.urlsafe_b64encode(proof).rstrip(b"=").decode() == challenge
        access, now = secrets.token_urlsafe(16), int(time.time())
        self.tokens[access] = person
        claims = {**person, "iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": nonce}
        signed = jwt.encode(claims, self.key, "RS256", {"kid": KEY})
        return {"access_token": access, "token_type": "Bearer", "expires_in": 60, "id_token": signed}

    def jwks(self) -> dict[str, Any]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": KEY, "use": "sig", "alg": "RS256"}]}


@contextmanager
def running(back: str) -> Iterator[Provider]:
    """The service, answering on a port of its own."""
    provider = Provider(back)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path == "/authorize":
                self._send(302, {}, Location=provider.authorize(_fields(parts.query)))
            elif parts.path == "/userinfo":
                self._send(200, provider.tokens[self.headers["Authorization"].removeprefix("Bearer ")])
            else:
                known = {"/.well-known/openid-configuration": provider.discovery, "/jwks": provider.jwks}
                self._send(200, known[parts.path]())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._send(200, provider.token(_fields(body)))

        def _send(self, status: int, said: Mapping[str, Any], **headers: str) -> None:
            body = json.dumps(said).encode()
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", "Content-Length": len(body), **headers}.items():
                self.send_header(name, str(value))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _fields(text: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(text).items()}
