### Słowa strony po polsku. Jakie są i co w nich stoi, określa `en.ftl`.

## Dni

date = { $day } { $month } { $year }
date-of-year = { $day } { $month }
month-of-year = { $month } { $year }
today = dzisiaj
in-days =
    { $days ->
        [one] jutro
       *[other] za { $days } dni
    }
days-ago =
    { $days ->
        [one] wczoraj
       *[other] { $days } dni temu
    }
month-1 = styczeń
month-2 = luty
month-3 = marzec
month-4 = kwiecień
month-5 = maj
month-6 = czerwiec
month-7 = lipiec
month-8 = sierpień
month-9 = wrzesień
month-10 = październik
month-11 = listopad
month-12 = grudzień
month-of-date-1 = stycznia
month-of-date-2 = lutego
month-of-date-3 = marca
month-of-date-4 = kwietnia
month-of-date-5 = maja
month-of-date-6 = czerwca
month-of-date-7 = lipca
month-of-date-8 = sierpnia
month-of-date-9 = września
month-of-date-10 = października
month-of-date-11 = listopada
month-of-date-12 = grudnia
weekday-1 = poniedziałek
weekday-2 = wtorek
weekday-3 = środa
weekday-4 = czwartek
weekday-5 = piątek
weekday-6 = sobota
weekday-7 = niedziela

## Ramka: to, co otacza każdą stronę

skip-to-content = Przejdź do treści
site-navigation = Strona
menu = Menu
overview = Przegląd
and-more = i jeszcze { $count }
breadcrumb = Ścieżka
on-this-page = Na tej stronie
link-to-section = Odnośnik do tej sekcji
linked-from = Odnośniki tutaj
previous-and-next = Poprzednia i następna strona
previous = Poprzednia
next = Następna
as-of = Postęp i terminy, stan na { $day }
edit-this-page = Edytuj tę stronę

## Status i powody

status-killed = przerwany
status-blocked = zablokowany
status-late = opóźniony
status-at-risk = zagrożony
status-on-track = zgodnie z planem
status-not-started = nierozpoczęty
status-complete = zakończony
rag-red = czerwony
rag-amber = żółty
rag-green = zielony
rag-grey = szary
outcome-go = zgoda
outcome-conditional-go = zgoda warunkowa
outcome-hold = wstrzymanie
outcome-kill = przerwanie
outcome-continue = kontynuacja
outcome-rollback = wycofanie
outcome-scaled = wdrożony
outcome-stopped = zatrzymany
level-none = brak
level-latent = utajone
level-exposed = obecne
level-critical = krytyczne
verdict-pass = spełniony
verdict-warn = ostrzeżenie
verdict-fail = przekroczony
verdict-inconclusive = nierozstrzygnięty
wave-planned = zaplanowana
wave-running = w toku
wave-promoted = zatwierdzona
wave-holding = wstrzymana
wave-rolled-back = wycofana
state-todo = do zrobienia
state-doing = w toku
state-done = zrobione
state-blocked = zablokowane
state-na = nie dotyczy
state-waived = odstąpiono
state-claimed = zgłoszone
state-open = otwarte
kind-freeze = Blokady zmian
kind-holiday = Dni wolne
kind-window = Okna czasowe
kind-gate = Przeglądy bramek
kind-wave = Fale
kind-due = Terminy
kind-expiry = Wygaśnięcia
kind-decision = Decyzje
unscheduled = bez terminu
## Sieć

updates-feed = { $book }: decyzje i aktualności
page-has-moved = Ta strona została przeniesiona:

## Strona główna

home-attention = Co wymaga uwagi
home-more-attention = i jeszcze { $count }, które jej wymagają
home-calm = Nic: żaden projekt nie jest przerwany, zablokowany, opóźniony ani zagrożony.
home-path = Ścieżka
home-causes = Co zatrzymuje projekty
home-about = O tym podręczniku
home-completed =
    { $count ->
        [one] zakończone: { $done } z { $count } projektu
        [few] zakończone: { $done } z { $count } projektów
        [many] zakończone: { $done } z { $count } projektów
       *[other] zakończone: { $done } z { $count } projektu
    }
home-completed-label = Projekty, które zakończyły etap { $stage }

## Nawigacja

section-stages = Etapy
section-projects = Projekty
section-causes = Przyczyny
section-practices = Praktyki
section-decisions = Decyzje
section-exposure = Zagrożenie
section-calendar = Kalendarz
section-waves = Fale
section-empty = Nic tu jeszcze nie ma.
no-projects = Nie ma jeszcze projektów.
project = Projekt
project-status = Status
project-stage = Etap
project-next-gate = Następna bramka
project-gate-of = Bramka etapu { $stage }
project-no-gate = brak bramki w planie
project-progress = Postęp
project-all-complete = wszystkie zakończone
project-owner = Odpowiedzialny
project-sponsor = Sponsor
project-start = Początek
project-users = Użytkownicy docelowo
project-tags = Etykiety
project-count =
    { $count ->
        [one] { $count } projekt
        [few] { $count } projekty
        [many] { $count } projektów
       *[other] { $count } projektu
    }
stage-projects-here =
    { $count ->
        [0] brak projektów
        [one] { $count } projekt tutaj
        [few] { $count } projekty tutaj
        [many] { $count } projektów tutaj
       *[other] { $count } projektu tutaj
    }
stage-items =
    { $count ->
        [one] { $count } punkt
        [few] { $count } punkty
        [many] { $count } punktów
       *[other] { $count } punktu
    }
stage-musts =
    { $count ->
        [one] { $count } wymagany
        [few] { $count } wymagane
        [many] { $count } wymaganych
       *[other] { $count } wymaganego
    }
stage-no-items = brak punktów
stage-current = obecny etap
link-copied = Skopiowano odnośnik

## Klawiatura

keys = Skróty klawiszowe
keys-search = Wyszukiwanie
keys-home = Strona główna
keys-help = Ta pomoc
keys-on = Skróty jednoklawiszowe są włączone
close = Zamknij
scheme-auto = Kolory: jak w systemie
scheme-light = Kolory: jasne
scheme-dark = Kolory: ciemne
