"""Every feed of two sites, the repository's own and one of hostile texts: its raw lines, what the parser of Python's icalendar says, and that it holds
the same events as `rollbook calendar --format json`.

    SITE=target/test-site ROLLBOOK=target/release/rollbook python tests/feeds/test_feeds.py
"""

import json
import os
import re
import subprocess
import tempfile
import unittest
from datetime import date, datetime, timezone
from pathlib import Path

from icalendar import Calendar, Event
from icalendar.parser import Contentline

HERE = Path(__file__).resolve().parent
BOOK = HERE.parent.parent
ROLLBOOK = Path(os.environ["ROLLBOOK"]).resolve()


def rollbook(*arguments, env=None):
    done = subprocess.run([ROLLBOOK, *arguments], capture_output=True, cwd=BOOK, env={**os.environ, **(env or {})})
    if done.returncode != 0:
        raise AssertionError(f"rollbook {' '.join(map(str, arguments))}: {done.stderr.decode()}")
    return done.stdout


def feeds(site):
    """Name below `calendar/` → bytes."""
    folder = Path(site) / "calendar"
    return {path.relative_to(folder).with_suffix("").as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.ics"))}


def kept(text):
    """What a feed keeps of a text: one sort of line break, a blank for each character that may not be written."""
    text = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", text)
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", " ", text)


def read_text(unknown):
    """The text of a property for which the parser knows no type, such as NAME, which is TEXT by RFC 7986 section 5.1."""
    return Contentline(f"COMMENT:{unknown}").parts()[2]


class Site:
    """A built book, and what the command line says of it."""

    def __init__(self, book, as_of, site):
        self.arguments = ["--book", book, "--as-of", as_of, "--quiet"]
        self.feeds = feeds(site)
        status = json.loads(rollbook("status", "--format", "json", *self.arguments))
        self.titles = {project["id"]: project["title"] for project in status["projects"]}
        self.book = status["book"]

    def calendar(self, *selection, form="json"):
        out = rollbook("calendar", "--format", form, *selection, *self.arguments)
        return json.loads(out) if form == "json" else out

    def selections(self):
        """Feed → the arguments that select the same. An owner's address is not worked out again: it is the one feed with those bytes."""
        found = {"all": []}
        found.update({f"projects/{project}": ["--project", project] for project in self.titles})
        found.update({name: ["--kind", name.removeprefix("kinds/")] for name in self.feeds if name.startswith("kinds/")})
        for owner in sorted({owner for event in self.calendar()["events"] for owner in event["owners"]}):
            selection = [f"--owner={owner}"]
            whole = self.calendar(*selection, form="ics")
            same = [name for name, feed in self.feeds.items() if name.startswith("owners/") and feed == whole]
            assert len(same) == 1, f"{len(same)} feeds are that of {owner!r}"
            found[same[0]] = selection
        return found

    def expected(self, event):
        """An event of the command line as a feed writes it."""
        open_end = "" if event["end"] else " (open end)"
        project = f"{self.titles[event['project']]} · " if event["project"] else ""
        return {
            "start": date.fromisoformat(event["start"]),
            "end": event["end"] and date.fromisoformat(event["end"]),
            "summary": kept(f"{project}{event['title']}{open_end}"),
            "status": "TENTATIVE" if event["tentative"] else "CONFIRMED",
        }


class Feeds(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        hostile = HERE / "hostile"
        rollbook("build", "--book", hostile, "--as-of", "2026-01-12", "-o", cls.folder.name, "--quiet")
        cls.sites = {"own": Site(BOOK, "2026-06-01", os.environ["SITE"]), "hostile": Site(hostile, "2026-01-12", cls.folder.name)}

    def each(self):
        for site in self.sites.values():
            for name, feed in site.feeds.items():
                yield self.subTest(book=site.book, feed=name), site, feed

    def test_lines_are_short_and_end_alike_and_every_piece_is_text(self):
        folded = 0
        for case, _, feed in self.each():
            with case:
                self.assertTrue(feed.endswith(b"END:VCALENDAR\r\n"))
                lines = feed.removesuffix(b"\r\n").split(b"\r\n")
                folded += sum(line.startswith(b" ") for line in lines)
                for line in lines:
                    self.assertLessEqual(len(line), 75, line)
                    self.assertIsNone(re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]", line.decode("utf-8")), line)
                    self.assertNotEqual(line.strip(), b"")
        self.assertGreater(folded, 500, "nothing that could be wrong was seen")

    def test_every_line_is_what_the_strict_parser_expects(self):
        for case, _, feed in self.each():
            with case:
                for line in feed.decode().replace("\r\n ", "").split("\r\n")[:-1]:
                    name, parameters, _ = Contentline(line, strict=True).parts()
                    self.assertRegex(name, r"^[A-Z-]+$")
                    self.assertLessEqual(set(parameters), {"VALUE"})

    def test_the_parser_has_no_complaint(self):
        for case, _, feed in self.each():
            with case:
                calendar = Calendar.from_ical(feed)
                calendar.validate()
                self.assertEqual([error for part in calendar.walk() for error in part.errors], [])
                self.assertEqual((calendar["VERSION"], calendar["CALSCALE"]), ("2.0", "GREGORIAN"))
                self.assertEqual(calendar["NAME"], calendar["X-WR-CALNAME"])
                self.assertEqual(calendar["DESCRIPTION"], read_text(calendar["X-WR-CALDESC"]))
                self.assertEqual(calendar.refresh_interval.days, 1)
                known = {"VCALENDAR", "VEVENT"} if calendar.events else {"VCALENDAR", "VTIMEZONE", "STANDARD"}
                self.assertEqual({part.name for part in calendar.walk()}, known)

    def test_every_event_has_what_it_needs(self):
        for case, site, feed in self.each():
            with case:
                calendar = Calendar.from_ical(feed)
                ids = [str(event["UID"]) for event in calendar.events]
                self.assertEqual(len(ids), len(set(ids)), "two events have one UID")
                for event in calendar.events:
                    self.assertLessEqual(set(Event.required), set(event))
                    self.assertEqual(event.DTSTAMP, datetime(2026, 1, 5, tzinfo=timezone.utc), "the book's start, and no clock")
                    self.assertIs(type(event.DTSTART), date)
                    self.assertGreater(event.end, event.start)
                    self.assertEqual(event["TRANSP"], "TRANSPARENT")
                    self.assertTrue(str(event["UID"]).endswith(f"@{site.book}"))

    def test_feeds_have_the_events_that_the_command_line_has(self):
        for site in self.sites.values():
            selections = site.selections()
            for name, feed in site.feeds.items():
                with self.subTest(book=site.book, feed=name):
                    events = Calendar.from_ical(feed).events
                    found = {
                        str(event["UID"]): {
                            "start": event.DTSTART,
                            "end": event.DTEND,
                            "summary": str(event["SUMMARY"]),
                            "status": str(event["STATUS"]),
                        }
                        for event in events
                    }
                    if name not in selections:
                        self.assertEqual(found, {}, "whose is it?")
                        continue
                    listed = site.calendar(*selections[name])["events"]
                    self.assertEqual(found, {f"{event['id']}@{site.book}": site.expected(event) for event in listed})
                    self.assertEqual(site.calendar(*selections[name], form="ics"), feed)
            self.assertLessEqual(set(selections), set(site.feeds))

    def test_texts_come_back_as_they_were_written(self):
        site = self.sites["hostile"]
        calendar = Calendar.from_ical(site.feeds["all"])
        self.assertEqual(read_text(calendar["NAME"]), 'Rollouts, 2026; \\ "quoted" 🚀')
        event = {str(event["UID"]): event for event in calendar.events}["due.0001-hold/condition/1.breaks@hostile"]
        title = "One\ntwo\nthree\nfour\n five\n six seven\teight nine ten"
        self.assertEqual(event["SUMMARY"], title + ' · Condition: First;\nthen, \\ "last"')
        self.assertEqual([str(category) for category in event["CATEGORIES"].cats], ["Due dates", "a,b", "c;d", "e\\f", "g\nh"])
        self.assertIn("\nOwner: …", event["DESCRIPTION"])
        self.assertEqual(event["URL"], "https://a.example/b,c;d/decisions/0001-hold/index.html")

    def test_neither_the_clock_nor_the_zone_nor_a_day_that_moves_nothing_is_in_a_feed(self):
        for zone, as_of in [("Pacific/Kiritimati", "2026-01-12"), ("America/New_York", "2026-01-13")]:
            with tempfile.TemporaryDirectory() as other:
                rollbook("build", "--book", HERE / "hostile", "--as-of", as_of, "-o", other, "--quiet", env={"TZ": zone})
                self.assertEqual(feeds(other), self.sites["hostile"].feeds)


if __name__ == "__main__":
    unittest.main(verbosity=2)
