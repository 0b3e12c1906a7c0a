### Die Wörter der Website auf Deutsch. Welche es gibt und was in ihnen steht, gibt `en.ftl` vor.

## Tage

date = { $day }. { $month } { $year }
date-of-year = { $day }. { $month }
month-of-year = { $month } { $year }
today = heute
in-days =
    { $days ->
        [one] morgen
       *[other] in { $days } Tagen
    }
days-ago =
    { $days ->
        [one] gestern
       *[other] vor { $days } Tagen
    }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
month-of-date-1 = Januar
month-of-date-2 = Februar
month-of-date-3 = März
month-of-date-4 = April
month-of-date-5 = Mai
month-of-date-6 = Juni
month-of-date-7 = Juli
month-of-date-8 = August
month-of-date-9 = September
month-of-date-10 = Oktober
month-of-date-11 = November
month-of-date-12 = Dezember
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag

## Rahmen: was jede Seite umgibt

skip-to-content = Zum Inhalt springen
site-navigation = Website
menu = Menü
overview = Übersicht
and-more = und { $count } weitere
breadcrumb = Pfad
on-this-page = Auf dieser Seite
link-to-section = Link zu diesem Abschnitt
linked-from = Verweise hierher
previous-and-next = Vorige und nächste Seite
previous = Zurück
next = Weiter
as-of = Fortschritt und Termine, Stand { $day }
edit-this-page = Diese Seite bearbeiten

## Status und Gründe

status-killed = abgebrochen
status-blocked = blockiert
status-late = verspätet
status-at-risk = gefährdet
status-on-track = im Plan
status-not-started = nicht begonnen
status-complete = abgeschlossen
rag-red = Rot
rag-amber = Gelb
rag-green = Grün
rag-grey = Grau
outcome-go = Freigabe
outcome-conditional-go = Freigabe mit Auflagen
outcome-hold = Halt
outcome-kill = Abbruch
outcome-continue = weiter
outcome-rollback = Rücknahme
outcome-scaled = ausgerollt
outcome-stopped = eingestellt
level-none = keine
level-latent = latent
level-exposed = gefährdet
level-critical = kritisch
verdict-pass = eingehalten
verdict-warn = Warnung
verdict-fail = verletzt
verdict-inconclusive = unklar
wave-planned = geplant
wave-running = läuft
wave-promoted = freigegeben
wave-holding = angehalten
wave-rolled-back = zurückgenommen
state-todo = offen
state-doing = in Arbeit
state-done = erledigt
state-blocked = blockiert
state-na = entfällt
state-waived = ausgenommen
state-claimed = behauptet
state-open = offen
kind-freeze = Sperrzeiten
kind-holiday = Freie Tage
kind-window = Zeitfenster
kind-gate = Gate-Prüfungen
kind-wave = Wellen
kind-due = Fälligkeiten
kind-expiry = Ablaufdaten
kind-decision = Entscheidungen
unscheduled = ohne Termin
## Web

updates-feed = { $book }: Entscheidungen und Meldungen
page-has-moved = Diese Seite ist umgezogen:

## Startseite

home-attention = Was Aufmerksamkeit braucht
home-more-attention = und { $count } weitere, die sie brauchen
home-calm = Nichts: Kein Projekt ist abgebrochen, blockiert, verspätet oder gefährdet.
home-path = Der Weg
home-causes = Was Projekte aufhält
home-about = Über dieses Handbuch
home-completed =
    { $count ->
        [one] { $done } von { $count } Projekt abgeschlossen
       *[other] { $done } von { $count } Projekten abgeschlossen
    }
home-completed-label = Projekte, die { $stage } abgeschlossen haben

## Navigation

section-stages = Phasen
section-projects = Projekte
section-causes = Ursachen
section-practices = Praktiken
section-decisions = Entscheidungen
section-exposure = Gefährdung
section-calendar = Kalender
section-waves = Wellen
section-empty = Hier gibt es noch nichts.
no-projects = Es gibt noch keine Projekte.
project = Projekt
project-status = Status
project-stage = Phase
project-next-gate = Nächstes Gate
project-gate-of = Gate von { $stage }
project-no-gate = kein Gate in Sicht
project-progress = Fortschritt
project-all-complete = alle abgeschlossen
project-owner = Verantwortlich
project-sponsor = Sponsor
project-start = Beginn
project-users = Nutzer im Vollausbau
project-tags = Schlagwörter
project-count =
    { $count ->
        [one] { $count } Projekt
       *[other] { $count } Projekte
    }
stage-projects-here =
    { $count ->
        [0] kein Projekt hier
        [one] { $count } Projekt hier
       *[other] { $count } Projekte hier
    }
stage-items =
    { $count ->
        [one] { $count } Punkt
       *[other] { $count } Punkte
    }
stage-musts = davon { $count } Muss
stage-no-items = keine Punkte
stage-current = aktuelle Phase
link-copied = Link kopiert

## Tastatur

keys = Tastenkürzel
keys-search = Suche
keys-home = Startseite
keys-help = Diese Hilfe
keys-on = Kürzel aus einer Taste sind an
close = Schließen
scheme-auto = Farben: wie das System
scheme-light = Farben: hell
scheme-dark = Farben: dunkel
