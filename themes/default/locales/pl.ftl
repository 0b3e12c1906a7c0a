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
linked-from = Odnośniki do tej strony
previous-and-next = Poprzednia i następna strona
previous = Poprzednia
next = Następna
pager-label = Strony listy
pager-range = Od { $from } do { $to } z { $all }
pager-page = Strona { $number }
title-of-page = { $title }, strona { $number }
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
status-count-killed =
    { $count ->
        [one] { $count } przerwany
        [few] { $count } przerwane
        [many] { $count } przerwanych
       *[other] { $count } przerwanego
    }
status-count-blocked =
    { $count ->
        [one] { $count } zablokowany
        [few] { $count } zablokowane
        [many] { $count } zablokowanych
       *[other] { $count } zablokowanego
    }
status-count-late =
    { $count ->
        [one] { $count } opóźniony
        [few] { $count } opóźnione
        [many] { $count } opóźnionych
       *[other] { $count } opóźnionego
    }
status-count-at-risk =
    { $count ->
        [one] { $count } zagrożony
        [few] { $count } zagrożone
        [many] { $count } zagrożonych
       *[other] { $count } zagrożonego
    }
status-count-on-track = { $count } zgodnie z planem
status-count-not-started =
    { $count ->
        [one] { $count } nierozpoczęty
        [few] { $count } nierozpoczęte
        [many] { $count } nierozpoczętych
       *[other] { $count } nierozpoczętego
    }
status-count-complete =
    { $count ->
        [one] { $count } zakończony
        [few] { $count } zakończone
        [many] { $count } zakończonych
       *[other] { $count } zakończonego
    }
status-count-scaled =
    { $count ->
        [one] { $count } wdrożony
        [few] { $count } wdrożone
        [many] { $count } wdrożonych
       *[other] { $count } wdrożonego
    }
status-count-stopped =
    { $count ->
        [one] { $count } zatrzymany
        [few] { $count } zatrzymane
        [many] { $count } zatrzymanych
       *[other] { $count } zatrzymanego
    }
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

updates-feed = { $book }: decyzje i aktualizacje

## Strona główna

home-attention = Co wymaga uwagi
home-more-attention = i jeszcze { $count }, które jej wymagają
home-calm = Nic: żaden projekt nie jest przerwany, zablokowany, opóźniony ani zagrożony.
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
project-no-gate = brak bramki w planie
project-progress = Postęp
project-all-complete = wszystkie zakończone
project-users = Użytkownicy docelowo
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
link-copied = Skopiowano odnośnik

## Klawiatura

keys = Skróty klawiszowe
keys-search = Wyszukiwanie
keys-turn = Następna i poprzednia strona
keys-home = Strona główna
keys-help = Ta pomoc
keys-on = Skróty jednoklawiszowe są włączone
close = Zamknij
scheme-auto = Kolory: jak w systemie
scheme-light = Kolory: jasne
scheme-dark = Kolory: ciemne
one-after-another = { $first }; { $next }
reason-killed = { $date } bramka zdecydowała o przerwaniu
clear-killed = nic: nowa decyzja otworzyłaby etap ponownie
reason-complete-decided =
    { $outcome ->
        [conditional-go] wszystkie wymagane punkty były spełnione, gdy { $date } bramka dała zgodę warunkową
       *[other] wszystkie wymagane punkty były spełnione, gdy { $date } bramka dała zgodę
    }
reason-complete-musts = wszystkie wymagane punkty są spełnione, { $resolved } z { $total }
reason-complete-waves = wszystkie fale są zatwierdzone
reason-complete-items = wszystkie punkty kontrolne są zrobione
reason-complete-over = nic nie jest liczone, a okno czasowe minęło
clear-complete = nic nie trzeba robić
reason-must-blocked = punkt „{ $item }” jest zablokowany: { $why }
clear-must-blocked = usunąć przeszkodę, potem ustawić stan doing lub done
reason-dependency-overdue = punkt „{ $item }” czeka na „{ $other }”, po terminie od { $date }
clear-dependency-overdue = najpierw zrobić { $id }
reason-gate-hold = { $date } bramka zdecydowała o wstrzymaniu
clear-gate-hold = zapisać nową decyzję w sprawie bramki
reason-wave-holding = fala { $percent } % jest wstrzymana
reason-wave-rolled-back = fala { $percent } % jest wycofana
clear-wave-stopped = po usunięciu przyczyny zapisać decyzję o kontynuacji
reason-guardrail = fala { $percent } %: { $metric } wynosi { $value } ({ $date }), a nie { $bound }
clear-guardrail-fail = naprawić i zmierzyć ponownie albo wycofać falę
clear-guardrail-warn = przed następną falą ustalić, skąd ta zmiana
reason-window-over = okno czasowe skończyło się { $date }, { $away }, a etap nie jest zakończony
clear-window-over = zdecydować o bramce albo przesunąć koniec, podając powód
clear-window-over-musts = spełnić wymagane punkty i zdecydować o bramce albo przesunąć koniec, podając powód
reason-must-overdue = termin punktu „{ $item }” minął { $date }, { $away }
clear-must-overdue = zrobić albo ustalić nowy termin
reason-musts-overdue =
    { $count ->
        [one] po ostatnim dniu okna ({ $date }) pozostaje otwarty { $count } wymagany punkt: { $ids }
        [few] po ostatnim dniu okna ({ $date }) pozostają otwarte { $count } wymagane punkty: { $ids }
       *[other] po ostatnim dniu okna ({ $date }) pozostaje otwartych { $count } wymaganych punktów: { $ids }
    }
clear-musts-overdue = zrobić je albo przesunąć koniec etapu, podając powód
reason-condition-overdue = termin warunku „{ $text }” minął { $date }, { $away }
clear-condition-overdue = spełnić i wpisać datę jako `done` w decyzji
reason-wave-overdue = fala { $percent } % miała ruszyć { $date }, { $away }
clear-wave-overdue = uruchomić ją albo przesunąć jej start
reason-reopened = punkt „{ $item }” zakończonego etapu „{ $stage }” jest znowu otwarty
clear-reopened = spełnić go ponownie
reason-behind = zrobiono { $done } z { $counted } { $counted ->
        [one] punktu
       *[other] punktów
    } ({ $percent } %), a minęło { $elapsed } z { $total } { $total ->
        [one] dnia roboczego
       *[other] dni roboczych
    } ({ $expected } %)
clear-behind =
    { $allowed ->
        [one] mieć najwyżej { $allowed } punkt procentowy opóźnienia albo przesunąć okno, podając powód
        [few] mieć najwyżej { $allowed } punkty procentowe opóźnienia albo przesunąć okno, podając powód
       *[other] mieć najwyżej { $allowed } punktów procentowych opóźnienia albo przesunąć okno, podając powód
    }
reason-no-owner = punkt „{ $item }” ma termin { $date } i nie ma osoby odpowiedzialnej
clear-no-owner = wskazać osobę odpowiedzialną
reason-musts-no-owner =
    { $count ->
        [one] z końcem okna, { $date }, mija termin { $count } wymaganego punktu bez osoby odpowiedzialnej: { $ids }
       *[other] z końcem okna, { $date }, mija termin { $count } wymaganych punktów bez osoby odpowiedzialnej: { $ids }
    }
clear-musts-no-owner = wskazać osoby odpowiedzialne
reason-expiring-waiver = odstępstwo dla punktu „{ $item }” kończy się { $date }, { $away }
clear-expiring-waiver = zrobić punkt albo uzyskać przedłużenie odstępstwa
reason-expiring-evidence = dowód dla punktu „{ $item }” traci ważność { $date }, { $away }
clear-expiring-evidence = odnowić dowód
reason-gate-skipped = ten etap się zaczął, ale bramka etapu „{ $stage }” nie ma zgody, a jego okno skończyło się { $date }
clear-gate-skipped = zdecydować o bramce etapu „{ $stage }”
reason-exposure = zagrożenie „{ $cause }”: otwarte zabezpieczenia: { $open } z { $guards }; { $because }
clear-exposure = zamknąć otwarte zabezpieczenia: { $ids }
reason-wave-undecided = czas obserwacji fali { $percent } % skończył się { $date }, { $away }: nic nie zdecydowano
clear-wave-undecided = zdecydować o fali
reason-wave-unmeasured = czas obserwacji fali { $percent } % skończył się { $date }, { $away }: za mało pomiarów { $guardrails }
clear-wave-unmeasured = mierzyć, aż progi bezpieczeństwa coś pokażą, potem zdecydować o fali
reason-stale-undated = nic w tym etapie nie ma daty
clear-stale-undated = wpisać, kiedy osiągnięto stan, albo dodać aktualizację
reason-stale =
    { $workdays ->
        [one] ostatni wpis z datą jest z { $date }, sprzed ostatniego dnia roboczego
       *[other] ostatni wpis z datą jest z { $date }, sprzed ostatnich { $workdays } dni roboczych
    }
clear-stale = dodać aktualizację albo wpisać datę następnego stanu
reason-gate-open = wszystko jest zrobione, a bramka czeka na decyzję
reason-gate-open-musts = wszystkie wymagane punkty są spełnione, { $total } z { $total }, a bramka czeka na decyzję
clear-gate-open = zdecydować o bramce
status-for-reasons =
    { $reasons ->
        [one] { $status }, z { $reasons } powodu
       *[other] { $status }, z { $reasons } powodów
    }
status-and-others =
    { $others ->
        [one] { $status }; ponadto { $others } powód
        [few] { $status }; ponadto { $others } powody
       *[other] { $status }; ponadto { $others } powodów
    }
status-for-reasons-and-others =
    { $reasons ->
        [one] { $status }, z { $reasons } powodu; ponadto { $others }
       *[other] { $status }, z { $reasons } powodów; ponadto { $others }
    }
accepted-by = akceptuje { $by }, do { $date }

## Zagrożenie

because-guard-blocked = zabezpieczenie „{ $item }” jest zablokowane
because-guard-overdue = zabezpieczenie „{ $item }” jest po terminie
because-completed = etap „{ $stage }” zakończono z otwartymi zabezpieczeniami
because-walked-past = etap „{ $stage }” minął i został pominięty
because-over = etap „{ $stage }” minął
because-ends-soon =
    { $days ->
        [one] etap „{ $stage }” kończy się w ciągu { $days } dnia
       *[other] etap „{ $stage }” kończy się w ciągu { $days } dni
    }

## Czego potrzebuje fala

need-gate = bramka etapu „{ $stage }” nie ma jeszcze zgody
need-gates = bramki etapów { $most } i { $last } nie mają jeszcze zgody
need-wave-before-planned = najpierw fala { $percent } %, a jeszcze nie ruszyła
need-wave-before-running = najpierw fala { $percent } %: trwa, i nic nie zdecydowano
need-stopped-holding = fala { $percent } % jest wstrzymana i nic po niej nie ma terminu, dopóki nie ruszy dalej
need-stopped-rolled-back = fala { $percent } % jest wycofana i nic po niej nie ma terminu, dopóki nie ruszy dalej
need-start-overdue = miała ruszyć { $date }, { $away }
need-start-overdue-earliest = miała ruszyć { $date }, { $away }; najwcześniej może ruszyć { $first }
need-start =
    { $limit ->
        [calendar] według kalendarza może ruszyć { $date }, { $away }
       *[other] może ruszyć { $date }, { $away }
    }
need-start-planned =
    { $limit ->
        [calendar] według kalendarza może ruszyć { $date }, { $away } (plan: { $planned })
       *[other] może ruszyć { $date }, { $away } (plan: { $planned })
    }
need-start-today =
    { $limit ->
        [calendar] według kalendarza może ruszyć dzisiaj
       *[other] może ruszyć dzisiaj
    }
need-start-today-planned =
    { $limit ->
        [calendar] według kalendarza może ruszyć dzisiaj (plan: { $planned })
       *[other] może ruszyć dzisiaj (plan: { $planned })
    }
need-unscheduled = nic nie mówi, kiedy ruszy: jej etap nie ma dat albo kalendarz nie ma dla niej dnia
need-bake =
    { $workdays ->
        [one] czas obserwacji trwa do { $date }, jeszcze { $workdays } dzień roboczy
        [few] czas obserwacji trwa do { $date }, jeszcze { $workdays } dni robocze
        [many] czas obserwacji trwa do { $date }, jeszcze { $workdays } dni roboczych
       *[other] czas obserwacji trwa do { $date }, jeszcze { $workdays } dnia roboczego
    }
need-bake-today = czas obserwacji kończy się dzisiaj
need-guardrail-fail = { $metric } wynosi { $value } ({ $date }), a nie { $bound }
need-guardrail-warn = { $metric } wynosi { $value } ({ $date }), a nie { $bound }: w granicach celu, ale za progiem ostrzegawczym
need-guardrail-unmeasured =
    { $least ->
        [one] nie zmierzono: { $metric }
        [few] nie zmierzono: { $metric }; potrzebne są { $least } pomiary
       *[other] nie zmierzono: { $metric }; potrzeba { $least } pomiarów
    }
need-guardrail-too-few =
    { $least ->
        [one] { $metric }: { $samples } z { $least } pomiaru
       *[other] { $metric }: { $samples } z { $least } pomiarów
    }
need-condition = warunek „{ $text }” jest otwarty
need-condition-due = warunek „{ $text }” jest otwarty, termin { $date }
need-decision = po czasie obserwacji decyzja: kontynuacja, wstrzymanie lub wycofanie
need-decision-overdue = nic nie zdecydowano, a czas obserwacji skończył się { $date }, { $away }
need-decision-holding = jest wstrzymana od { $date }: potrzebna nowa decyzja o kontynuacji lub wycofaniu
need-decision-anew = została wycofana { $date } i ruszyła ponownie { $started }: gdy się utrzyma, decyzja o kontynuacji
need-decision-rolled-back = została wycofana { $date }: naprawić, uruchomić ponownie, potem zdecydować na nowo

## Dlaczego ta data

date-window = okno `{ $window }`
date-window-fixed = okno `{ $window }`, te same dni w każdym projekcie
date-counted = okno `{ $window }`, liczone od startu { $whose ->
        [project] projektu
       *[other] książki
    }, { $start }
date-counted-four-week = okno `{ $window }`, liczone od startu { $whose ->
        [project] projektu
       *[other] książki
    }, { $start }, w miesiącach po 28 dni
date-counted-clamped = okno `{ $window }`, liczone od startu { $whose ->
        [project] projektu
       *[other] książki
    }, { $start }; { $month } nie ma dnia { $day }
date-after = okno `{ $window }`: etap „{ $stage }” kończy się { $date }
date-counted-after = okno `{ $window }`, liczone od { $date }
date-set = ustalone przez projekt
date-set-reason = ustalone przez projekt: „{ $reason }”
date-clipped = przycięte: etap zaczyna się, gdy skończy się „{ $stage }”, { $date }
date-moved-later =
    { $days ->
        [one] przesunięte o { $days } dzień później razem z końcem etapu „{ $stage }”
       *[other] przesunięte o { $days } dni później razem z końcem etapu „{ $stage }”
    }
date-moved-earlier =
    { $days ->
        [one] przesunięte o { $days } dzień wcześniej razem z końcem etapu „{ $stage }”
       *[other] przesunięte o { $days } dni wcześniej razem z końcem etapu „{ $stage }”
    }
date-moved-end-set = ten koniec projekt ustalił na { $date }
date-moved-end-set-reason = ten koniec projekt ustalił na { $date }: „{ $reason }”
date-moved-end-since = ten koniec wypada { $date }, odkąd projekt przesunął start
date-moved-end-since-reason = ten koniec wypada { $date }, odkąd projekt przesunął start: „{ $reason }”
date-moved-start-from = według okna `{ $window }` start byłby { $date }
date-moved-end-from = według okna `{ $window }` koniec byłby { $date }
date-kept-length =
    { $days ->
        [one] projekt przesunął start, a długość pozostaje { $days } dzień
       *[other] projekt przesunął start, a długość pozostaje { $days } dni
    }
open-kept-length = otwarte: projekt przesunął start, a długość nie jest znana
open-window = otwarte: okno `{ $window }` nie ma końca
open-stage = otwarte: etap nie ma końca
unscheduled-no-window = bez terminu: etap nie ma okna
unscheduled-no-start = bez terminu: okno `{ $window }` jest liczone od startu projektu, a nie ma go ani projekt, ani książka
unscheduled-unknown-stage = bez terminu: nie ma etapu `{ $id }`, po którym miałby nastąpić
unscheduled-ring = bez terminu: okna czekają na siebie nawzajem, { $ring }
unscheduled-after-open = bez terminu: następuje po etapie „{ $stage }”, który nie ma końca
unscheduled-after-unscheduled = bez terminu: następuje po etapie „{ $stage }”, który nie ma terminu
unscheduled-backwards = bez terminu: skończyłby się { $end }, zanim się zacznie { $start }
unscheduled-clipped-away = bez terminu: nakładanie się jest przycinane, a etap mija, zanim skończy się „{ $stage }”
unscheduled-behind-open = bez terminu: nakładanie się jest przycinane, a etap „{ $stage }” nie ma końca
unscheduled-out-of-calendar = bez terminu: wyszedłby poza kalendarz, który kończy się rokiem 9999
unscheduled-review-open = bez terminu: okno nie ma końca
unscheduled-review-no-workday = bez terminu: okno nie ma dnia roboczego
review-last-day = ostatni dzień okna, roboczy
review-last-workday = ostatni dzień roboczy okna: { $skipped }
overlap-days =
    { $days ->
        [one] nakłada się na etap „{ $stage }” przez { $days } dzień, { $policy ->
        [warn] przed czym książka ostrzega
        [deny] czego książka zabrania
       *[other] co jest dozwolone
    }
       *[other] nakłada się na etap „{ $stage }” przez { $days } dni, { $policy ->
        [warn] przed czym książka ostrzega
        [deny] czego książka zabrania
       *[other] co jest dozwolone
    }
    }
overlap-open = nakłada się odtąd na etap „{ $stage }”, bo oba są otwarte; { $policy ->
        [warn] książka przed tym ostrzega
        [deny] książka tego zabrania
       *[other] jest to dozwolone
    }
gap =
    { $days ->
        [one] { $days } dzień między „{ $before }” a „{ $stage }” nie należy do żadnego etapu
        [few] { $days } dni między „{ $before }” a „{ $stage }” nie należą do żadnego etapu
       *[other] { $days } dni między „{ $before }” a „{ $stage }” nie należy do żadnego etapu
    }
skipped-weekday = { $date } to { $weekday }
skipped-weekdays =
    { $days ->
        [2] { $first } i { $last } to dni wolne od pracy
       *[other] od { $first } do { $last } są dni wolne od pracy
    }
skipped-holiday =
    { $days ->
        [1] { $first } to dzień wolny
        [2] { $first } i { $last } to dni wolne
       *[other] od { $first } do { $last } są dni wolne
    }
skipped-named-holiday =
    { $days ->
        [1] { $first } to dzień wolny: { $name }
        [2] { $first } i { $last } to dni wolne: { $name }
       *[other] od { $first } do { $last } są dni wolne: { $name }
    }
skipped-freeze = blokada zmian trwa do { $last }
skipped-named-freeze = blokada zmian „{ $reason }” trwa do { $last }
skipped-avoided = { $date } to { $weekday }, którego się unika
skipped-avoided-days =
    { $days ->
        [2] { $first } i { $last } to dni tygodnia, których się unika
       *[other] od { $first } do { $last } są dni tygodnia, których się unika
    }
skipped-rest = i tak dalej do { $date }
wave-started-on = ruszyła { $date }
wave-by-stage = etap „{ $stage }” zaczyna się tego dnia
wave-by-stage-after = pierwszy dozwolony dzień od { $from }, kiedy zaczyna się „{ $stage }”: { $skipped }
wave-own-after = pierwszy dozwolony dzień od { $from }, ustalonego przez projekt: { $skipped }
wave-not-before-today = nie ruszyła i nie może przed dniem dzisiejszym
wave-not-before-today-after = nie ruszyła; pierwszy dozwolony dzień od { $from }: { $skipped }
wave-by-bake =
    { $bake ->
        [one] dzień po czasie obserwacji `{ $wave }` ({ $bake } dzień roboczy)
       *[other] dzień po czasie obserwacji `{ $wave }` ({ $bake } dni roboczych)
    }
wave-by-bake-after =
    { $bake ->
        [one] czas obserwacji `{ $wave }` ({ $bake } dzień roboczy) kończy się { $date }; pierwszy dozwolony dzień po nim: { $skipped }
       *[other] czas obserwacji `{ $wave }` ({ $bake } dni roboczych) kończy się { $date }; pierwszy dozwolony dzień po nim: { $skipped }
    }
wave-passed-over = projekt ustalił { $date }, czyli wcześniej
unscheduled-wave-no-start = bez terminu: etap „{ $stage }” nie ma startu
unscheduled-wave-no-day = bez terminu: przez dziesięć lat od { $date } nie ma dnia, w którym może ruszyć i być obserwowana
unscheduled-wave-holding = bez terminu: `{ $wave }` jest wstrzymana od { $date }
unscheduled-wave-rolled-back = bez terminu: `{ $wave }` jest wycofana od { $date }
unscheduled-killed = bez terminu: projekt zakończono na bramce etapu „{ $stage }” { $date }
unscheduled-closed = bez terminu: projekt jest zamknięty od { $date }

## Wydarzenia

gate-of = Bramka etapu „{ $stage }”
wave-of = Fala { $percent } % etapu „{ $stage }”
event-gate = Przegląd bramki etapu „{ $stage }”
event-waiver = Koniec odstępstwa: { $item }
event-evidence = Dowód traci ważność: { $item }
event-condition = Warunek: { $text }
event-gate-decided = Bramka etapu „{ $stage }”: { $outcome }
event-wave-decided = Fala { $percent } % etapu „{ $stage }”: { $outcome }
freeze = Blokada zmian
freeze-because = Blokada zmian: { $reason }
moment-begins = { $event }: początek
moment-ends = { $event }: koniec
moment-wave-starts = { $event }: start
moment-wave-started = { $event }: ruszyła
moment-bake-ends = { $event }: koniec czasu obserwacji
moment-last-day = { $event }, ostatni dzień
waiting-no-decision = { $event }: po czasie obserwacji, bez decyzji
waiting-to-end = { $event }: koniec był w planie
waiting-to-start = { $event } miała ruszyć
feed-summary-open = { $event } (bez daty końca)
feed-project = Projekt: { $project }
feed-stage = Etap: { $stage }
feed-owner = Odpowiada: { $owners }
feed-deciders = Decyduje: { $owners }
feed-decided-by = Decyzję podjęli: { $owners }
feed-window-open = Tego dnia zaczyna się okno etapu. Jest otwarte: nie zaplanowano ostatniego dnia.
feed-window = Okno etapu, od pierwszego do ostatniego dnia.
feed-gate = Przegląd bramki, w ostatnim dniu roboczym okna etapu. Czeka na decyzję.
feed-wave-forecast = Prognoza fali, od startu do ostatniego dnia czasu obserwacji. Przesuwa się, gdy wcześniejsza fala rusza lub kończy się innego dnia i gdy ta nie ruszy na czas.
feed-wave = Fala, która ruszyła, do ostatniego dnia czasu obserwacji.
feed-due-condition = Ostatni dzień na spełnienie warunku decyzji. Jest otwarty.
feed-due = Ostatni dzień na punkt listy kontrolnej. Jest otwarty.
feed-expiry = Ostatni dzień ważności. Potem punkt jest znowu otwarty.
feed-decision = Decyzja, w dniu jej podjęcia.
feed-freeze = W te dni nie rusza żadna fala.
feed-holiday = Dzień wolny: nie jest roboczy i nie rusza żadna fala.
feed-calendar = Kalendarz wdrożenia: { $book }.
feed-calendar-of = { $title }, z kalendarza wdrożenia: { $book }.

## Dni w skrócie i jak daleko są

date-short = { $day } { $month } { $year }
date-short-of-year = { $day } { $month }
month-short-1 = sty
month-short-2 = lut
month-short-3 = mar
month-short-4 = kwi
month-short-5 = maj
month-short-6 = cze
month-short-7 = lip
month-short-8 = sie
month-short-9 = wrz
month-short-10 = paź
month-short-11 = lis
month-short-12 = gru
days-later =
    { $days ->
        [one] { $days } dzień później
        [few] { $days } dni później
        [many] { $days } dni później
       *[other] { $days } dnia później
    }
days-earlier =
    { $days ->
        [one] { $days } dzień wcześniej
        [few] { $days } dni wcześniej
        [many] { $days } dni wcześniej
       *[other] { $days } dnia wcześniej
    }
as-planned = zgodnie z planem
period = od { $from } do { $to }
period-open = od { $from }, bez końca
as-of-day = stan na { $day }
on-as-of = dzień stanu
done-on = zrobione { $day }
due-on = termin: { $day }
overdue = po terminie
expected-on = spodziewane { $day }
started-on = rozpoczęte { $day }
value-on = { $value } dnia { $day }
window-day = Dzień { $first }
window-day-on = Dzień { $first }+
window-week = Tydzień { $first }
window-week-on = Tydzień { $first }+
window-month = Miesiąc { $first }
window-month-on = Miesiąc { $first }+
window-quarter = Kwartał { $first }
window-quarter-on = Kwartał { $first }+
window-days = Dni { $first }–{ $last }
window-weeks = Tygodnie { $first }–{ $last }
window-months = Miesiące { $first }–{ $last }
window-quarters = Kwartały { $first }–{ $last }
window-after = po { $stage }, { $long }
for-days =
    { $count ->
        [one] { $count } dzień
        [few] { $count } dni
        [many] { $count } dni
       *[other] { $count } dnia
    }
for-weeks =
    { $count ->
        [one] { $count } tydzień
        [few] { $count } tygodnie
        [many] { $count } tygodni
       *[other] { $count } tygodnia
    }
for-months =
    { $count ->
        [one] { $count } miesiąc
        [few] { $count } miesiące
        [many] { $count } miesięcy
       *[other] { $count } miesiąca
    }
for-quarters =
    { $count ->
        [one] { $count } kwartał
        [few] { $count } kwartały
        [many] { $count } kwartałów
       *[other] { $count } kwartału
    }
due-at-start = na początku
due-at-end = na końcu
due-days-before-start =
    { $count ->
        [one] { $count } dzień przed początkiem
        [few] { $count } dni przed początkiem
        [many] { $count } dni przed początkiem
       *[other] { $count } dnia przed początkiem
    }
due-days-before-end =
    { $count ->
        [one] { $count } dzień przed końcem
        [few] { $count } dni przed końcem
        [many] { $count } dni przed końcem
       *[other] { $count } dnia przed końcem
    }
due-days-after-start =
    { $count ->
        [one] { $count } dzień po początku
        [few] { $count } dni po początku
        [many] { $count } dni po początku
       *[other] { $count } dnia po początku
    }
due-days-after-end =
    { $count ->
        [one] { $count } dzień po końcu
        [few] { $count } dni po końcu
        [many] { $count } dni po końcu
       *[other] { $count } dnia po końcu
    }
due-weeks-before-start =
    { $count ->
        [one] { $count } tydzień przed początkiem
        [few] { $count } tygodnie przed początkiem
        [many] { $count } tygodni przed początkiem
       *[other] { $count } tygodnia przed początkiem
    }
due-weeks-before-end =
    { $count ->
        [one] { $count } tydzień przed końcem
        [few] { $count } tygodnie przed końcem
        [many] { $count } tygodni przed końcem
       *[other] { $count } tygodnia przed końcem
    }
due-weeks-after-start =
    { $count ->
        [one] { $count } tydzień po początku
        [few] { $count } tygodnie po początku
        [many] { $count } tygodni po początku
       *[other] { $count } tygodnia po początku
    }
due-weeks-after-end =
    { $count ->
        [one] { $count } tydzień po końcu
        [few] { $count } tygodnie po końcu
        [many] { $count } tygodni po końcu
       *[other] { $count } tygodnia po końcu
    }

## Liczby: postęp, punkty, osoby

decimal-mark = ,
progress-of = Postęp: { $what }
points-of =
    { $counted ->
        [one] { $done } z { $counted } punktu, { $percent } %
        [few] { $done } z { $counted } punktów, { $percent } %
        [many] { $done } z { $counted } punktów, { $percent } %
       *[other] { $done } z { $counted } punktu, { $percent } %
    }
no-items = brak punktów kontrolnych
count-items =
    { $count ->
        [one] { $count } punkt kontrolny
        [few] { $count } punkty kontrolne
        [many] { $count } punktów kontrolnych
       *[other] { $count } punktu kontrolnego
    }
count-musts =
    { $count ->
        [one] { $count } wymagany punkt
        [few] { $count } wymagane punkty
        [many] { $count } wymaganych punktów
       *[other] { $count } wymaganego punktu
    }
no-musts = brak wymaganych punktów
musts-of =
    { $total ->
        [one] { $resolved } z { $total } wymaganego punktu
        [few] { $resolved } z { $total } wymaganych punktów
        [many] { $resolved } z { $total } wymaganych punktów
       *[other] { $resolved } z { $total } wymaganego punktu
    }
musts-resolved =
    { $total ->
        [one] spełniono { $resolved } z { $total } wymaganego punktu
        [few] spełniono { $resolved } z { $total } wymaganych punktów
        [many] spełniono { $resolved } z { $total } wymaganych punktów
       *[other] spełniono { $resolved } z { $total } wymaganego punktu
    }
expected-workdays =
    { $total ->
        [one] oczekiwane { $elapsed } z { $total } dnia roboczego, { $percent } %
        [few] oczekiwane { $elapsed } z { $total } dni roboczych, { $percent } %
        [many] oczekiwane { $elapsed } z { $total } dni roboczych, { $percent } %
       *[other] oczekiwane { $elapsed } z { $total } dnia roboczego, { $percent } %
    }
claimed-without-evidence = { $percent } % zgłoszone bez dowodu
points =
    { $count ->
        [one] { $shown } punkt
        [few] { $shown } punkty
        [many] { $shown } punktów
       *[other] { $shown } punktu
    }
not-counted = nie liczy się
people =
    { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
people-of =
    { $count ->
        [one] { $reached } z { $count } osoby
        [few] { $reached } z { $count } osób
        [many] { $reached } z { $count } osób
       *[other] { $reached } z { $count } osoby
    }
workdays =
    { $count ->
        [one] { $count } dzień roboczy
        [few] { $count } dni robocze
        [many] { $count } dni roboczych
       *[other] { $count } dnia roboczego
    }
workdays-until = { $workdays }, do { $day }
count-more = jeszcze { $count }
plus-more = + jeszcze { $count }
all-count = Wszystkie ({ $count })
more-projects =
    { $count ->
        [one] i jeszcze { $count } projekt
        [few] i jeszcze { $count } projekty
        [many] i jeszcze { $count } projektów
       *[other] i jeszcze { $count } projektu
    }

## Rodzaje stron na listach odnośników

page-kind-home = strona główna
page-kind-section = dział
page-kind-stage = etap
page-kind-cause = przyczyna
page-kind-practice = praktyka
page-kind-project = projekt
page-kind-project-stage = etap projektu
page-kind-decision = decyzja

## Etapy i projekty

stage-number = Etap { $number }
stage = Etap
practice = Praktyka
decision = Decyzja
status = Status
checklist = Lista kontrolna
gate = Bramka
waves = Fale
waves-of = Fale: { $what }
practices = Praktyki
exposures = Zagrożenia
exposed-on-the-way-out = Zagrożenia przy wyjściu z etapu
what-stops-here = Co zatrzymuje tu projekty
output = Wynik
not-in-this-stage = Nie na tym etapie
projects-in-this-stage = Projekty na tym etapie
cohort = Grupa
weight = Waga
planned = Planowane
first-planned = Pierwotny plan
moved-because = Powód przesunięcia
gate-review = Przegląd bramki
playbook = Podręcznik
notes = Notatki
current-stage = bieżący etap
the-path = Ścieżka etapów
schedule = Harmonogram
next-gate = Następna bramka
coming-up = Nadchodzące
updates = Aktualizacje
decisions = Decyzje
project-closed = Zamknięty { $day }.
closed-on = { $outcome } { $day }
owner = Odpowiedzialny
sponsor = Sponsor
start = Początek
tags = Etykiety
project-is-not-exposed = Żadne zabezpieczenie nie jest otwarte: żadna z przyczyn nie zagraża temu projektowi.
project-in-the-calendar = Ten projekt w kalendarzu, { $month }
update-differs = Różni się od wyliczonego statusu: { $status }
more-reasons =
    { $count ->
        [one] jeszcze { $count } powód: { $statuses }
        [few] jeszcze { $count } powody: { $statuses }
        [many] jeszcze { $count } powodów: { $statuses }
       *[other] jeszcze { $count } powodu: { $statuses }
    }
to-clear = Co zrobić:
rule-named = reguła { $rule }
page-has-moved = Ta strona została przeniesiona: { $link }

## Punkty listy kontrolnej

item-must = wymagany
item-may = opcjonalny
link-to = Odnośnik do: { $what }
needs-evidence = wymaga dowodu
may-be-not-applicable = może nie dotyczyć
added-by-this-project = dodany przez ten projekt
in-the-playbook = w podręczniku
answer = Odpowiedź
reason = Powód
note = Notatka
evidence = Dowód
depends-on = Zależy od
guards-against = Chroni przed
evidence-given = złożony { $day }
evidence-holds-until = ważny do { $day }
evidence-does-not-count = nie liczy się jako dowód
ticked-without-evidence = odhaczone, ale bez dowodu
ticked-evidence-void = odhaczone, ale dowód jest nieważny
waived-until = odstępstwo do { $day }
waived-until-by = odstępstwo do { $day }, udzielone przez: { $by }
waiver-ended = odstępstwo wygasło { $day }

## Bramki i decyzje

gate-decided-by = Decydują
gate-review-on = Przegląd dnia
open-conditions =
    { $count ->
        [one] { $count } otwarty warunek
        [few] { $count } otwarte warunki
        [many] { $count } otwartych warunków
       *[other] { $count } otwartego warunku
    }
conditions = Warunki
decision-ahead = Z datą po { $today }, jeszcze nie obowiązuje. Do { $day } nie zmienia żadnego statusu.
decision-ahead-of-page = Z datą późniejszą niż dzień tej strony, jeszcze nie obowiązuje. Do { $day } nie zmienia żadnego statusu.
decision-outcome = Wynik
decision-on = Dotyczy
decision-date = Data
decision-by = Kto

## Przyczyny i praktyki

failure-cause = Przyczyna niepowodzenia
who-is-exposed = Kto jest teraz zagrożony
how-it-shows = Jak się objawia
what-guards = Co przed tym chroni
practices-that-prevent = Praktyki, które temu zapobiegają
stops-projects-between = Zatrzymuje projekty między
between = { $from } i { $to }
severity = Dotkliwość
severity-is = dotkliwość { $severity } z 5
out-of-five = { $number } z 5
more-in-the-matrix = i jeszcze { $count } w macierzy
no-open-guard = Żaden projekt nie ma otwartego zabezpieczenia.
applies-in = Dotyczy etapów
all-stages = wszystkich
where-it-is-checked = Gdzie się to sprawdza
what-it-prevents = Czemu zapobiega
exposure = Zagrożenie
exposure-description = Który projekt jest zagrożony przez którą przyczynę, najbardziej zagrożony na początku.
exposure-score = wynik: dotkliwość × udział otwartych zabezpieczeń, od 0 do 5
projects-and-causes = Projekty i przyczyny
exposure-table = Projekty i przyczyny, które im zagrażają
no-project-is-running = Żaden projekt nie jest w toku.
no-causes-yet = Nie ma jeszcze przyczyn.
more-exposed-projects =
    { $count ->
        [one] jeszcze { $count } projekt
        [few] jeszcze { $count } projekty
        [many] jeszcze { $count } projektów
       *[other] jeszcze { $count } projektu
    }
critical-because = Krytyczne, bo:
guards-open =
    { $guards ->
        [one] otwarte zabezpieczenia: { $open } z { $guards }
        [few] otwarte zabezpieczenia: { $open } z { $guards }
        [many] otwarte zabezpieczenia: { $open } z { $guards }
       *[other] otwarte zabezpieczenia: { $open } z { $guards }
    }

## Fale i ich krzywa

waves-description = Ilu użytkowników obejmuje każda fala i kiedy, według planu i naprawdę, i czego każda fala potrzebuje, aby iść dalej.
percent-of-users = { $percent } % użytkowników
wave-named = fala { $percent } %
wave-in-a-row = Fala { $percent } %
wave-now = Teraz: { $wave }
wave-next = Następna: { $wave }
needed-to-start = Potrzebne do rozpoczęcia
needed-to-go-on = Potrzebne, aby iść dalej
curve-link = Krzywa, pomiary i czego potrzebuje każda fala
waves-in-full = Krzywa, progi bezpieczeństwa i każda fala w szczegółach
bake-note = Czas obserwacji: dni robocze, przez które fala trwa, zanim zostanie oceniona, liczone od dnia jej rozpoczęcia.
bake-for =
    { $count ->
        [one] czas obserwacji { $count } dzień roboczy
        [few] czas obserwacji { $count } dni robocze
        [many] czas obserwacji { $count } dni roboczych
       *[other] czas obserwacji { $count } dnia roboczego
    }
bake = Czas obserwacji
bake-until = Obserwacja do
way-back = droga powrotna: { $link }
started = Rozpoczęta
forecast-day = Prognoza
people-label = Osoby
new-people =
    { $count ->
        [one] ({ $count } nowa osoba)
        [few] ({ $count } nowe osoby)
        [many] ({ $count } nowych osób)
       *[other] ({ $count } nowej osoby)
    }
really-reached = Naprawdę objęte
guardrails = Progi bezpieczeństwa
count-guardrails =
    { $count ->
        [one] { $count } próg bezpieczeństwa
        [few] { $count } progi bezpieczeństwa
        [many] { $count } progów bezpieczeństwa
       *[other] { $count } progu bezpieczeństwa
    }
guardrail-target = cel { $target }
warns-from-up = ostrzega od { $bound } w górę
warns-above = ostrzega powyżej { $bound }
warns-from-down = ostrzega od { $bound } w dół
warns-below = ostrzega poniżej { $bound }
samples-of =
    { $count ->
        [one] { $samples } z co najmniej { $count } pomiaru
        [few] { $samples } z co najmniej { $count } pomiarów
        [many] { $samples } z co najmniej { $count } pomiarów
       *[other] { $samples } z co najmniej { $count } pomiaru
    }
samples-from =
    { $count ->
        [one] od { $count } pomiaru
        [few] od { $count } pomiarów
        [many] od { $count } pomiarów
       *[other] od { $count } pomiaru
    }
measurements =
    { $count ->
        [one] { $count } pomiar
        [few] { $count } pomiary
        [many] { $count } pomiarów
       *[other] { $count } pomiaru
    }
measurements-of =
    { $count ->
        [one] { $taken } z { $count } pomiaru
        [few] { $taken } z { $count } pomiarów
        [many] { $taken } z { $count } pomiarów
       *[other] { $taken } z { $count } pomiaru
    }
reached = Objęto
nobody-yet = jeszcze nikogo
nobody-yet-of = jeszcze nikogo, z: { $people }
the-curve = Krzywa
the-curve-of = { $stage }: krzywa
wave-by-wave = Fala po fali
wave-by-wave-of = { $stage }: fala po fali
no-wave-was-started = Nie rozpoczęto żadnej fali.
no-wave-has-a-date = Żadna fala nie ma jeszcze terminu.
curve-title = Udział objętych użytkowników, od { $from } do { $to }
curve-reached = { $percent } % użytkowników objęto do dnia { $day }.
curve-nobody = Do dnia { $day } nie objęto jeszcze nikogo.
curve-wave-started =
    { $planned ->
        [none] Fala { $percent } % nie miała planowanego dnia, rozpoczęła się { $day }: { $state }.
       *[other] Fala { $percent } % była planowana na { $planned }, rozpoczęła się { $day }: { $state }.
    }
curve-wave-expected =
    { $planned ->
        [none] Fala { $percent } % nie ma planowanego dnia, jest spodziewana { $day }.
       *[other] Fala { $percent } % była planowana na { $planned }, jest spodziewana { $day }.
    }
curve-wave-unscheduled =
    { $planned ->
        [none] Fala { $percent } % nie ma planowanego dnia ani terminu.
       *[other] Fala { $percent } % była planowana na { $planned } i nie ma terminu.
    }
curve-people = osoby
curve-step = { $percent } % objęte od { $day }
curve-step-people = { $percent } %, { $people }, objęte od { $day }
curve-step-to-come = { $percent } % spodziewane od { $day }
curve-step-to-come-people = { $percent } %, { $people }, spodziewane od { $day }
curve-decided = Fala { $percent } %: { $outcome } dnia { $day }
chart-key = Legenda
curve-key-planned = planowane
curve-key-reached = naprawdę objęte
curve-key-held = wstrzymane
curve-key-forecast = spodziewane, może się przesunąć
curve-key-freeze = blokada zmian
curve-key-decided = decyzja: { $outcome }
curve-as-table = Krzywa jako tabela
wave = Fala
state = Stan

## Wykres okien czasowych, bramek i fal

chart-range = Od { $from } do { $to }, w kolejności, w jakiej trzeba coś zdecydować.
chart-of-projects = Okna czasowe, bramki i fale projektów
chart-of-project = Okna czasowe, bramki i fale projektu { $project }, słowami pod wykresem
chart-of-stages = Etapy i fale w czasie
chart-time = Czas
chart-without-closed = Zamkniętych projektów nie ma na wykresie: { $projects }.
in-the-list-of-projects = { $count } na liście projektów
chart-overdue = Po terminie
chart-within-two-weeks = W ciągu dwóch tygodni
chart-within-eight-weeks = W ciągu ośmiu tygodni
chart-later = Później
chart-unscheduled = Bez terminów
chart-group =
    { $all ->
        [one] { $name }, { $all } projekt
        [few] { $name }, { $all } projekty
        [many] { $name }, { $all } projektów
       *[other] { $name }, { $all } projektu
    }
chart-part = { $name }, od { $from } do { $to } z { $all }
gate-named = bramka { $stage }
wave-decision = decyzja o fali { $percent } %
decided-on = { $outcome } dnia { $day }
review-on-day = przegląd dnia { $day }
review-day = przegląd { $day }
chart-gate-of = Bramka etapu { $stage }: { $what }
chart-gate = bramka: { $what }
chart-moved = względem pierwotnego planu { $slip }
chart-first-record = pierwszy wpis { $day }
chart-wave-unscheduled = fala { $percent } % bez terminu
chart-wave-started = fala { $percent } % rozpoczęta { $day }, { $state }
chart-wave-started-moved = fala { $percent } % rozpoczęta { $day }, { $shift } niż planowano, { $state }
chart-wave-expected = fala { $percent } % spodziewana { $day }
chart-wave-expected-moved = fala { $percent } % spodziewana { $day }, { $shift } niż planowano
chart-waves-of = Fale etapu { $stage }: { $what }
chart-overlap = { $first } i { $second } nakładają się
chart-overlap-days =
    { $days ->
        [one] { $first } i { $second } nakładają się przez { $days } dzień
        [few] { $first } i { $second } nakładają się przez { $days } dni
        [many] { $first } i { $second } nakładają się przez { $days } dni
       *[other] { $first } i { $second } nakładają się przez { $days } dnia
    }
chart-from = { $what } od { $day }
chart-to = { $what } do { $day }
chart-before = Przed wykresem: { $what }
chart-after = Za wykresem: { $what }
as-of-before-chart = { $day } jest przed pierwszym narysowanym dniem
as-of-after-chart = { $day } jest po ostatnim narysowanym dniu
chart-is-cut = Narysowano tylko czas wokół dnia stanu; strzałka na brzegu mówi, że jest więcej
slip-starts = początek { $shift }
slip-ends = koniec { $shift }
slip-now-ends = ma teraz koniec
slip-now-open = jest teraz bez końca
now-moved = teraz { $slip }
chart-record = Pierwszy wpis { $day }
chart-record-passed = Pierwszy wpis { $day }, zaliczone { $passed }
chart-baseline = Pierwotny plan: { $period }
chart-baseline-moved = Pierwotny plan: { $period }; teraz { $slip }
chart-key-window = okno czasowe według obecnego planu, kolor według statusu
chart-key-not-started = okno czasowe nierozpoczęte
chart-key-open = okno czasowe bez końca
chart-key-baseline = pierwotny plan, zanim projekt go przesunął
chart-key-actual = naprawdę w pracy: od pierwszego wpisu do zgody lub do teraz
chart-key-overlap = etapy nakładają się
chart-key-gate = przegląd bramki
chart-key-overdue = przegląd bramki po terminie
chart-key-passed = bramka zaliczona
chart-key-refused = bramka: wstrzymanie lub przerwanie
chart-key-wave = fala, wysoka jak jej procent; wypełniona, gdy rozpoczęta
chart-key-planned = fala była tu planowana
chart-key-freeze = blokada zmian
chart-key-holiday = dzień wolny
chart-key-outside = więcej poza wykresem
go-to-day = przejdź do { $day }
holiday = Dzień wolny
holidays-are = Dni wolne: { $days }
chart-in-words = Wykres słowami
dates-of-stages = Terminy etapów
dates-of-waves = Terminy fal etapu { $stage }
baseline = Pierwotny plan
began = Rozpoczęte
passed = Zaliczone
expected = Spodziewane
unchanged = bez zmian

## Kalendarz

calendar = Kalendarz
calendar-description = Okna czasowe, bramki i fale każdego projektu oraz to, co nadchodzi.
months = Miesiące
all-months = Wszystkie miesiące
month-description = Co dzieje się każdego dnia: { $month }.
nothing-is-scheduled = Nic jeszcze nie zaplanowano.
entries =
    { $count ->
        [one] { $count } wpis
        [few] { $count } wpisy
        [many] { $count } wpisów
       *[other] { $count } wpisu
    }
entries-and-under-way = { $entries }; w toku od wcześniej: { $count }
later-entries =
    { $count ->
        [one] { $count } późniejszy wpis: { $link }
        [few] { $count } późniejsze wpisy: { $link }
        [many] { $count } późniejszych wpisów: { $link }
       *[other] { $count } późniejszego wpisu: { $link }
    }
see-the-months = zobacz miesiące
month-undrawn = Brak miejsca na paski: { $what }. Stoją przy dniach, w których się zaczynają i kończą.
month-crowded = W tym miesiącu dzieje się więcej, niż mieści jedna strona. Każdy dzień pokazuje pierwsze wpisy każdego rodzaju; strona dnia ma wszystkie.
week-numbers = Numery tygodni według ISO 8601, dla czwartku w każdym wierszu.
month-as-list = Miesiąc jako lista
under-way = W toku od wcześniej
under-way-only = w toku od wcześniej
day-by-day = Dzień po dniu
month-day-by-day = { $month }, dzień po dniu
week = Tydzień
week-short = Tydz.
as-of-short = stan
until = { $what }, do { $day }
continued = ciąg dalszy
still-open = nadal otwarte
still-open-from-before = Nadal otwarte od wcześniej
open-end = bez końca
forecast = prognoza
waiting-gates = Bramki bez decyzji
waiting-waves = Fale, które czekają na rozpoczęcie lub decyzję
waiting-windows = Okna czasowe, które minęły
waiting-dues = Terminy, które minęły
event-kind-freeze = blokada zmian
event-kind-holiday = dzień wolny
event-kind-window = okno czasowe
event-kind-gate = bramka
event-kind-wave = fala
event-kind-due = termin
event-kind-expiry = wygaśnięcie
event-kind-decision = decyzja
event-count-freeze =
    { $count ->
        [one] { $count } blokada zmian
        [few] { $count } blokady zmian
        [many] { $count } blokad zmian
       *[other] { $count } blokady zmian
    }
event-count-holiday =
    { $count ->
        [one] { $count } dzień wolny
        [few] { $count } dni wolne
        [many] { $count } dni wolnych
       *[other] { $count } dnia wolnego
    }
event-count-window =
    { $count ->
        [one] { $count } okno czasowe
        [few] { $count } okna czasowe
        [many] { $count } okien czasowych
       *[other] { $count } okna czasowego
    }
event-count-gate =
    { $count ->
        [one] { $count } przegląd bramki
        [few] { $count } przeglądy bramek
        [many] { $count } przeglądów bramek
       *[other] { $count } przeglądu bramki
    }
event-count-wave =
    { $count ->
        [one] { $count } fala
        [few] { $count } fale
        [many] { $count } fal
       *[other] { $count } fali
    }
event-count-due =
    { $count ->
        [one] { $count } termin
        [few] { $count } terminy
        [many] { $count } terminów
       *[other] { $count } terminu
    }
event-count-expiry =
    { $count ->
        [one] { $count } wygaśnięcie
        [few] { $count } wygaśnięcia
        [many] { $count } wygaśnięć
       *[other] { $count } wygaśnięcia
    }
event-count-decision =
    { $count ->
        [one] { $count } decyzja
        [few] { $count } decyzje
        [many] { $count } decyzji
       *[other] { $count } decyzji
    }
month-key-off = wolne: weekend lub dzień wolny
month-key-freeze = blokada zmian: żadna fala się nie zaczyna
month-key-begin = zaczyna się, trwa w następnym tygodniu lub miesiącu
month-key-end = trwa od wcześniej, kończy się
month-key-forecast = prognoza, może się przesunąć

## Filtr kalendarza: # to liczba pokazanych wpisów, ## wszystkich

filter-label = Filtruj wydarzenia
filter-kind = Rodzaj
find-a-project = Znajdź projekt
find-an-owner = Znajdź osobę odpowiedzialną
filter-all = Pokazane wpisy: wszystkie ##
filter-some = Pokazane wpisy: # z ##
filter-none-ahead = W najbliższych tygodniach nic nie pasuje do filtra; w późniejszych miesiącach może być więcej. Pokazane wpisy: 0 z ##
filter-charted = Wybrane projekty są na wykresie; w najbliższych tygodniach nic nie pasuje do filtra, w późniejszych miesiącach może być więcej. Pokazane wpisy: 0 z ##
filter-none-in-month = W tym miesiącu nic nie pasuje do filtra. Pokazane wpisy: 0 z ##
filter-none-on-page = Nic na tej stronie nie pasuje do filtra. Pokazane wpisy: 0 z ##
filter-partial = Filtry obejmują tylko tę stronę, a ona nie pokazuje wszystkiego.
clear-the-filter = Wyczyść filtr

## Kalendarze do subskrypcji

subscribe = Subskrybuj
subscribe-short = subskrybuj
subscribe-to = subskrybuj: { $feed }
feed-note = Aby subskrybować, należy podać kalendarzowi adres pliku. Kalendarz pyta potem we własnym rytmie, Kalendarz Google często tylko raz dziennie, a Outlook co kilka godzin, więc zmiana pojawia się tam później.
feed-of-page = Kalendarz: { $file }. Kalendarze z subskrypcją pytają we własnym rytmie, niektóre tylko raz dziennie.
feed-of-page-subscribe = Kalendarz: { $file }, { $subscribe }. Kalendarze z subskrypcją pytają we własnym rytmie, niektóre tylko raz dziennie.
everything-in-one = Wszystko w jednym: { $feed }
by-kind = Według rodzaju
by-project = Według projektu
by-owner = Według osoby odpowiedzialnej
all-feeds = Wszystkie kalendarze osób odpowiedzialnych i projektów: { $count }

## Search

search = Szukaj
search-for = Szukana treść
search-all = wszystkie
search-results = Wyniki: { $count }
search-nothing = Brak wyników dla „{ $query }”
search-failed = Nie udało się wczytać indeksu wyszukiwania.
search-by-kind = Rodzaj
search-by-stage = Etap
search-by-status = Status
search-by-owner = Odpowiedzialny
search-kind-home = strona główna
search-kind-section = przegląd
search-kind-stage = etap
search-kind-cause = przyczyna
search-kind-practice = praktyka
search-kind-portfolio = projekty
search-kind-project = projekt
search-kind-project-stage = etap projektu
search-kind-waves = fale
search-kind-decision = decyzja
search-kind-calendar = kalendarz
search-kind-month = miesiąc
search-kind-matrix = zagrożenie
search-kind-page = strona
a-z-title = Wszystkie strony i nagłówki
a-z-letters = Litery
not-found-title = Nie znaleziono strony
not-found-why = Pod tym adresem nie ma strony. Mogła zostać przeniesiona albo w linku jest błąd. Można jej poszukać lub zacząć tutaj:

## Druk: karta sterowania projektu i podręcznik na jednej stronie

print-all = Drukuj podręcznik
print-sheet = Karta sterowania
print-sheet-of = Karta sterowania: { $project }
print-no-reason = Brak powodów do obaw.
print-before = Wcześniej: { $count }.
print-after = Później: { $count }.
print-no-gate = Nie ma bramki przed projektem.
print-none-open = Wszystkie wymagane punkty są spełnione.
print-asked = Oczekiwane decyzje
print-none-asked = Obecnie brak.
print-gate-waits = Bramka etapu „{ $stage }” czeka na decyzję
print-condition = Warunek decyzji: { $text }
print-exposures = Największe zagrożenia
print-none-exposed = Żadne zabezpieczenie nie jest otwarte.
print-cause = Przyczyna
print-closes-with = Co by je usunęło
print-reach = Użytkownicy
print-starts = Początek lub prognoza
print-updates = Ostatnie aktualizacje
print-no-updates = Na razie brak.
print-handbook = Cały podręcznik
print-part = { $title }, część { $n }
print-continued = { $title }, ciąg dalszy
print-introduction = Wprowadzenie
print-contents = Spis treści
print-parts = Części
print-too-long = Podręcznik jest za długi na jeden plik. Każdą część można wydrukować osobno.
print-window = Okno czasowe

## Czytanie: to, co stoi obok tekstu autora

alert-note = Uwaga
alert-tip = Wskazówka
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Ostrożnie
task-done = Zrobione: { $text }
task-open = Do zrobienia: { $text }
table = Tabela
footnotes = Przypisy
footnote-back = Wróć do tekstu
footnote-back-to = Wróć do odwołania { $number } w tekście
last-updated = Ostatnia zmiana: { $day }
report-a-problem = Zgłoś problem
report-subject = Problem na stronie „{ $title }”
report-text = Strona: { $page }
copy-code = Kopiuj
code-copied = Skopiowano
code-not-copied = Nie udało się skopiować
