"""Reads a calendar file from standard input as strictly as RFC 5545 allows, and prints its events as JSON.

The line rules (section 3.1) are checked on the bytes; the rest by the icalendar package, which is another implementation of the standard
than the one that wrote the file. Whatever is wrong ends with exit code 1 and one line that says what.
"""
import json
import re
import sys

import icalendar

content = sys.stdin.buffer.read()


def wrong(what):
    print(what, file=sys.stderr)
    sys.exit(1)


if not content.endswith(b"\r\n"):
    wrong("The last line has no end.")
for number, line in enumerate(content[:-2].split(b"\r\n"), 1):
    if b"\r" in line or b"\n" in line:
        wrong(f"Line {number} ends otherwise than with CRLF.")
    if len(line) > 75:
        wrong(f"Line {number} has {len(line)} octets.")
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        wrong(f"Line {number} is folded within a character.")

unfolded = re.sub(b"\r\n[ \t]", b"", content).decode("utf-8")
name = re.compile(r'^[A-Za-z0-9-]+(;[A-Za-z0-9-]+=("[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*)(,("[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*)*:[^\x00-\x08\x0a-\x1f\x7f]*$')
open_components = []
for line in unfolded[:-2].split("\r\n"):
    if not name.match(line):
        wrong(f"No content line: {line}")
    # The package takes any END for the one that is due.
    if line.startswith("BEGIN:"):
        open_components.append(line[6:])
    elif line.startswith("END:") and (not open_components or open_components.pop() != line[4:]):
        wrong(f"Nothing that ends here was begun: {line}")
    # Text: a comma, semicolon or backslash that belongs to it is escaped (section 3.3.11).
    if re.match(r"^(SUMMARY|DESCRIPTION|X-WR-CALNAME)[:;]", line):
        text = line.split(":", 1)[1]
        if re.search(r"(?<!\\)(\\\\)*[,;]", text) or re.search(r"\\(?![\\;,nN])", re.sub(r"\\\\", "", text)):
            wrong(f"Text that is not escaped: {line}")

if open_components:
    wrong(f"Not ended: {open_components}")

calendars = icalendar.Calendar.from_ical(content, multiple=True)
if len(calendars) != 1:
    wrong(f"{len(calendars)} calendars.")
calendar = calendars[0]
for required in ("PRODID", "VERSION"):
    if required not in calendar:
        wrong(f"The calendar has no {required}.")
if calendar.errors:
    wrong(f"The calendar has errors: {calendar.errors}")

events = []
for component in calendar.subcomponents:
    if component.errors:
        wrong(f"{component.name} has errors: {component.errors}")
    if component.name != "VEVENT":
        wrong(f"A component that nobody asked for: {component.name}")
    for required in ("UID", "DTSTAMP", "DTSTART"):
        if required not in component:
            wrong(f"An event has no {required}.")
        if isinstance(component[required], list):
            wrong(f"An event has {required} twice.")
    stamp = component.decoded("DTSTAMP")
    if stamp.tzinfo is None or stamp.utcoffset().total_seconds() != 0:
        wrong("DTSTAMP is not UTC.")
    start, end = component.decoded("DTSTART"), component.decoded("DTEND")
    if type(start) is not type(end) or not start < end:
        wrong("DTSTART and DTEND do not belong together.")
    events.append({
        "uid": str(component["UID"]),
        "summary": str(component["SUMMARY"]),
        "description": str(component["DESCRIPTION"]),
        "url": str(component["URL"]),
        "sequence": int(component["SEQUENCE"]),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "stamp": stamp.isoformat(),
        "transparent": str(component.get("TRANSP")),
    })
if len({event["uid"] for event in events}) != len(events):
    wrong("Two events have the same UID.")
print(json.dumps(events))
