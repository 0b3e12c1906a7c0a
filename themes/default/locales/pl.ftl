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
reason-complete-items = wszystkie punkty są zrobione
reason-complete-over = nic nie jest liczone, a okno czasowe minęło
clear-complete = nic nie trzeba robić
reason-must-blocked = punkt „{ $item }” jest zablokowany: { $why }
clear-must-blocked = usunąć przeszkodę, potem ustawić stan doing lub done
reason-dependency-overdue = punkt „{ $item }” czeka na „{ $other }”, po terminie od { $date }
clear-dependency-overdue = najpierw zrobić { $id }
reason-gate-hold = { $date } bramka zdecydowała o wstrzymaniu
clear-gate-hold = zapisać nową decyzję w sprawie bramki
reason-wave-holding = fala { $percent }% jest wstrzymana
reason-wave-rolled-back = fala { $percent }% jest wycofana
clear-wave-stopped = po usunięciu przyczyny zapisać decyzję o kontynuacji
reason-guardrail = fala { $percent }%: { $metric } wynosi { $value } ({ $date }), a nie { $bound }
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
reason-wave-overdue = fala { $percent }% miała ruszyć { $date }, { $away }
clear-wave-overdue = uruchomić ją albo przesunąć jej start
reason-reopened = punkt „{ $item }” zakończonego etapu „{ $stage }” jest znowu otwarty
clear-reopened = spełnić go ponownie
reason-behind = zrobiono { $done } z { $counted } { $counted ->
        [one] punktu
       *[other] punktów
    } ({ $percent }%), a minęło { $elapsed } z { $total } { $total ->
        [one] dnia roboczego
       *[other] dni roboczych
    } ({ $expected }%)
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
reason-wave-undecided = czas obserwacji fali { $percent }% skończył się { $date }, { $away }: nic nie zdecydowano
clear-wave-undecided = zdecydować o fali
reason-wave-unmeasured = czas obserwacji fali { $percent }% skończył się { $date }, { $away }: za mało pomiarów { $guardrails }
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
need-wave-before-planned = najpierw fala { $percent }%, a jeszcze nie ruszyła
need-wave-before-running = najpierw fala { $percent }%: trwa, i nic nie zdecydowano
need-stopped-holding = fala { $percent }% jest wstrzymana i nic po niej nie ma terminu, dopóki nie ruszy dalej
need-stopped-rolled-back = fala { $percent }% jest wycofana i nic po niej nie ma terminu, dopóki nie ruszy dalej
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
       *[other] czas obserwacji trwa do { $date }, jeszcze { $workdays } dni roboczych
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
wave-as-planned = zgodnie z planem
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
wave-of = Fala { $percent }% etapu „{ $stage }”
event-gate = Przegląd bramki etapu „{ $stage }”
event-waiver = Koniec odstępstwa: { $item }
event-evidence = Dowód traci ważność: { $item }
event-condition = Warunek: { $text }
event-gate-decided = Bramka etapu „{ $stage }”: { $outcome }
event-wave-decided = Fala { $percent }% etapu „{ $stage }”: { $outcome }
event-holiday = Dzień wolny
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
