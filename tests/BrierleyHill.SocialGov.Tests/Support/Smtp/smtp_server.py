"""A real SMTP server (aiosmtpd) on loopback for the tests. Prints its port, then keeps every accepted message as a file."""

import argparse
import asyncio
import os
import socket
import uuid

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

options = argparse.ArgumentParser()
options.add_argument("--folder", required=True)
options.add_argument("--port", type=int, default=0)
options.add_argument("--delay", type=float, default=0, help="seconds between taking a message and saying so")
options.add_argument("--answer-recipient", action="append", default=[], help="address=reply, such as a@school.example=550 No")
options.add_argument("--answer-message", help="the reply to the text instead of taking it, such as 451 Later")
options.add_argument("--drop", choices=["on-sender", "before-reply", "before-taking"], help="ends the connection at that point")
options.add_argument("--user")
options.add_argument("--password")
given = options.parse_args()
replies = dict(answer.split("=", 1) for answer in given.answer_recipient)


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if given.drop == "on-sender":
            server.transport.abort()
            return "421 Closing"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in replies:
            return replies[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if given.answer_message:
            return given.answer_message
        if given.drop == "before-taking":
            server.transport.abort()
            return "421 Closing"
        name = os.path.join(given.folder, uuid.uuid4().hex)
        with open(name + ".tmp", "wb") as file:
            file.write(envelope.original_content)
        os.rename(name + ".tmp", name + ".eml")
        if given.delay:
            await asyncio.sleep(given.delay)
        if given.drop == "before-reply":
            server.transport.abort()
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, login):
    return AuthResult(success=login.login == given.user.encode() and login.password == given.password.encode(), handled=False)


port = given.port
if port == 0:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
signing_in = {"authenticator": authenticate, "auth_required": True, "auth_require_tls": False} if given.user else {}
controller = Controller(Handler(), hostname="127.0.0.1", port=port, **signing_in)
controller.start()
print(port, flush=True)
# Ends when the test closes its end, also when the test itself was killed.
try:
    while os.read(0, 1):
        pass
finally:
    controller.stop(no_assert=True)
