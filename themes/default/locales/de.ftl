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
pager-label = Seiten der Liste
pager-range = { $from } bis { $to } von { $all }
pager-page = Seite { $number }
title-of-page = { $title }, Seite { $number }
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
status-count-killed = { $count } abgebrochen
status-count-blocked = { $count } blockiert
status-count-late = { $count } verspätet
status-count-at-risk = { $count } gefährdet
status-count-on-track = { $count } im Plan
status-count-not-started = { $count } nicht begonnen
status-count-complete = { $count } abgeschlossen
status-count-scaled = { $count } ausgerollt
status-count-stopped = { $count } eingestellt
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
level-exposed = ausgesetzt
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
state-todo = zu tun
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

## Startseite

home-attention = Was Aufmerksamkeit braucht
home-more-attention = und { $count } weitere, die sie brauchen
home-calm = Nichts: Kein Projekt ist abgebrochen, blockiert, verspätet oder gefährdet.
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
project-no-gate = kein Gate in Sicht
project-progress = Fortschritt
project-all-complete = alle abgeschlossen
project-users = Nutzende im Vollausbau
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
link-copied = Link kopiert

## Tastatur

keys = Tastenkürzel
keys-search = Suche
keys-turn = Nächste und vorige Seite
keys-home = Startseite
keys-help = Diese Hilfe
keys-on = Kürzel aus einer Taste sind an
close = Schließen
scheme-auto = Farben: wie das System
scheme-light = Farben: hell
scheme-dark = Farben: dunkel
one-after-another = { $first }; { $next }
reason-killed = am Gate wurde am { $date } der Abbruch beschlossen
clear-killed = nichts: eine neue Entscheidung würde die Phase wieder öffnen
reason-complete-decided =
    { $outcome ->
        [conditional-go] alle Muss-Punkte waren erfüllt, als das Gate am { $date } mit Auflagen freigegeben wurde
       *[other] alle Muss-Punkte waren erfüllt, als das Gate am { $date } freigegeben wurde
    }
reason-complete-musts = alle Muss-Punkte sind erfüllt, { $resolved } von { $total }
reason-complete-waves = alle Wellen sind freigegeben
reason-complete-items = alle Checklistenpunkte sind erledigt
reason-complete-over = nichts wird gezählt, und das Zeitfenster ist vorbei
clear-complete = es ist nichts zu tun
reason-must-blocked = „{ $item }“ ist blockiert: { $why }
clear-must-blocked = das Hindernis beseitigen, dann den Stand auf doing oder done setzen
reason-dependency-overdue = „{ $item }“ wartet auf „{ $other }“, überfällig seit dem { $date }
clear-dependency-overdue = zuerst { $id } erledigen
reason-gate-hold = am Gate wurde am { $date } ein Halt beschlossen
clear-gate-hold = eine neue Entscheidung zum Gate festhalten
reason-wave-holding = Welle { $percent } % ist angehalten
reason-wave-rolled-back = Welle { $percent } % ist zurückgenommen
clear-wave-stopped = sobald die Ursache behoben ist, die Fortsetzung beschließen
reason-guardrail = Welle { $percent } %: { $metric } liegt am { $date } bei { $value }, nicht { $bound }
clear-guardrail-fail = beheben und neu messen, oder die Welle zurücknehmen
clear-guardrail-warn = vor der nächsten Welle klären, woher die Veränderung kommt
reason-window-over = das Zeitfenster endete { $away }, am { $date }, und die Phase ist nicht abgeschlossen
clear-window-over = über das Gate entscheiden oder das Ende mit Begründung verschieben
clear-window-over-musts = die Muss-Punkte erfüllen und über das Gate entscheiden, oder das Ende mit Begründung verschieben
reason-must-overdue = „{ $item }“ war { $away } fällig, am { $date }
clear-must-overdue = erledigen oder einen neuen Termin vereinbaren
reason-musts-overdue =
    { $count ->
        [one] { $count } Muss-Punkt ist nach dem letzten Tag des Zeitfensters, dem { $date }, noch offen: { $ids }
       *[other] { $count } Muss-Punkte sind nach dem letzten Tag des Zeitfensters, dem { $date }, noch offen: { $ids }
    }
clear-musts-overdue = erledigen oder das Ende der Phase mit Begründung verschieben
reason-condition-overdue = die Auflage „{ $text }“ war { $away } fällig, am { $date }
clear-condition-overdue = erfüllen und das Datum als `done` in die Entscheidung schreiben
reason-wave-overdue = Welle { $percent } % sollte { $away } starten, am { $date }
clear-wave-overdue = starten oder den Start verschieben
reason-reopened = „{ $item }“ aus der abgeschlossenen Phase „{ $stage }“ ist wieder offen
clear-reopened = erneut erfüllen
reason-behind = { $done } von { $counted } { $counted ->
        [one] Punkt
       *[other] Punkten
    } sind erledigt ({ $percent } %), während { $elapsed } von { $total } { $total ->
        [one] Arbeitstag
       *[other] Arbeitstagen
    } vergangen sind ({ $expected } %)
clear-behind =
    { $allowed ->
        [one] höchstens { $allowed } Prozentpunkt zurückliegen oder das Zeitfenster mit Begründung verschieben
       *[other] höchstens { $allowed } Prozentpunkte zurückliegen oder das Zeitfenster mit Begründung verschieben
    }
reason-no-owner = „{ $item }“ ist am { $date } fällig, und niemand ist verantwortlich
clear-no-owner = eine verantwortliche Person nennen
reason-musts-no-owner =
    { $count ->
        [one] { $count } Muss-Punkt ist mit dem Zeitfenster am { $date } fällig, und niemand ist verantwortlich: { $ids }
       *[other] { $count } Muss-Punkte sind mit dem Zeitfenster am { $date } fällig, und niemand ist verantwortlich: { $ids }
    }
clear-musts-no-owner = verantwortliche Personen nennen
reason-expiring-waiver = die Ausnahme für „{ $item }“ endet { $away }, am { $date }
clear-expiring-waiver = den Checklistenpunkt erledigen oder die Ausnahme verlängern lassen
reason-expiring-evidence = der Nachweis für „{ $item }“ läuft { $away } ab, am { $date }
clear-expiring-evidence = den Nachweis erneuern
reason-gate-skipped = diese Phase hat begonnen, aber das Gate von „{ $stage }“ hat keine Freigabe, und sein Zeitfenster endete am { $date }
clear-gate-skipped = über das Gate von „{ $stage }“ entscheiden
reason-exposure = der Ursache „{ $cause }“ ausgesetzt: { $open } von { $guards } { $guards ->
        [one] Schutzpunkt
       *[other] Schutzpunkten
    } offen; { $because }
clear-exposure = die offenen Schutzpunkte erledigen: { $ids }
reason-wave-undecided = die Beobachtungszeit von Welle { $percent } % endete { $away }, am { $date }: nichts ist entschieden
clear-wave-undecided = über die Welle entscheiden
reason-wave-unmeasured = die Beobachtungszeit von Welle { $percent } % endete { $away }, am { $date }: zu wenige Messungen von { $guardrails }
clear-wave-unmeasured = messen, bis die Leitplanken etwas aussagen, dann über die Welle entscheiden
reason-stale-undated = nichts in dieser Phase trägt ein Datum
clear-stale-undated = eintragen, wann ein Stand erreicht wurde, oder eine Meldung schreiben
reason-stale =
    { $workdays ->
        [one] der letzte datierte Eintrag ist vom { $date }, vor dem letzten Arbeitstag
       *[other] der letzte datierte Eintrag ist vom { $date }, vor den letzten { $workdays } Arbeitstagen
    }
clear-stale = eine Meldung schreiben oder das Datum des nächsten Stands eintragen
reason-gate-open = alles ist erledigt, und das Gate wartet auf seine Entscheidung
reason-gate-open-musts = alle Muss-Punkte sind erfüllt, { $total } von { $total }, und das Gate wartet auf seine Entscheidung
clear-gate-open = über das Gate entscheiden
status-for-reasons =
    { $reasons ->
        [one] { $status }, aus { $reasons } Grund
       *[other] { $status }, aus { $reasons } Gründen
    }
status-and-others =
    { $others ->
        [one] { $status }; außerdem { $others } Grund
       *[other] { $status }; außerdem { $others } Gründe
    }
status-for-reasons-and-others =
    { $reasons ->
        [one] { $status }, aus { $reasons } Grund; außerdem { $others } weitere
       *[other] { $status }, aus { $reasons } Gründen; außerdem { $others } weitere
    }
accepted-by = akzeptiert bis zum { $date } von { $by }

## Gefährdung

because-guard-blocked = der Schutzpunkt „{ $item }“ ist blockiert
because-guard-overdue = der Schutzpunkt „{ $item }“ ist überfällig
because-completed = „{ $stage }“ wurde mit offenen Schutzpunkten abgeschlossen
because-walked-past = „{ $stage }“ ist vorbei und wurde übergangen
because-over = „{ $stage }“ ist vorbei
because-ends-soon =
    { $days ->
        [one] „{ $stage }“ endet binnen eines Tages
       *[other] „{ $stage }“ endet binnen { $days } Tagen
    }

## Was eine Welle braucht

need-gate = das Gate von „{ $stage }“ hat noch keine Freigabe
need-gates = die Gates von { $most } und { $last } haben noch keine Freigabe
need-wave-before-planned = zuerst kommt Welle { $percent } %, und sie hat nicht begonnen
need-wave-before-running = zuerst kommt Welle { $percent } %: sie läuft, und nichts ist entschieden
need-stopped-holding = Welle { $percent } % ist angehalten, und nichts nach ihr hat einen Termin, bis sie fortgesetzt wird
need-stopped-rolled-back = Welle { $percent } % ist zurückgenommen, und nichts nach ihr hat einen Termin, bis sie fortgesetzt wird
need-start-overdue = sie sollte { $away } starten, am { $date }
need-start-overdue-earliest = sie sollte { $away } starten, am { $date }; frühestens kann sie am { $first } starten
need-start =
    { $limit ->
        [calendar] nach dem Kalender kann sie { $away } starten, am { $date }
       *[other] sie kann { $away } starten, am { $date }
    }
need-start-planned =
    { $limit ->
        [calendar] nach dem Kalender kann sie { $away } starten, am { $date } (geplant für den { $planned })
       *[other] sie kann { $away } starten, am { $date } (geplant für den { $planned })
    }
need-start-today =
    { $limit ->
        [calendar] nach dem Kalender kann sie heute starten
       *[other] sie kann heute starten
    }
need-start-today-planned =
    { $limit ->
        [calendar] nach dem Kalender kann sie heute starten (geplant für den { $planned })
       *[other] sie kann heute starten (geplant für den { $planned })
    }
need-unscheduled = nichts sagt, wann sie startet: ihre Phase hat keine Termine, oder der Kalender hat keinen Tag für sie
need-bake =
    { $workdays ->
        [one] die Beobachtungszeit dauert bis zum { $date }, noch { $workdays } Arbeitstag
       *[other] die Beobachtungszeit dauert bis zum { $date }, noch { $workdays } Arbeitstage
    }
need-bake-today = die Beobachtungszeit endet heute
need-guardrail-fail = { $metric } liegt am { $date } bei { $value }, nicht { $bound }
need-guardrail-warn = { $metric } liegt am { $date } bei { $value }, nicht { $bound }: im Ziel, aber jenseits der Warnschwelle
need-guardrail-unmeasured =
    { $least ->
        [one] { $metric } wurde nicht gemessen
       *[other] { $metric } wurde nicht gemessen, nötig sind { $least } Messungen
    }
need-guardrail-too-few =
    { $least ->
        [one] { $metric } hat { $samples } von { $least } Messung
       *[other] { $metric } hat { $samples } von { $least } Messungen
    }
need-condition = die Auflage „{ $text }“ ist offen
need-condition-due = die Auflage „{ $text }“ ist offen, fällig am { $date }
need-decision = nach der Beobachtungszeit eine Entscheidung: weiter, Halt oder Rücknahme
need-decision-overdue = nichts ist entschieden, und die Beobachtungszeit endete { $away }, am { $date }
need-decision-holding = sie ist seit dem { $date } angehalten: eine neue Entscheidung, weiter oder zurück
need-decision-anew = sie wurde am { $date } zurückgenommen und am { $started } neu gestartet: sobald sie trägt, die Entscheidung zur Fortsetzung
need-decision-rolled-back = sie wurde am { $date } zurückgenommen: beheben, neu starten, dann erneut entscheiden

## Warum ein Termin

date-window = Zeitfenster `{ $window }`
date-window-fixed = Zeitfenster `{ $window }`, in jedem Projekt dieselben Tage
date-counted = Zeitfenster `{ $window }`, gezählt ab dem Start { $whose ->
        [project] des Projekts
       *[other] des Buchs
    }, dem { $start }
date-counted-four-week = Zeitfenster `{ $window }`, gezählt ab dem Start { $whose ->
        [project] des Projekts
       *[other] des Buchs
    }, dem { $start }, in Monaten von 28 Tagen
date-counted-clamped = Zeitfenster `{ $window }`, gezählt ab dem Start { $whose ->
        [project] des Projekts
       *[other] des Buchs
    }, dem { $start }; im { $month } gibt es keinen { $day }. Tag
date-after = Zeitfenster `{ $window }`: „{ $stage }“ endet am { $date }
date-counted-after = Zeitfenster `{ $window }`, gezählt ab dem { $date }
date-set = vom Projekt festgelegt
date-set-reason = vom Projekt festgelegt: „{ $reason }“
date-clipped = beschnitten: die Phase beginnt, wenn „{ $stage }“ geendet hat, am { $date }
date-moved-later =
    { $days ->
        [one] mit dem Ende von „{ $stage }“ um { $days } Tag nach hinten verschoben
       *[other] mit dem Ende von „{ $stage }“ um { $days } Tage nach hinten verschoben
    }
date-moved-earlier =
    { $days ->
        [one] mit dem Ende von „{ $stage }“ um { $days } Tag nach vorn verschoben
       *[other] mit dem Ende von „{ $stage }“ um { $days } Tage nach vorn verschoben
    }
date-moved-end-set = dieses Ende hat das Projekt auf den { $date } gelegt
date-moved-end-set-reason = dieses Ende hat das Projekt auf den { $date } gelegt: „{ $reason }“
date-moved-end-since = dieses Ende ist der { $date }, seit das Projekt den Start verschoben hat
date-moved-end-since-reason = dieses Ende ist der { $date }, seit das Projekt den Start verschoben hat: „{ $reason }“
date-moved-start-from = nach dem Zeitfenster `{ $window }` wäre der Start am { $date }
date-moved-end-from = nach dem Zeitfenster `{ $window }` wäre das Ende am { $date }
date-kept-length =
    { $days ->
        [one] das Projekt hat den Start verschoben, und die Dauer bleibt { $days } Tag
       *[other] das Projekt hat den Start verschoben, und die Dauer bleibt { $days } Tage
    }
open-kept-length = offen: das Projekt hat den Start verschoben, und keine Dauer ist bekannt
open-window = offen: das Zeitfenster `{ $window }` hat kein Ende
open-stage = offen: die Phase hat kein Ende
unscheduled-no-window = ohne Termin: die Phase hat kein Zeitfenster
unscheduled-no-start = ohne Termin: das Zeitfenster `{ $window }` zählt ab dem Start des Projekts, und weder das Projekt noch das Buch hat einen
unscheduled-unknown-stage = ohne Termin: es gibt keine Phase `{ $id }`, auf die sie folgen könnte
unscheduled-ring = ohne Termin: die Zeitfenster warten aufeinander, { $ring }
unscheduled-after-open = ohne Termin: sie folgt auf „{ $stage }“, und die hat kein Ende
unscheduled-after-unscheduled = ohne Termin: sie folgt auf „{ $stage }“, und die hat keinen Termin
unscheduled-backwards = ohne Termin: sie würde am { $end } enden, bevor sie am { $start } beginnt
unscheduled-clipped-away = ohne Termin: Überschneidungen werden beschnitten, und sie ist vorbei, bevor „{ $stage }“ endet
unscheduled-behind-open = ohne Termin: Überschneidungen werden beschnitten, und „{ $stage }“ hat kein Ende
unscheduled-out-of-calendar = ohne Termin: sie läge außerhalb des Kalenders, der mit dem Jahr 9999 endet
unscheduled-review-open = ohne Termin: das Zeitfenster hat kein Ende
unscheduled-review-no-workday = ohne Termin: das Zeitfenster hat keinen Arbeitstag
review-last-day = letzter Tag des Zeitfensters und ein Arbeitstag
review-last-workday = letzter Arbeitstag des Zeitfensters: { $skipped }
overlap-days =
    { $days ->
        [one] überschneidet sich { $days } Tag mit „{ $stage }“, { $policy ->
        [warn] das Buch warnt davor
        [deny] das Buch verbietet es
       *[other] erlaubt
    }
       *[other] überschneidet sich { $days } Tage mit „{ $stage }“, { $policy ->
        [warn] das Buch warnt davor
        [deny] das Buch verbietet es
       *[other] erlaubt
    }
    }
overlap-open = überschneidet sich von da an mit „{ $stage }“, denn beide sind offen; { $policy ->
        [warn] das Buch warnt davor
        [deny] das Buch verbietet es
       *[other] erlaubt
    }
gap =
    { $days ->
        [one] { $days } Tag zwischen „{ $before }“ und „{ $stage }“ gehört zu keiner Phase
       *[other] { $days } Tage zwischen „{ $before }“ und „{ $stage }“ gehören zu keiner Phase
    }
skipped-weekday = der { $date } ist ein { $weekday }
skipped-weekdays =
    { $days ->
        [2] der { $first } und der { $last } sind keine Arbeitstage
       *[other] vom { $first } bis zum { $last } sind keine Arbeitstage
    }
skipped-holiday =
    { $days ->
        [1] der { $first } ist ein freier Tag
        [2] der { $first } und der { $last } sind freie Tage
       *[other] vom { $first } bis zum { $last } sind freie Tage
    }
skipped-named-holiday =
    { $days ->
        [1] der { $first } ist frei: { $name }
        [2] der { $first } und der { $last } sind frei: { $name }
       *[other] vom { $first } bis zum { $last } ist frei: { $name }
    }
skipped-freeze = eine Sperrzeit dauert bis zum { $last }
skipped-named-freeze = die Sperrzeit „{ $reason }“ dauert bis zum { $last }
skipped-avoided = der { $date } ist ein { $weekday }, und der wird gemieden
skipped-avoided-days =
    { $days ->
        [2] der { $first } und der { $last } sind Wochentage, die gemieden werden
       *[other] vom { $first } bis zum { $last } sind Wochentage, die gemieden werden
    }
skipped-rest = und so weiter bis zum { $date }
wave-started-on = gestartet am { $date }
wave-by-stage = „{ $stage }“ beginnt an diesem Tag
wave-by-stage-after = erster erlaubter Tag ab dem { $from }, an dem „{ $stage }“ beginnt: { $skipped }
wave-own-after = erster erlaubter Tag ab dem { $from }, den das Projekt festgelegt hat: { $skipped }
wave-not-before-today = sie hat nicht begonnen und kann es nicht vor heute
wave-not-before-today-after = sie hat nicht begonnen; erster erlaubter Tag ab dem { $from }: { $skipped }
wave-by-bake =
    { $bake ->
        [one] der Tag nach der Beobachtungszeit von `{ $wave }` ({ $bake } Arbeitstag)
       *[other] der Tag nach der Beobachtungszeit von `{ $wave }` ({ $bake } Arbeitstage)
    }
wave-by-bake-after =
    { $bake ->
        [one] die Beobachtungszeit von `{ $wave }` ({ $bake } Arbeitstag) endet am { $date }; erster erlaubter Tag danach: { $skipped }
       *[other] die Beobachtungszeit von `{ $wave }` ({ $bake } Arbeitstage) endet am { $date }; erster erlaubter Tag danach: { $skipped }
    }
wave-passed-over = das Projekt hat den { $date } festgelegt, und der liegt früher
unscheduled-wave-no-start = ohne Termin: „{ $stage }“ hat keinen Start
unscheduled-wave-no-day = ohne Termin: in den zehn Jahren ab dem { $date } gibt es keinen Tag, an dem sie starten und beobachtet werden darf
unscheduled-wave-holding = ohne Termin: `{ $wave }` ist seit dem { $date } angehalten
unscheduled-wave-rolled-back = ohne Termin: `{ $wave }` ist seit dem { $date } zurückgenommen
unscheduled-killed = ohne Termin: das Projekt wurde am Gate von „{ $stage }“ am { $date } beendet
unscheduled-closed = ohne Termin: das Projekt ist seit dem { $date } geschlossen

## Ereignisse

gate-of = Gate von „{ $stage }“
wave-of = Welle { $percent } % von „{ $stage }“
event-gate = Gate-Prüfung von „{ $stage }“
event-waiver = Ausnahme endet: { $item }
event-evidence = Nachweis läuft ab: { $item }
event-condition = Auflage: { $text }
event-gate-decided = Gate von „{ $stage }“: { $outcome }
event-wave-decided = Welle { $percent } % von „{ $stage }“: { $outcome }
freeze = Sperrzeit
freeze-because = Sperrzeit: { $reason }
moment-begins = { $event }: Beginn
moment-ends = { $event }: Ende
moment-wave-starts = { $event }: Start
moment-wave-started = { $event }: gestartet
moment-bake-ends = { $event }: Beobachtungszeit endet
moment-last-day = { $event }, letzter Tag
waiting-no-decision = { $event }: Beobachtungszeit vorbei, keine Entscheidung
waiting-to-end = { $event } sollte enden
waiting-to-start = { $event } sollte starten
feed-summary-open = { $event } (Ende offen)
feed-project = Projekt: { $project }
feed-stage = Phase: { $stage }
feed-owner = Verantwortlich: { $owners }
feed-deciders = Entscheidung durch: { $owners }
feed-decided-by = Entschieden von: { $owners }
feed-window-open = An diesem Tag beginnt das Zeitfenster einer Phase. Es ist offen: kein letzter Tag ist geplant.
feed-window = Das Zeitfenster einer Phase, vom ersten bis zum letzten Tag.
feed-gate = Die Prüfung eines Gates, am letzten Arbeitstag des Zeitfensters der Phase. Sie wartet auf eine Entscheidung.
feed-wave-forecast = Die Vorhersage einer Welle, vom Start bis zum letzten Tag der Beobachtungszeit. Sie verschiebt sich, wenn eine frühere Welle an einem anderen Tag startet oder endet, und wenn diese nicht rechtzeitig startet.
feed-wave = Eine gestartete Welle, bis zum letzten Tag der Beobachtungszeit.
feed-due-condition = Der letzte Tag für die Auflage einer Entscheidung. Sie ist offen.
feed-due = Der letzte Tag für einen Punkt der Checkliste. Er ist offen.
feed-expiry = Der letzte Tag, an dem dies gilt. Danach ist der Punkt wieder offen.
feed-decision = Eine Entscheidung, an dem Tag, an dem sie getroffen wurde.
feed-freeze = An diesen Tagen startet keine Welle.
feed-holiday = Ein freier Tag: kein Arbeitstag, und keine Welle startet.
feed-calendar = Der Rollout-Kalender von { $book }.
feed-calendar-of = { $title }, aus dem Rollout-Kalender von { $book }.

## Tage in Kürze, und wie weit sie entfernt sind

date-short = { $day }. { $month } { $year }
date-short-of-year = { $day }. { $month }
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mär
month-short-4 = Apr
month-short-5 = Mai
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Dez
days-later =
    { $days ->
        [one] { $days } Tag später
       *[other] { $days } Tage später
    }
days-earlier =
    { $days ->
        [one] { $days } Tag früher
       *[other] { $days } Tage früher
    }
as-planned = wie geplant
period = { $from } bis { $to }
period-open = ab { $from }, offen
as-of-day = Stand { $day }
on-as-of = Stichtag
done-on = erledigt { $day }
due-on = fällig am { $day }
overdue = überfällig
expected-on = erwartet { $day }
started-on = begonnen { $day }
value-on = { $value } am { $day }
window-day = Tag { $first }
window-day-on = ab Tag { $first }
window-week = Woche { $first }
window-week-on = ab Woche { $first }
window-month = Monat { $first }
window-month-on = ab Monat { $first }
window-quarter = Quartal { $first }
window-quarter-on = ab Quartal { $first }
window-days = Tage { $first }–{ $last }
window-weeks = Wochen { $first }–{ $last }
window-months = Monate { $first }–{ $last }
window-quarters = Quartale { $first }–{ $last }
window-after = nach { $stage }, { $long }
for-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
for-weeks =
    { $count ->
        [one] { $count } Woche
       *[other] { $count } Wochen
    }
for-months =
    { $count ->
        [one] { $count } Monat
       *[other] { $count } Monate
    }
for-quarters =
    { $count ->
        [one] { $count } Quartal
       *[other] { $count } Quartale
    }
due-at-start = zu Beginn
due-at-end = zum Ende
due-days-before-start =
    { $count ->
        [one] { $count } Tag vor Beginn
       *[other] { $count } Tage vor Beginn
    }
due-days-before-end =
    { $count ->
        [one] { $count } Tag vor Ende
       *[other] { $count } Tage vor Ende
    }
due-days-after-start =
    { $count ->
        [one] { $count } Tag nach Beginn
       *[other] { $count } Tage nach Beginn
    }
due-days-after-end =
    { $count ->
        [one] { $count } Tag nach Ende
       *[other] { $count } Tage nach Ende
    }
due-weeks-before-start =
    { $count ->
        [one] { $count } Woche vor Beginn
       *[other] { $count } Wochen vor Beginn
    }
due-weeks-before-end =
    { $count ->
        [one] { $count } Woche vor Ende
       *[other] { $count } Wochen vor Ende
    }
due-weeks-after-start =
    { $count ->
        [one] { $count } Woche nach Beginn
       *[other] { $count } Wochen nach Beginn
    }
due-weeks-after-end =
    { $count ->
        [one] { $count } Woche nach Ende
       *[other] { $count } Wochen nach Ende
    }

## Zahlen: Fortschritt, Punkte, Personen

decimal-mark = ,
progress-of = Fortschritt von { $what }
points-of =
    { $counted ->
        [one] { $done } von { $counted } Punkt, { $percent } %
       *[other] { $done } von { $counted } Punkten, { $percent } %
    }
no-items = keine Checklistenpunkte
count-items =
    { $count ->
        [one] { $count } Checklistenpunkt
       *[other] { $count } Checklistenpunkte
    }
count-musts =
    { $count ->
        [one] { $count } Muss-Punkt
       *[other] { $count } Muss-Punkte
    }
no-musts = keine Muss-Punkte
musts-of =
    { $total ->
        [one] { $resolved } von { $total } Muss-Punkt
       *[other] { $resolved } von { $total } Muss-Punkten
    }
musts-resolved =
    { $total ->
        [one] { $resolved } von { $total } Muss-Punkt erfüllt
       *[other] { $resolved } von { $total } Muss-Punkten erfüllt
    }
expected-workdays =
    { $total ->
        [one] erwartet { $elapsed } von { $total } Arbeitstag, { $percent } %
       *[other] erwartet { $elapsed } von { $total } Arbeitstagen, { $percent } %
    }
claimed-without-evidence = { $percent } % ohne Nachweis behauptet
points =
    { $count ->
        [one] { $shown } Punkt
       *[other] { $shown } Punkte
    }
not-counted = nicht gezählt
people =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
people-of =
    { $count ->
        [one] { $reached } von { $count } Person
       *[other] { $reached } von { $count } Personen
    }
workdays =
    { $count ->
        [one] { $count } Arbeitstag
       *[other] { $count } Arbeitstage
    }
workdays-until = { $workdays }, bis { $day }
count-more = { $count } weitere
plus-more = + { $count } weitere
all-count = Alle { $count }
more-projects =
    { $count ->
        [one] und { $count } weiteres Projekt
       *[other] und { $count } weitere Projekte
    }

## Arten von Seiten, in Listen von Links

page-kind-home = Startseite
page-kind-section = Abschnitt
page-kind-stage = Phase
page-kind-cause = Ursache
page-kind-practice = Praktik
page-kind-project = Projekt
page-kind-project-stage = Projektphase
page-kind-decision = Entscheidung

## Phasen und Projekte

stage-number = Phase { $number }
stage = Phase
practice = Praktik
decision = Entscheidung
status = Status
checklist = Checkliste
gate = Gate
waves = Wellen
waves-of = Wellen von { $what }
practices = Praktiken
exposures = Gefährdungen
exposed-on-the-way-out = Gefährdungen auf dem Weg hinaus
what-stops-here = Was Projekte hier aufhält
output = Ergebnis
not-in-this-stage = Nicht in dieser Phase
projects-in-this-stage = Projekte in dieser Phase
cohort = Gruppe
weight = Gewicht
planned = Geplant
first-planned = Zuerst geplant
moved-because = Verschoben, weil
gate-review = Gate-Prüfung
playbook = Playbook
notes = Notizen
current-stage = aktuelle Phase
the-path = Der Weg
schedule = Zeitplan
next-gate = Nächstes Gate
coming-up = Demnächst
updates = Meldungen
decisions = Entscheidungen
project-closed = Beendet am { $day }.
closed-on = { $outcome } { $day }
owner = Verantwortlich
sponsor = Sponsor
start = Beginn
tags = Schlagwörter
project-is-not-exposed = Kein Schutzpunkt ist offen: Dieses Projekt ist keiner der Ursachen ausgesetzt.
project-in-the-calendar = Dieses Projekt im Kalender, { $month }
update-differs = Weicht vom berechneten Status ab: { $status }
more-reasons =
    { $count ->
        [one] { $count } weiterer Grund: { $statuses }
       *[other] { $count } weitere Gründe: { $statuses }
    }
to-clear = Abhilfe:
rule-named = Regel { $rule }
page-has-moved = Diese Seite ist umgezogen: { $link }

## Punkte einer Checkliste

item-must = Muss
item-may = Kann
link-to = Link zu { $what }
needs-evidence = braucht einen Nachweis
may-be-not-applicable = darf entfallen
added-by-this-project = von diesem Projekt ergänzt
in-the-playbook = im Playbook
answer = Antwort
reason = Grund
note = Notiz
evidence = Nachweis
depends-on = Hängt ab von
guards-against = Schützt vor
evidence-given = erbracht { $day }
evidence-holds-until = gilt bis { $day }
evidence-does-not-count = zählt nicht
ticked-without-evidence = abgehakt, aber ohne Nachweis
ticked-evidence-void = abgehakt, aber der Nachweis gilt nicht
waived-until = ausgenommen bis { $day }
waived-until-by = ausgenommen bis { $day } durch { $by }
waiver-ended = die Ausnahme endete am { $day }

## Gates und Entscheidungen

gate-decided-by = Entscheidet
gate-review-on = Prüfung am
open-conditions =
    { $count ->
        [one] { $count } offene Auflage
       *[other] { $count } offene Auflagen
    }
conditions = Auflagen
decision-ahead = Datiert nach dem { $today }, noch nicht in Kraft. Bis { $day } ändert sie keinen Status.
decision-ahead-of-page = Datiert nach dem Tag dieser Seite, noch nicht in Kraft. Bis { $day } ändert sie keinen Status.
decision-outcome = Ergebnis
decision-on = Zu
decision-date = Datum
decision-by = Von

## Ursachen und Praktiken

failure-cause = Ursache des Scheiterns
who-is-exposed = Wer ihr jetzt ausgesetzt ist
how-it-shows = Woran es sich zeigt
what-guards = Was davor schützt
practices-that-prevent = Praktiken, die es verhindern
stops-projects-between = Hält Projekte auf zwischen
between = { $from } und { $to }
severity = Schwere
severity-is = Schwere { $severity } von 5
out-of-five = { $number } von 5
more-in-the-matrix = und { $count } weitere in der Matrix
no-open-guard = Kein Projekt hat einen offenen Schutzpunkt.
applies-in = Gilt in
all-stages = allen Phasen
where-it-is-checked = Wo das geprüft wird
what-it-prevents = Was sie verhindert
exposure = Gefährdung
exposure-description = Welches Projekt welcher Ursache ausgesetzt ist, das am stärksten ausgesetzte zuerst.
exposure-score = Wert: Schwere × Anteil offener Schutzpunkte, 0 bis 5
projects-and-causes = Projekte und Ursachen
exposure-table = Projekte und die Ursachen, denen sie ausgesetzt sind
no-project-is-running = Kein Projekt läuft.
no-causes-yet = Es gibt noch keine Ursachen.
more-exposed-projects =
    { $count ->
        [one] { $count } weiteres Projekt
       *[other] { $count } weitere Projekte
    }
critical-because = Kritisch, weil:
guards-open =
    { $guards ->
        [one] { $open } von { $guards } Schutzpunkt offen
       *[other] { $open } von { $guards } Schutzpunkten offen
    }

## Wellen und ihre Kurve

waves-description = Wie viele Nutzende jede Welle erreicht und wann, nach Plan und wirklich, und was jede Welle braucht, damit es weitergeht.
percent-of-users = { $percent } % der Nutzenden
wave-named = Welle { $percent } %
wave-in-a-row = Welle { $percent } %
wave-now = Jetzt: { $wave }
wave-next = Als Nächstes: { $wave }
needed-to-start = Nötig zum Start
needed-to-go-on = Nötig zum Weitergehen
curve-link = Die Kurve, die Messungen und was jede Welle braucht
waves-in-full = Die Kurve, die Leitplanken und jede Welle im Einzelnen
bake-note = Beobachtungszeit: die Arbeitstage, die eine Welle läuft, bevor sie beurteilt wird, gezählt ab dem Tag ihres Starts.
bake-for =
    { $count ->
        [one] Beobachtungszeit { $count } Arbeitstag
       *[other] Beobachtungszeit { $count } Arbeitstage
    }
bake = Beobachtungszeit
bake-until = Beobachtung bis
way-back = Rückweg: { $link }
started = Begonnen
forecast-day = Prognose
people-label = Personen
new-people = ({ $count } neu)
really-reached = Wirklich erreicht
guardrails = Leitplanken
count-guardrails =
    { $count ->
        [one] { $count } Leitplanke
       *[other] { $count } Leitplanken
    }
guardrail-target = Ziel { $target }
warns-from-up = warnt ab { $bound } aufwärts
warns-above = warnt über { $bound }
warns-from-down = warnt ab { $bound } abwärts
warns-below = warnt unter { $bound }
samples-of =
    { $count ->
        [one] { $samples } von mindestens { $count } Messung
       *[other] { $samples } von mindestens { $count } Messungen
    }
samples-from =
    { $count ->
        [one] ab { $count } Messung
       *[other] ab { $count } Messungen
    }
measurements =
    { $count ->
        [one] { $count } Messung
       *[other] { $count } Messungen
    }
measurements-of =
    { $count ->
        [one] { $taken } von { $count } Messung
       *[other] { $taken } von { $count } Messungen
    }
reached = Erreicht
nobody-yet = noch niemand
nobody-yet-of = noch niemand, von { $people }
the-curve = Die Kurve
the-curve-of = { $stage }: die Kurve
wave-by-wave = Welle für Welle
wave-by-wave-of = { $stage }: Welle für Welle
no-wave-was-started = Keine Welle wurde begonnen.
no-wave-has-a-date = Noch keine Welle hat einen Termin.
curve-title = Anteil der erreichten Nutzenden, { $from } bis { $to }
curve-reached = { $percent } % der Nutzenden sind am { $day } erreicht.
curve-nobody = Am { $day } ist noch niemand erreicht.
curve-wave-started =
    { $planned ->
        [none] Welle { $percent } % hatte keinen geplanten Tag und begann am { $day }: { $state }.
       *[other] Welle { $percent } % war für den { $planned } geplant und begann am { $day }: { $state }.
    }
curve-wave-expected =
    { $planned ->
        [none] Welle { $percent } % hat keinen geplanten Tag und wird am { $day } erwartet.
       *[other] Welle { $percent } % war für den { $planned } geplant und wird am { $day } erwartet.
    }
curve-wave-unscheduled =
    { $planned ->
        [none] Welle { $percent } % hat keinen geplanten Tag und keinen Termin.
       *[other] Welle { $percent } % war für den { $planned } geplant und hat keinen Termin.
    }
curve-people = Personen
curve-step = { $percent } % erreicht seit { $day }
curve-step-people = { $percent } %, { $people }, erreicht seit { $day }
curve-step-to-come = { $percent } % erwartet ab { $day }
curve-step-to-come-people = { $percent } %, { $people }, erwartet ab { $day }
curve-decided = Welle { $percent } %: { $outcome } am { $day }
chart-key = Legende
curve-key-planned = geplant
curve-key-reached = wirklich erreicht
curve-key-held = angehalten
curve-key-forecast = erwartet, kann sich verschieben
curve-key-freeze = Sperrzeit
curve-key-decided = entschieden: { $outcome }
curve-as-table = Die Kurve als Tabelle
wave = Welle
state = Stand

## Diagramm der Zeitfenster, Gates und Wellen

chart-range = Vom { $from } bis { $to }, in der Reihenfolge, in der etwas zu entscheiden ist.
chart-of-projects = Zeitfenster, Gates und Wellen der Projekte
chart-of-project = Zeitfenster, Gates und Wellen von { $project }, in Worten unter dem Diagramm
chart-of-stages = Phasen und Wellen im Lauf der Zeit
chart-time = Zeit
chart-without-closed = Beendete Projekte stehen nicht im Diagramm: { $projects }.
in-the-list-of-projects = { $count } in der Liste der Projekte
chart-overdue = Überfällig
chart-within-two-weeks = In zwei Wochen
chart-within-eight-weeks = In acht Wochen
chart-later = Später
chart-unscheduled = Ohne Termine
chart-group =
    { $all ->
        [one] { $name }, { $all } Projekt
       *[other] { $name }, { $all } Projekte
    }
chart-part = { $name }, { $from } bis { $to } von { $all }
gate-named = Gate { $stage }
wave-decision = Entscheidung zu Welle { $percent } %
decided-on = { $outcome } am { $day }
review-on-day = Prüfung am { $day }
review-day = Prüfung { $day }
chart-gate-of = Gate von { $stage }: { $what }
chart-gate = Gate: { $what }
chart-moved = gegenüber dem ersten Plan { $slip }
chart-first-record = erster Eintrag { $day }
chart-wave-unscheduled = Welle { $percent } % ohne Termin
chart-wave-started = Welle { $percent } % begonnen { $day }, { $state }
chart-wave-started-moved = Welle { $percent } % begonnen { $day }, { $shift } als geplant, { $state }
chart-wave-expected = Welle { $percent } % erwartet { $day }
chart-wave-expected-moved = Welle { $percent } % erwartet { $day }, { $shift } als geplant
chart-waves-of = Wellen von { $stage }: { $what }
chart-overlap = { $first } und { $second } überschneiden sich
chart-overlap-days =
    { $days ->
        [one] { $first } und { $second } überschneiden sich { $days } Tag
       *[other] { $first } und { $second } überschneiden sich { $days } Tage
    }
chart-from = { $what } ab { $day }
chart-to = { $what } bis { $day }
chart-before = Vor dem Diagramm: { $what }
chart-after = Nach dem Diagramm: { $what }
as-of-before-chart = { $day } liegt vor dem ersten gezeichneten Tag
as-of-after-chart = { $day } liegt nach dem letzten gezeichneten Tag
chart-is-cut = Nur die Zeit um den Stichtag ist gezeichnet; ein Pfeil am Rand sagt, dass es mehr gibt
slip-starts = beginnt { $shift }
slip-ends = endet { $shift }
slip-now-ends = hat jetzt ein Ende
slip-now-open = ist jetzt offen
now-moved = jetzt { $slip }
chart-record = Erster Eintrag { $day }
chart-record-passed = Erster Eintrag { $day }, bestanden { $passed }
chart-baseline = Erster Plan { $period }
chart-baseline-moved = Erster Plan { $period }; jetzt { $slip }
chart-key-window = Zeitfenster nach jetzigem Plan, Farbe nach Status
chart-key-not-started = Zeitfenster nicht begonnen
chart-key-open = Zeitfenster ohne Ende
chart-key-baseline = erster Plan, bevor das Projekt ihn verschob
chart-key-actual = wirklich in Arbeit: vom ersten Eintrag bis zur Freigabe oder bis jetzt
chart-key-overlap = Phasen überschneiden sich
chart-key-gate = Gate-Prüfung
chart-key-overdue = Gate-Prüfung überfällig
chart-key-passed = Gate bestanden
chart-key-refused = Gate: Halt oder Abbruch
chart-key-wave = Welle, so hoch wie ihr Anteil; gefüllt, sobald begonnen
chart-key-planned = Welle war hier geplant
chart-key-freeze = Sperrzeit
chart-key-holiday = freier Tag
chart-key-outside = mehr außerhalb des Diagramms
go-to-day = zum { $day }
holiday = Freier Tag
holidays-are = Freie Tage: { $days }
chart-in-words = Das Diagramm in Worten
dates-of-stages = Termine der Phasen
dates-of-waves = Termine der Wellen von { $stage }
baseline = Erster Plan
began = Begonnen
passed = Bestanden
expected = Erwartet
unchanged = unverändert

## Kalender

calendar = Kalender
calendar-description = Zeitfenster, Gates und Wellen jedes Projekts, und was als Nächstes kommt.
months = Monate
all-months = Alle Monate
month-description = Was im { $month } an jedem Tag geschieht.
nothing-is-scheduled = Noch ist nichts geplant.
entries =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
entries-and-under-way = { $entries }; { $count } laufend von vorher
later-entries =
    { $count ->
        [one] { $count } späterer Eintrag: { $link }
       *[other] { $count } spätere Einträge: { $link }
    }
see-the-months = siehe die Monate
month-undrawn = Kein Platz für Balken: { $what }. Sie stehen an den Tagen, an denen sie beginnen und enden.
month-crowded = In diesem Monat geschieht mehr, als auf eine Seite passt. Jeder Tag zeigt die ersten Einträge jeder Art; die Seite des Tages hat alle.
week-numbers = Wochennummern nach ISO 8601, jeweils die des Donnerstags der Zeile.
month-as-list = Der Monat als Liste
under-way = Laufend von vorher
under-way-only = laufend von vorher
day-by-day = Tag für Tag
month-day-by-day = { $month }, Tag für Tag
week = Woche
week-short = KW
as-of-short = Stand
until = { $what }, bis { $day }
continued = Fortsetzung
still-open = noch offen
still-open-from-before = Noch offen von vorher
open-end = offenes Ende
forecast = Prognose
waiting-gates = Gates ohne Entscheidung
waiting-waves = Wellen, die auf ihren Start oder eine Entscheidung warten
waiting-windows = Zeitfenster, die vorbei sind
waiting-dues = Verstrichene Fälligkeiten
event-kind-freeze = Sperrzeit
event-kind-holiday = freier Tag
event-kind-window = Zeitfenster
event-kind-gate = Gate
event-kind-wave = Welle
event-kind-due = fällig
event-kind-expiry = Ablauf
event-kind-decision = Entscheidung
event-count-freeze =
    { $count ->
        [one] { $count } Sperrzeit
       *[other] { $count } Sperrzeiten
    }
event-count-holiday =
    { $count ->
        [one] { $count } freier Tag
       *[other] { $count } freie Tage
    }
event-count-window =
    { $count ->
        [one] { $count } Zeitfenster
       *[other] { $count } Zeitfenster
    }
event-count-gate =
    { $count ->
        [one] { $count } Gate-Prüfung
       *[other] { $count } Gate-Prüfungen
    }
event-count-wave =
    { $count ->
        [one] { $count } Welle
       *[other] { $count } Wellen
    }
event-count-due =
    { $count ->
        [one] { $count } Fälligkeit
       *[other] { $count } Fälligkeiten
    }
event-count-expiry =
    { $count ->
        [one] { $count } Ablaufdatum
       *[other] { $count } Ablaufdaten
    }
event-count-decision =
    { $count ->
        [one] { $count } Entscheidung
       *[other] { $count } Entscheidungen
    }
month-key-off = arbeitsfrei: Wochenende oder freier Tag
month-key-freeze = Sperrzeit: keine Welle beginnt
month-key-begin = beginnt, geht in der nächsten Woche oder im nächsten Monat weiter
month-key-end = läuft von vorher weiter, endet
month-key-forecast = Prognose, kann sich verschieben

## Filter des Kalenders: # ist die Zahl der gezeigten Einträge, ## die aller

filter-label = Filtern, was geschieht
filter-kind = Art
find-a-project = Projekt suchen
find-an-owner = Verantwortliche suchen
filter-all = Gezeigte Einträge: alle ##
filter-some = Gezeigte Einträge: # von ##
filter-none-ahead = In den nächsten Wochen passt nichts zum Filter; spätere Monate können mehr haben. Gezeigte Einträge: 0 von ##
filter-charted = Gewählte Projekte stehen im Diagramm; in den nächsten Wochen passt nichts zum Filter, spätere Monate können mehr haben. Gezeigte Einträge: 0 von ##
filter-none-in-month = In diesem Monat passt nichts zum Filter. Gezeigte Einträge: 0 von ##
filter-none-on-page = Auf dieser Seite passt nichts zum Filter. Gezeigte Einträge: 0 von ##
filter-partial = Die Filter gelten nur für diese Seite, und sie zeigt nicht alles.
clear-the-filter = Filter aufheben

## Kalender zum Abonnieren

subscribe = Abonnieren
subscribe-short = abonnieren
subscribe-to = { $feed } abonnieren
feed-note = Zum Abonnieren dem eigenen Kalender die Adresse einer Datei geben. Er fragt dann nach eigenem Takt nach, Google Kalender oft nur einmal am Tag und Outlook alle paar Stunden; eine Änderung zeigt sich dort also später.
feed-of-page = Kalender: { $file }. Abonnierte Kalender fragen nach eigenem Takt nach, manche nur einmal am Tag.
feed-of-page-subscribe = Kalender: { $file }, { $subscribe }. Abonnierte Kalender fragen nach eigenem Takt nach, manche nur einmal am Tag.
everything-in-one = Alles in einem: { $feed }
by-kind = Nach Art
by-project = Nach Projekt
by-owner = Nach Verantwortlichen
all-feeds = Alle { $count } Kalender nach Verantwortlichen und Projekten

## Search

search = Suche
search-for = Suchen nach
search-all = alle
search-results = Treffer: { $count }
search-nothing = Nichts gefunden für „{ $query }“
search-failed = Der Suchindex konnte nicht geladen werden.
search-by-kind = Art
search-by-stage = Phase
search-by-status = Status
search-by-owner = Verantwortlich
search-kind-home = Startseite
search-kind-section = Übersicht
search-kind-stage = Phase
search-kind-cause = Ursache
search-kind-practice = Praktik
search-kind-portfolio = Projekte
search-kind-project = Projekt
search-kind-project-stage = Phase eines Projekts
search-kind-waves = Wellen
search-kind-decision = Entscheidung
search-kind-calendar = Kalender
search-kind-month = Monat
search-kind-matrix = Gefährdung
search-kind-page = Seite
a-z-title = Alle Seiten und Überschriften
a-z-letters = Buchstaben
not-found-title = Seite nicht gefunden
not-found-why = Unter dieser Adresse gibt es keine Seite. Vielleicht wurde sie verschoben, oder der Link hierher ist falsch geschrieben. Bitte suchen, oder hier beginnen:

## Drucken: das Steuerungsblatt eines Projekts und das Handbuch auf einer Seite

print-all = Handbuch drucken
print-sheet = Steuerungsblatt
print-sheet-of = Steuerungsblatt für { $project }
print-no-reason = Kein Grund zur Sorge.
print-before = { $count } davor.
print-after = { $count } danach.
print-no-gate = Kein Gate steht an.
print-none-open = Alle Muss-Punkte sind erfüllt.
print-asked = Erbetene Entscheidungen
print-none-asked = Zurzeit keine.
print-gate-waits = Das Gate „{ $stage }“ wartet auf eine Entscheidung
print-condition = Auflage einer Entscheidung: { $text }
print-exposures = Größte Gefährdungen
print-none-exposed = Kein Schutzpunkt ist offen.
print-cause = Ursache
print-closes-with = Was sie beheben würde
print-reach = Nutzende
print-starts = Beginn oder Prognose
print-updates = Letzte Meldungen
print-no-updates = Bisher keine.
print-handbook = Das ganze Handbuch
print-part = { $title }, Teil { $n }
print-continued = { $title }, Fortsetzung
print-introduction = Einführung
print-contents = Inhalt
print-parts = Teile
print-too-long = Das Handbuch ist zu lang für eine Datei. Jeder Teil lässt sich einzeln drucken.
print-window = Zeitfenster

## Lesen: was neben dem Text des Autors steht

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
task-done = Erledigt: { $text }
task-open = Offen: { $text }
table = Tabelle
footnotes = Fußnoten
footnote-back = Zurück zum Text
footnote-back-to = Zurück zu Verweis { $number } im Text
last-updated = Zuletzt geändert am { $day }
report-a-problem = Problem melden
report-subject = Problem auf der Seite „{ $title }“
report-text = Seite: { $page }
copy-code = Kopieren
code-copied = Kopiert
code-not-copied = Kopieren nicht möglich
