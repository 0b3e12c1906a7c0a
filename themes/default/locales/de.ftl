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
reason-complete-items = alle Punkte sind erledigt
reason-complete-over = nichts wird gezählt, und das Zeitfenster ist vorbei
clear-complete = es ist nichts zu tun
reason-must-blocked = „{ $item }“ ist blockiert: { $why }
clear-must-blocked = das Hindernis beseitigen, dann den Stand auf doing oder done setzen
reason-dependency-overdue = „{ $item }“ wartet auf „{ $other }“, überfällig seit dem { $date }
clear-dependency-overdue = zuerst { $id } erledigen
reason-gate-hold = am Gate wurde am { $date } ein Halt beschlossen
clear-gate-hold = eine neue Entscheidung zum Gate festhalten
reason-wave-holding = Welle { $percent } % ist angehalten
reason-wave-rolled-back = Welle { $percent } % ist zurückgenommen
clear-wave-stopped = sobald die Ursache behoben ist, die Fortsetzung beschließen
reason-guardrail = Welle { $percent } %: { $metric } liegt am { $date } bei { $value }, nicht { $bound }
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
reason-wave-overdue = Welle { $percent } % sollte { $away } starten, am { $date }
clear-wave-overdue = starten oder den Start verschieben
reason-reopened = „{ $item }“ aus der abgeschlossenen Phase „{ $stage }“ ist wieder offen
clear-reopened = erneut erfüllen
reason-behind = { $done } von { $counted } { $counted ->
        [one] Punkt
       *[other] Punkten
    } sind erledigt ({ $percent } %), während { $elapsed } von { $total } { $total ->
        [one] Arbeitstag
       *[other] Arbeitstagen
    } vergangen sind ({ $expected } %)
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
clear-expiring-waiver = den Punkt erledigen oder die Ausnahme verlängern lassen
reason-expiring-evidence = der Nachweis für „{ $item }“ läuft { $away } ab, am { $date }
clear-expiring-evidence = den Nachweis erneuern
reason-gate-skipped = diese Phase hat begonnen, aber das Gate von „{ $stage }“ hat keine Freigabe, und sein Zeitfenster endete am { $date }
clear-gate-skipped = über das Gate von „{ $stage }“ entscheiden
reason-exposure = gefährdet durch „{ $cause }“: { $open } von { $guards } { $guards ->
        [one] Absicherung
       *[other] Absicherungen
    } offen; { $because }
clear-exposure = die offenen Absicherungen schließen: { $ids }
reason-wave-undecided = die Beobachtungszeit von Welle { $percent } % endete { $away }, am { $date }: nichts ist entschieden
clear-wave-undecided = über die Welle entscheiden
reason-wave-unmeasured = die Beobachtungszeit von Welle { $percent } % endete { $away }, am { $date }: zu wenige Messungen von { $guardrails }
clear-wave-unmeasured = messen, bis die Leitplanken etwas aussagen, dann über die Welle entscheiden
reason-stale-undated = nichts in dieser Phase trägt ein Datum
clear-stale-undated = eintragen, wann ein Stand erreicht wurde, oder einen Statusbericht schreiben
reason-stale =
    { $workdays ->
        [one] der letzte datierte Eintrag ist vom { $date }, vor dem letzten Arbeitstag
       *[other] der letzte datierte Eintrag ist vom { $date }, vor den letzten { $workdays } Arbeitstagen
    }
clear-stale = einen Statusbericht schreiben oder das Datum des nächsten Stands eintragen
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

because-guard-blocked = die Absicherung „{ $item }“ ist blockiert
because-guard-overdue = die Absicherung „{ $item }“ ist überfällig
because-completed = „{ $stage }“ wurde mit offenen Absicherungen abgeschlossen
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
need-wave-before-planned = zuerst kommt Welle { $percent } %, und sie hat nicht begonnen
need-wave-before-running = zuerst kommt Welle { $percent } %: sie läuft, und nichts ist entschieden
need-stopped-holding = Welle { $percent } % ist angehalten, und nichts nach ihr hat einen Termin, bis sie fortgesetzt wird
need-stopped-rolled-back = Welle { $percent } % ist zurückgenommen, und nichts nach ihr hat einen Termin, bis sie fortgesetzt wird
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
wave-as-planned = wie geplant
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
wave-of = Welle { $percent } % von „{ $stage }“
event-gate = Gate-Prüfung von „{ $stage }“
event-waiver = Ausnahme endet: { $item }
event-evidence = Nachweis läuft ab: { $item }
event-condition = Auflage: { $text }
event-gate-decided = Gate von „{ $stage }“: { $outcome }
event-wave-decided = Welle { $percent } % von „{ $stage }“: { $outcome }
event-holiday = Freier Tag
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
