### The words of the site in English: the theme's own language, which every other one is translated from.
### Messages are in Fluent's format (projectfluent.org). A book changes one by a file of this name in its own theme that holds only that one.

## Days

date = { $day } { $month } { $year }
date-of-year = { $day } { $month }
month-of-year = { $month } { $year }
today = today
in-days =
    { $days ->
        [one] tomorrow
       *[other] in { $days } days
    }
days-ago =
    { $days ->
        [one] yesterday
       *[other] { $days } days ago
    }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-of-date-1 = January
month-of-date-2 = February
month-of-date-3 = March
month-of-date-4 = April
month-of-date-5 = May
month-of-date-6 = June
month-of-date-7 = July
month-of-date-8 = August
month-of-date-9 = September
month-of-date-10 = October
month-of-date-11 = November
month-of-date-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

## Frame: what surrounds every page

skip-to-content = Skip to the content
site-navigation = Site
menu = Menu
overview = Overview
and-more = and { $count } more
breadcrumb = Breadcrumb
on-this-page = On this page
link-to-section = Link to this section
linked-from = Linked from
previous-and-next = Previous and next page
previous = Previous
next = Next
pager-label = Pages of the list
pager-range = { $from } to { $to } of { $all }
pager-page = Page { $number }
title-of-page = { $title }, page { $number }
as-of = Progress and dates as of { $day }
edit-this-page = Edit this page

## Status and reasons

status-killed = killed
status-blocked = blocked
status-late = late
status-at-risk = at risk
status-on-track = on track
status-not-started = not started
status-complete = complete
status-count-killed = { $count } killed
status-count-blocked = { $count } blocked
status-count-late = { $count } late
status-count-at-risk = { $count } at risk
status-count-on-track = { $count } on track
status-count-not-started = { $count } not started
status-count-complete = { $count } complete
status-count-scaled = { $count } scaled
status-count-stopped = { $count } stopped
rag-red = red
rag-amber = amber
rag-green = green
rag-grey = grey
outcome-go = go
outcome-conditional-go = conditional go
outcome-hold = hold
outcome-kill = kill
outcome-continue = continue
outcome-rollback = rollback
outcome-scaled = scaled
outcome-stopped = stopped
level-none = none
level-latent = latent
level-exposed = exposed
level-critical = critical
verdict-pass = pass
verdict-warn = warn
verdict-fail = fail
verdict-inconclusive = inconclusive
wave-planned = planned
wave-running = running
wave-promoted = promoted
wave-holding = holding
wave-rolled-back = rolled back
state-todo = to do
state-doing = in progress
state-done = done
state-blocked = blocked
state-na = not applicable
state-waived = waived
state-claimed = claimed
state-open = open
kind-freeze = Freezes
kind-holiday = Holidays
kind-window = Windows
kind-gate = Gate reviews
kind-wave = Waves
kind-due = Due dates
kind-expiry = Expiries
kind-decision = Decisions
unscheduled = unscheduled

## Web

updates-feed = { $book }: decisions and updates

## Home

home-attention = What needs attention
home-more-attention = and { $count } more that need it
home-calm = Nothing does: no project is killed, blocked, late or at risk.
home-causes = What stops projects
home-about = About
home-completed =
    { $count ->
        [one] { $done } of { $count } project complete
       *[other] { $done } of { $count } projects complete
    }
home-completed-label = Projects that have completed { $stage }

## Navigation

section-stages = Stages
section-projects = Projects
section-causes = Causes
section-practices = Practices
section-decisions = Decisions
section-exposure = Exposure
section-calendar = Calendar
section-waves = Waves
section-empty = There is nothing here yet.
no-projects = There are no projects yet.
project = Project
project-no-gate = no gate ahead
project-progress = Progress
project-all-complete = all complete
project-users = Users at full scale
project-count =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
stage-projects-here =
    { $count ->
        [0] no project here
        [one] { $count } project here
       *[other] { $count } projects here
    }
link-copied = Link copied

## Keyboard

keys = Keyboard shortcuts
keys-search = Search
keys-turn = Next and previous page
keys-home = Home
keys-help = This help
keys-on = Shortcuts of a single key are on
close = Close
scheme-auto = Colours: as the system
scheme-light = Colours: light
scheme-dark = Colours: dark
one-after-another = { $first }; { $next }
reason-killed = the gate decided kill on { $date }
clear-killed = nothing: a new decision would reopen it
reason-complete-decided =
    { $outcome ->
        [conditional-go] every must was resolved when the gate decided conditional-go on { $date }
       *[other] every must was resolved when the gate decided go on { $date }
    }
reason-complete-musts = every must is resolved, { $resolved } of { $total }
reason-complete-waves = every wave is promoted
reason-complete-items = all its items are done
reason-complete-over = nothing is counted and its window is over
clear-complete = nothing has to be cleared
reason-must-blocked = "{ $item }" is blocked: { $why }
clear-must-blocked = remove what blocks it, then set its state to doing or done
reason-dependency-overdue = "{ $item }" waits for "{ $other }", overdue since { $date }
clear-dependency-overdue = do { $id } first
reason-gate-hold = the gate decided hold on { $date }
clear-gate-hold = record a new decision on the gate
reason-wave-holding = wave { $percent } % is on hold
reason-wave-rolled-back = wave { $percent } % is rolled back
clear-wave-stopped = record a decision to continue once it is mended
reason-guardrail = wave { $percent } %: { $metric } is { $value } on { $date }, not { $bound }
clear-guardrail-fail = mend it, measure again, or roll the wave back
clear-guardrail-warn = find out why it moved before the next wave
reason-window-over = its window ended on { $date }, { $away }, and it is not complete
clear-window-over = decide its gate, or move its end with a reason
clear-window-over-musts = resolve its musts and decide its gate, or move its end with a reason
reason-must-overdue = "{ $item }" was due on { $date }, { $away }
clear-must-overdue = do it, or agree on a new due date
reason-musts-overdue =
    { $count ->
        [one] { $count } must is open past the window's last day, { $date }: { $ids }
       *[other] { $count } musts are open past the window's last day, { $date }: { $ids }
    }
clear-musts-overdue = do them, or move the end of the stage with a reason
reason-condition-overdue = the condition "{ $text }" was due on { $date }, { $away }
clear-condition-overdue = meet it and write its `done` date into the decision
reason-wave-overdue = wave { $percent } % was to start on { $date }, { $away }
clear-wave-overdue = start it, or move its start
reason-reopened = "{ $item }" of { $stage }, which is complete, is open again
clear-reopened = resolve it again
reason-behind = { $done } of { $counted } { $counted ->
        [one] point
       *[other] points
    } done ({ $percent } %) where { $elapsed } of { $total } { $total ->
        [one] workday is
       *[other] workdays are
    } gone ({ $expected } %)
clear-behind =
    { $allowed ->
        [one] be at most { $allowed } percentage point behind, or move the window with a reason
       *[other] be at most { $allowed } percentage points behind, or move the window with a reason
    }
reason-no-owner = "{ $item }" is due on { $date } and has no owner
clear-no-owner = name its owner
reason-musts-no-owner =
    { $count ->
        [one] { $count } must is due with the window on { $date } and has no owner: { $ids }
       *[other] { $count } musts are due with the window on { $date } and have no owner: { $ids }
    }
clear-musts-no-owner = name their owners
reason-expiring-waiver = the waiver of "{ $item }" ends on { $date }, { $away }
clear-expiring-waiver = do the item, or have the waiver renewed
reason-expiring-evidence = the evidence of "{ $item }" ends on { $date }, { $away }
clear-expiring-evidence = renew the evidence
reason-gate-skipped = this stage has begun, but the gate of { $stage } has no go, and its window ended on { $date }
clear-gate-skipped = decide the gate of { $stage }
reason-exposure = exposed to "{ $cause }": { $open } of { $guards } { $guards ->
        [one] guard
       *[other] guards
    } open, and { $because }
clear-exposure = close its open guards: { $ids }
reason-wave-undecided = the bake of wave { $percent } % ended on { $date }, { $away }: nothing is decided
clear-wave-undecided = decide on the wave
reason-wave-unmeasured = the bake of wave { $percent } % ended on { $date }, { $away }: too few measurements of { $guardrails }
clear-wave-unmeasured = measure until the guardrails say something, then decide on the wave
reason-stale-undated = nothing in this stage carries a date
clear-stale-undated = write when a state was reached, or an update
reason-stale =
    { $workdays ->
        [one] the last dated record is of { $date }, before the last workday
       *[other] the last dated record is of { $date }, before the last { $workdays } workdays
    }
clear-stale = write an update, or the date of the next state
reason-gate-open = everything is done, and the gate waits for its decision
reason-gate-open-musts = every must is resolved, { $total } of { $total }, and the gate waits for its decision
clear-gate-open = decide the gate
status-for-reasons =
    { $reasons ->
        [one] { $status }, for { $reasons } reason
       *[other] { $status }, for { $reasons } reasons
    }
status-and-others =
    { $others ->
        [one] { $status }; { $others } reason besides
       *[other] { $status }; { $others } reasons besides
    }
status-for-reasons-and-others =
    { $reasons ->
        [one] { $status }, for { $reasons } reason; { $others } more besides
       *[other] { $status }, for { $reasons } reasons; { $others } more besides
    }
accepted-by = accepted by { $by } until { $date }

## Exposure

because-guard-blocked = its guard "{ $item }" is blocked
because-guard-overdue = its guard "{ $item }" is overdue
because-completed = { $stage } was completed with guards open
because-walked-past = { $stage } is over and was walked past
because-over = { $stage } is over
because-ends-soon =
    { $days ->
        [one] { $stage } ends within { $days } day
       *[other] { $stage } ends within { $days } days
    }

## Needs of a wave

need-gate = the gate of { $stage } has no go yet
need-gates = the gates of { $most } and { $last } have no go yet
need-wave-before-planned = wave { $percent } % comes first, and has not started
need-wave-before-running = wave { $percent } % comes first: it is running, and nothing is decided
need-stopped-holding = wave { $percent } % is on hold, and nothing after it has a date until it continues
need-stopped-rolled-back = wave { $percent } % is rolled back, and nothing after it has a date until it continues
need-start-overdue = it was to start on { $date }, { $away }
need-start-overdue-earliest = it was to start on { $date }, { $away }; it can start on { $first } at the earliest
need-start =
    { $limit ->
        [calendar] by the calendar it can start on { $date }, { $away }
       *[other] it can start on { $date }, { $away }
    }
need-start-planned =
    { $limit ->
        [calendar] by the calendar it can start on { $date }, { $away } (planned for { $planned })
       *[other] it can start on { $date }, { $away } (planned for { $planned })
    }
need-start-today =
    { $limit ->
        [calendar] by the calendar it can start today
       *[other] it can start today
    }
need-start-today-planned =
    { $limit ->
        [calendar] by the calendar it can start today (planned for { $planned })
       *[other] it can start today (planned for { $planned })
    }
need-unscheduled = nothing says when it starts: its stage has no dates, or the calendar has no day for it
need-bake =
    { $workdays ->
        [one] its bake lasts until { $date }, { $workdays } more workday
       *[other] its bake lasts until { $date }, { $workdays } more workdays
    }
need-bake-today = its bake ends today
need-guardrail-fail = { $metric } is { $value } on { $date }, not { $bound }
need-guardrail-warn = { $metric } is { $value } on { $date }, not { $bound }: within the target, but past its warning
need-guardrail-unmeasured =
    { $least ->
        [one] { $metric } has not been measured
       *[other] { $metric } has not been measured, and needs { $least } measurements
    }
need-guardrail-too-few =
    { $least ->
        [one] { $metric } has { $samples } of { $least } measurement
       *[other] { $metric } has { $samples } of { $least } measurements
    }
need-condition = the condition "{ $text }" is open
need-condition-due = the condition "{ $text }" is open, due on { $date }
need-decision = after its bake a decision: continue, hold or rollback
need-decision-overdue = nothing is decided, and its bake ended on { $date }, { $away }
need-decision-holding = it has been on hold since { $date }: a new decision, to continue or to roll back
need-decision-anew = it was rolled back on { $date } and started anew on { $started }: once it holds, a decision to continue
need-decision-rolled-back = it was rolled back on { $date }: mend it, start it anew, then decide again

## Why a date

date-window = window `{ $window }`
date-window-fixed = window `{ $window }`, the same days in every project
date-counted = window `{ $window }`, counted from the { $whose ->
        [project] project's
       *[other] book's
    } start { $start }
date-counted-four-week = window `{ $window }`, counted from the { $whose ->
        [project] project's
       *[other] book's
    } start { $start } in months of 28 days
date-counted-clamped = window `{ $window }`, counted from the { $whose ->
        [project] project's
       *[other] book's
    } start { $start }; { $month } has no day { $day }
date-after = window `{ $window }`: { $stage } ends on { $date }
date-counted-after = window `{ $window }`, counted from { $date }
date-set = set by the project
date-set-reason = set by the project: "{ $reason }"
date-clipped = clipped: it starts when { $stage } has ended, on { $date }
date-moved-later =
    { $days ->
        [one] moved { $days } day later with the end of { $stage }
       *[other] moved { $days } days later with the end of { $stage }
    }
date-moved-earlier =
    { $days ->
        [one] moved { $days } day earlier with the end of { $stage }
       *[other] moved { $days } days earlier with the end of { $stage }
    }
date-moved-end-set = the project set that end to { $date }
date-moved-end-set-reason = the project set that end to { $date }: "{ $reason }"
date-moved-end-since = that end is { $date } since the project moved its start
date-moved-end-since-reason = that end is { $date } since the project moved its start: "{ $reason }"
date-moved-start-from = by window `{ $window }` it would start on { $date }
date-moved-end-from = by window `{ $window }` it would end on { $date }
date-kept-length =
    { $days ->
        [one] the project moved the start, and the length stays { $days } day
       *[other] the project moved the start, and the length stays { $days } days
    }
open-kept-length = open: the project moved the start, and no length is known
open-window = open: window `{ $window }` has no end
open-stage = open: the stage has no end
unscheduled-no-window = unscheduled: the stage has no window
unscheduled-no-start = unscheduled: window `{ $window }` is counted from the project's start, and neither the project nor the book has one
unscheduled-unknown-stage = unscheduled: there is no stage `{ $id }` to come after
unscheduled-ring = unscheduled: the windows wait for each other, { $ring }
unscheduled-after-open = unscheduled: it comes after { $stage }, which has no end
unscheduled-after-unscheduled = unscheduled: it comes after { $stage }, which is unscheduled
unscheduled-backwards = unscheduled: it would end on { $end }, before it starts on { $start }
unscheduled-clipped-away = unscheduled: overlaps are clipped, and it is over before { $stage } ends
unscheduled-behind-open = unscheduled: overlaps are clipped, and { $stage } has no end
unscheduled-out-of-calendar = unscheduled: it would leave the calendar, which ends with the year 9999
unscheduled-review-open = unscheduled: the window has no end
unscheduled-review-no-workday = unscheduled: the window has no workday
review-last-day = last day of the window, and a workday
review-last-workday = last workday of the window: { $skipped }
overlap-days =
    { $days ->
        [one] overlaps { $stage } for { $days } day, { $policy ->
        [warn] the book warns of it
        [deny] the book denies it
       *[other] allowed
    }
       *[other] overlaps { $stage } for { $days } days, { $policy ->
        [warn] the book warns of it
        [deny] the book denies it
       *[other] allowed
    }
    }
overlap-open = overlaps { $stage } from then on, for both are open; { $policy ->
        [warn] the book warns of it
        [deny] the book denies it
       *[other] allowed
    }
gap =
    { $days ->
        [one] { $days } day between { $before } and { $stage } belongs to no stage
       *[other] { $days } days between { $before } and { $stage } belong to no stage
    }
skipped-weekday = { $date } is a { $weekday }
skipped-weekdays =
    { $days ->
        [2] { $first } and { $last } are no workdays
       *[other] { $first } to { $last } are no workdays
    }
skipped-holiday =
    { $days ->
        [1] { $first } is a holiday
        [2] { $first } and { $last } are holidays
       *[other] { $first } to { $last } are holidays
    }
skipped-named-holiday =
    { $days ->
        [1] { $first } is { $name }
        [2] { $first } and { $last } are { $name }
       *[other] { $first } to { $last } are { $name }
    }
skipped-freeze = a freeze lasts until { $last }
skipped-named-freeze = a freeze "{ $reason }" lasts until { $last }
skipped-avoided = { $date } is a { $weekday }, which is avoided
skipped-avoided-days =
    { $days ->
        [2] { $first } and { $last } are weekdays that are avoided
       *[other] { $first } to { $last } are weekdays that are avoided
    }
skipped-rest = and so on until { $date }
wave-started-on = started on { $date }
wave-by-stage = { $stage } starts on that day
wave-by-stage-after = first allowed day from { $from }, when { $stage } starts: { $skipped }
wave-own-after = first allowed day from { $from }, which the project set: { $skipped }
wave-not-before-today = it has not started, and can't before today
wave-not-before-today-after = it has not started; first allowed day from { $from }: { $skipped }
wave-by-bake =
    { $bake ->
        [one] the day after the bake of `{ $wave }` ({ $bake } workday)
       *[other] the day after the bake of `{ $wave }` ({ $bake } workdays)
    }
wave-by-bake-after =
    { $bake ->
        [one] the bake of `{ $wave }` ({ $bake } workday) ends on { $date }; first allowed day after it: { $skipped }
       *[other] the bake of `{ $wave }` ({ $bake } workdays) ends on { $date }; first allowed day after it: { $skipped }
    }
wave-passed-over = the project set { $date }, which is earlier
unscheduled-wave-no-start = unscheduled: { $stage } has no start
unscheduled-wave-no-day = unscheduled: in the ten years from { $date } on there is no day on which it may start and be watched
unscheduled-wave-holding = unscheduled: `{ $wave }` is on hold since { $date }
unscheduled-wave-rolled-back = unscheduled: `{ $wave }` is rolled back since { $date }
unscheduled-killed = unscheduled: the project was ended at the gate of { $stage } on { $date }
unscheduled-closed = unscheduled: the project is closed since { $date }

## Events

gate-of = Gate of { $stage }
wave-of = Wave { $percent } % of { $stage }
event-gate = Gate review of { $stage }
event-waiver = Waiver ends: { $item }
event-evidence = Evidence expires: { $item }
event-condition = Condition: { $text }
event-gate-decided = Gate of { $stage }: { $outcome }
event-wave-decided = Wave { $percent } % of { $stage }: { $outcome }
freeze = Freeze
freeze-because = Freeze: { $reason }
moment-begins = { $event } begins
moment-ends = { $event } ends
moment-wave-starts = { $event } starts
moment-wave-started = { $event } started
moment-bake-ends = { $event }: bake ends
moment-last-day = { $event }, last day
waiting-no-decision = { $event }: bake over, no decision
waiting-to-end = { $event } was to end
waiting-to-start = { $event } was to start
feed-summary-open = { $event } (open end)
feed-project = Project: { $project }
feed-stage = Stage: { $stage }
feed-owner = Owner: { $owners }
feed-deciders = Decides: { $owners }
feed-decided-by = Decided by: { $owners }
feed-window-open = The window of a stage begins on this day. It is open: no last day is planned.
feed-window = The window of a stage, from its first to its last day.
feed-gate = The review of a gate, on the last workday of the stage's window. It waits for a decision.
feed-wave-forecast = A forecast of a wave, from its start to the last day of its bake. It moves when an earlier wave starts or ends on another day, and when this one does not start in time.
feed-wave = A wave that has started, to the last day of its bake.
feed-due-condition = The last day for a condition of a decision. It is open.
feed-due = The last day for an item of the checklist. It is open.
feed-expiry = The last day on which this holds. After it the item is open again.
feed-decision = A decision, on the day on which it was made.
feed-freeze = No wave starts on these days.
feed-holiday = A day off: no workday, and no wave starts.
feed-calendar = The rollout calendar of { $book }.
feed-calendar-of = { $title }, from the rollout calendar of { $book }.

## Days in short, and how far they are

date-short = { $day } { $month } { $year }
date-short-of-year = { $day } { $month }
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
days-later =
    { $days ->
        [one] { $days } day later
       *[other] { $days } days later
    }
days-earlier =
    { $days ->
        [one] { $days } day earlier
       *[other] { $days } days earlier
    }
as-planned = as planned
period = { $from } to { $to }
period-open = from { $from }, open
as-of-day = as of { $day }
on-as-of = as-of day
done-on = done { $day }
due-on = due { $day }
overdue = overdue
expected-on = expected { $day }
started-on = started { $day }
value-on = { $value } on { $day }
window-day = Day { $first }
window-day-on = Day { $first }+
window-week = Week { $first }
window-week-on = Week { $first }+
window-month = Month { $first }
window-month-on = Month { $first }+
window-quarter = Quarter { $first }
window-quarter-on = Quarter { $first }+
window-days = Days { $first }–{ $last }
window-weeks = Weeks { $first }–{ $last }
window-months = Months { $first }–{ $last }
window-quarters = Quarters { $first }–{ $last }
window-after = after { $stage } for { $long }
for-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
for-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
for-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
for-quarters =
    { $count ->
        [one] { $count } quarter
       *[other] { $count } quarters
    }
due-at-start = at the start
due-at-end = at the end
due-days-before-start =
    { $count ->
        [one] { $count } day before the start
       *[other] { $count } days before the start
    }
due-days-before-end =
    { $count ->
        [one] { $count } day before the end
       *[other] { $count } days before the end
    }
due-days-after-start =
    { $count ->
        [one] { $count } day after the start
       *[other] { $count } days after the start
    }
due-days-after-end =
    { $count ->
        [one] { $count } day after the end
       *[other] { $count } days after the end
    }
due-weeks-before-start =
    { $count ->
        [one] { $count } week before the start
       *[other] { $count } weeks before the start
    }
due-weeks-before-end =
    { $count ->
        [one] { $count } week before the end
       *[other] { $count } weeks before the end
    }
due-weeks-after-start =
    { $count ->
        [one] { $count } week after the start
       *[other] { $count } weeks after the start
    }
due-weeks-after-end =
    { $count ->
        [one] { $count } week after the end
       *[other] { $count } weeks after the end
    }

## Numbers: progress, items, people

decimal-mark = .
progress-of = Progress of { $what }
points-of =
    { $counted ->
        [one] { $done } of { $counted } point, { $percent } %
       *[other] { $done } of { $counted } points, { $percent } %
    }
no-items = no items
count-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
count-musts =
    { $count ->
        [one] { $count } must
       *[other] { $count } musts
    }
no-musts = no musts
musts-of =
    { $total ->
        [one] { $resolved } of { $total } must
       *[other] { $resolved } of { $total } musts
    }
musts-resolved =
    { $total ->
        [one] { $resolved } of { $total } must resolved
       *[other] { $resolved } of { $total } musts resolved
    }
expected-workdays =
    { $total ->
        [one] expected { $elapsed } of { $total } workday, { $percent } %
       *[other] expected { $elapsed } of { $total } workdays, { $percent } %
    }
claimed-without-evidence = { $percent } % claimed without evidence
points =
    { $count ->
        [one] { $shown } point
       *[other] { $shown } points
    }
not-counted = not counted
people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
people-of =
    { $count ->
        [one] { $reached } of { $count } person
       *[other] { $reached } of { $count } people
    }
workdays =
    { $count ->
        [one] { $count } workday
       *[other] { $count } workdays
    }
workdays-until = { $workdays }, until { $day }
count-more = { $count } more
plus-more = + { $count } more
all-count = All { $count }
more-projects =
    { $count ->
        [one] and { $count } more project
       *[other] and { $count } more projects
    }

## Kinds of pages, in lists of links

page-kind-home = home
page-kind-section = section
page-kind-stage = stage
page-kind-cause = cause
page-kind-practice = practice
page-kind-project = project
page-kind-project-stage = project stage
page-kind-decision = decision

## Stages and projects

stage-number = Stage { $number }
stage = Stage
practice = Practice
decision = Decision
status = Status
checklist = Checklist
gate = Gate
waves = Waves
waves-of = Waves of { $what }
practices = Practices
exposures = Exposures
exposed-on-the-way-out = Exposed on the way out
what-stops-here = What stops projects here
output = Output
not-in-this-stage = Not in this stage
projects-in-this-stage = Projects in this stage
cohort = Cohort
weight = Weight
planned = Planned
first-planned = First planned
moved-because = Moved because
gate-review = Gate review
playbook = Playbook
notes = Notes
current-stage = current stage
the-path = The path
schedule = Schedule
next-gate = Next gate
coming-up = Coming up
updates = Updates
decisions = Decisions
project-closed = Closed on { $day }.
closed-on = { $outcome } { $day }
owner = Owner
sponsor = Sponsor
start = Start
tags = Tags
project-is-not-exposed = No guard is open: this project is exposed to none of the causes.
project-in-the-calendar = This project in the calendar, { $month }
update-differs = Differs from the computed status: { $status }
more-reasons =
    { $count ->
        [one] { $count } more reason: { $statuses }
       *[other] { $count } more reasons: { $statuses }
    }
to-clear = To clear:
rule-named = rule { $rule }
page-has-moved = This page has moved: { $link }

## Items of a checklist

item-must = must
item-may = may
link-to = Link to { $what }
needs-evidence = needs evidence
may-be-not-applicable = may be not applicable
added-by-this-project = added by this project
in-the-playbook = in the playbook
answer = Answer
reason = Reason
note = Note
evidence = Evidence
depends-on = Depends on
guards-against = Guards against
evidence-given = given { $day }
evidence-holds-until = holds until { $day }
evidence-does-not-count = does not count
ticked-without-evidence = ticked, but no evidence
ticked-evidence-void = ticked, but its evidence does not hold
waived-until = waived until { $day }
waived-until-by = waived until { $day } by { $by }
waiver-ended = the waiver ended on { $day }

## Gates and decisions

gate-decided-by = Decided by
gate-review-on = Review on
open-conditions =
    { $count ->
        [one] { $count } open condition
       *[other] { $count } open conditions
    }
conditions = Conditions
decision-ahead = Dated after { $today }, not yet in force. It changes no status until { $day }.
decision-ahead-of-page = Dated after the day of this page, not yet in force. It changes no status until { $day }.
decision-outcome = Outcome
decision-on = On
decision-date = Date
decision-by = By

## Causes and practices

failure-cause = Failure cause
who-is-exposed = Who is exposed now
how-it-shows = How it shows
what-guards = What guards against it
practices-that-prevent = Practices that prevent it
stops-projects-between = Stops projects between
between = { $from } and { $to }
severity = Severity
severity-is = severity { $severity } of 5
out-of-five = { $number } of 5
more-in-the-matrix = and { $count } more in the matrix
no-open-guard = No project has an open guard.
applies-in = Applies in
all-stages = all stages
where-it-is-checked = Where it is checked
what-it-prevents = What it prevents
exposure = Exposure
exposure-description = Which project is exposed to which cause, the most exposed first.
exposure-score = score: severity × share of open guards, 0 to 5
projects-and-causes = Projects and causes
exposure-table = Projects and the causes they are exposed to
no-project-is-running = No project is running.
no-causes-yet = There are no causes yet.
more-exposed-projects =
    { $count ->
        [one] { $count } more project
       *[other] { $count } more projects
    }
critical-because = Critical because
guards-open =
    { $guards ->
        [one] { $open } of { $guards } guard open
       *[other] { $open } of { $guards } guards open
    }

## Waves and their curve

waves-description = How many users each wave reaches and when, by plan and really, and what each wave needs to go on.
percent-of-users = { $percent } % of users
wave-named = wave { $percent } %
wave-in-a-row = Wave { $percent } %
wave-now = Now: { $wave }
wave-next = Next: { $wave }
needed-to-start = Needed to start
needed-to-go-on = Needed to go on
curve-link = The curve, the measurements and what each wave needs
waves-in-full = The curve, the guardrails and every wave in full
bake-note = Bake: the workdays that a wave runs before it is judged, counted from the day it starts.
bake-for =
    { $count ->
        [one] bake { $count } workday
       *[other] bake { $count } workdays
    }
bake = Bake
bake-until = Bake until
way-back = way back: { $link }
started = Started
forecast-day = Forecast
people-label = People
new-people = ({ $count } new)
really-reached = Really reached
guardrails = Guardrails
count-guardrails =
    { $count ->
        [one] { $count } guardrail
       *[other] { $count } guardrails
    }
guardrail-target = target { $target }
warns-from-up = warns from { $bound } up
warns-above = warns above { $bound }
warns-from-down = warns from { $bound } down
warns-below = warns below { $bound }
samples-of =
    { $count ->
        [one] { $samples } of at least { $count } sample
       *[other] { $samples } of at least { $count } samples
    }
samples-from =
    { $count ->
        [one] from { $count } sample
       *[other] from { $count } samples
    }
measurements =
    { $count ->
        [one] { $count } measurement
       *[other] { $count } measurements
    }
measurements-of =
    { $count ->
        [one] { $taken } of { $count } measurement
       *[other] { $taken } of { $count } measurements
    }
reached = Reached
nobody-yet = nobody yet
nobody-yet-of = nobody yet, of { $people }
the-curve = The curve
the-curve-of = { $stage }: the curve
wave-by-wave = Wave by wave
wave-by-wave-of = { $stage }: wave by wave
no-wave-was-started = No wave was started.
no-wave-has-a-date = No wave has a date yet.
curve-title = Share of users reached, { $from } to { $to }
curve-reached = { $percent } % of the users are reached on { $day }.
curve-nobody = On { $day } nobody is reached yet.
curve-wave-started =
    { $planned ->
        [none] Wave { $percent } % had no planned day, started on { $day } and is { $state }.
       *[other] Wave { $percent } % was planned for { $planned }, started on { $day } and is { $state }.
    }
curve-wave-expected =
    { $planned ->
        [none] Wave { $percent } % has no planned day and is expected on { $day }.
       *[other] Wave { $percent } % was planned for { $planned } and is expected on { $day }.
    }
curve-wave-unscheduled =
    { $planned ->
        [none] Wave { $percent } % has no planned day and is unscheduled.
       *[other] Wave { $percent } % was planned for { $planned } and is unscheduled.
    }
curve-people = people
curve-step = { $percent } % reached since { $day }
curve-step-people = { $percent } %, { $people }, reached since { $day }
curve-step-to-come = { $percent } % expected from { $day }
curve-step-to-come-people = { $percent } %, { $people }, expected from { $day }
curve-decided = Wave { $percent } %: { $outcome } on { $day }
chart-key = Key
curve-key-planned = planned
curve-key-reached = really reached
curve-key-held = on hold
curve-key-forecast = expected, may move
curve-key-freeze = freeze
curve-key-decided = decided: { $outcome }
curve-as-table = The curve as a table
wave = Wave
state = State

## Chart of windows, gates and waves

chart-range = From { $from } to { $to }, in the order in which something has to be decided.
chart-of-projects = Windows, gates and waves of the projects
chart-of-project = Windows, gates and waves of { $project }, in words below the chart
chart-of-stages = Stages and waves over time
chart-time = Time
chart-without-closed = Closed projects are not in the chart: { $projects }.
in-the-list-of-projects = { $count } in the list of projects
chart-overdue = Overdue
chart-within-two-weeks = Within two weeks
chart-within-eight-weeks = Within eight weeks
chart-later = Later
chart-unscheduled = Nothing scheduled
chart-group =
    { $all ->
        [one] { $name }, { $all } project
       *[other] { $name }, { $all } projects
    }
chart-part = { $name }, { $from } to { $to } of { $all }
gate-named = { $stage } gate
wave-decision = wave { $percent } % decision
decided-on = { $outcome } on { $day }
review-on-day = review on { $day }
review-day = review { $day }
chart-gate-of = Gate of { $stage }: { $what }
chart-gate = gate { $what }
chart-moved = against the baseline { $slip }
chart-first-record = first record { $day }
chart-wave-unscheduled = wave { $percent } % unscheduled
chart-wave-started = wave { $percent } % started { $day }, { $state }
chart-wave-started-moved = wave { $percent } % started { $day }, { $shift } than planned, { $state }
chart-wave-expected = wave { $percent } % expected { $day }
chart-wave-expected-moved = wave { $percent } % expected { $day }, { $shift } than planned
chart-waves-of = Waves of { $stage }: { $what }
chart-overlap = { $first } and { $second } overlap
chart-overlap-days =
    { $days ->
        [one] { $first } and { $second } overlap for { $days } day
       *[other] { $first } and { $second } overlap for { $days } days
    }
chart-from = { $what } from { $day }
chart-to = { $what } to { $day }
chart-before = Before the chart: { $what }
chart-after = After the chart: { $what }
as-of-before-chart = { $day } is before the first day drawn
as-of-after-chart = { $day } is after the last day drawn
chart-is-cut = Only the time around the as-of day is drawn; an arrow at the edge says that there is more
slip-starts = starts { $shift }
slip-ends = ends { $shift }
slip-now-ends = now has an end
slip-now-open = is open now
now-moved = now { $slip }
chart-record = First record { $day }
chart-record-passed = First record { $day }, passed { $passed }
chart-baseline = Baseline { $period }
chart-baseline-moved = Baseline { $period }; now { $slip }
chart-key-window = window as planned now, coloured by status
chart-key-not-started = window not started
chart-key-open = window without an end
chart-key-baseline = baseline, before the project moved it
chart-key-actual = really at work: first record to go, or to now
chart-key-overlap = stages overlap
chart-key-gate = gate review
chart-key-overdue = gate review overdue
chart-key-passed = gate passed
chart-key-refused = gate: hold or kill
chart-key-wave = wave, as high as its percent; filled once begun
chart-key-planned = wave was planned here
chart-key-freeze = freeze
chart-key-holiday = holiday
chart-key-outside = more outside the chart
go-to-day = go to { $day }
holiday = Holiday
holidays-are = Holidays: { $days }
chart-in-words = The chart in words
dates-of-stages = Dates of the stages
dates-of-waves = Dates of the waves of { $stage }
baseline = Baseline
began = Began
passed = Passed
expected = Expected
unchanged = unchanged

## Calendar

calendar = Calendar
calendar-description = Windows, gates and waves of every project, and what comes next.
months = Months
all-months = All months
month-description = What happens in { $month }, on each day.
nothing-is-scheduled = Nothing is scheduled yet.
entries =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
entries-and-under-way = { $entries }; { $count } under way from before
later-entries =
    { $count ->
        [one] { $count } later entry: { $link }
       *[other] { $count } later entries: { $link }
    }
see-the-months = see the months
month-undrawn = No room to draw as bars: { $what }. They stand on the days on which they begin and end.
month-crowded = More happens in this month than one page can show. Each day lists the first entries of each kind; the page of the day has all of them.
week-numbers = Week numbers are those of ISO 8601, of the Thursday in each row.
month-as-list = The month as a list
under-way = Under way from before
under-way-only = under way from before
day-by-day = Day by day
month-day-by-day = { $month }, day by day
week = Week
week-short = Wk
as-of-short = as of
until = { $what }, until { $day }
continued = continued
still-open = still open
still-open-from-before = Still open from before
open-end = open end
forecast = forecast
waiting-gates = Gates without a decision
waiting-waves = Waves that wait for their start or a decision
waiting-windows = Windows that are over
waiting-dues = Due dates that have passed
event-kind-freeze = freeze
event-kind-holiday = holiday
event-kind-window = window
event-kind-gate = gate
event-kind-wave = wave
event-kind-due = due
event-kind-expiry = expiry
event-kind-decision = decision
event-count-freeze =
    { $count ->
        [one] { $count } freeze
       *[other] { $count } freezes
    }
event-count-holiday =
    { $count ->
        [one] { $count } holiday
       *[other] { $count } holidays
    }
event-count-window =
    { $count ->
        [one] { $count } window
       *[other] { $count } windows
    }
event-count-gate =
    { $count ->
        [one] { $count } gate review
       *[other] { $count } gate reviews
    }
event-count-wave =
    { $count ->
        [one] { $count } wave
       *[other] { $count } waves
    }
event-count-due =
    { $count ->
        [one] { $count } due date
       *[other] { $count } due dates
    }
event-count-expiry =
    { $count ->
        [one] { $count } expiry
       *[other] { $count } expiries
    }
event-count-decision =
    { $count ->
        [one] { $count } decision
       *[other] { $count } decisions
    }
month-key-off = not worked: weekend or holiday
month-key-freeze = freeze: no wave starts
month-key-begin = begins, goes on in the next week or month
month-key-end = goes on from before, ends
month-key-forecast = forecast, may move

## Filter of the calendar: # is the number of entries shown, ## that of all

filter-label = Filter what happens
filter-kind = Kind
find-a-project = Find a project
find-an-owner = Find an owner
filter-all = Entries shown: all ##
filter-some = Entries shown: # of ##
filter-none-ahead = Nothing in the next weeks matches the filter; later months may have more. Entries shown: 0 of ##
filter-charted = Chosen projects stand in the chart; nothing in the next weeks matches the filter, and later months may have more. Entries shown: 0 of ##
filter-none-in-month = Nothing in this month matches the filter. Entries shown: 0 of ##
filter-none-on-page = Nothing on this page matches the filter. Entries shown: 0 of ##
filter-partial = Filters look at this page only, and it does not show everything.
clear-the-filter = Clear the filter

## Feeds to subscribe to

subscribe = Subscribe
subscribe-short = subscribe
subscribe-to = subscribe to { $feed }
feed-note = To subscribe, give your calendar the address of a file. It then asks again on its own schedule, Google Calendar often only once a day and Outlook every few hours, so a change shows later there.
feed-of-page = Calendar: { $file }. Calendars that subscribe ask again on their own schedule, some only once a day.
feed-of-page-subscribe = Calendar: { $file }, { $subscribe }. Calendars that subscribe ask again on their own schedule, some only once a day.
everything-in-one = Everything in one: { $feed }
by-kind = By kind
by-project = By project
by-owner = By owner
all-feeds = All { $count } feeds of owners and projects

## Search

search = Search
search-for = Search for
search-all = all
search-results = Results: { $count }
search-nothing = Nothing found for “{ $query }”
search-failed = The search index could not be loaded.
search-by-kind = Kind
search-by-stage = Stage
search-by-status = Status
search-by-owner = Owner
search-kind-home = front page
search-kind-section = overview
search-kind-stage = stage
search-kind-cause = cause
search-kind-practice = practice
search-kind-portfolio = projects
search-kind-project = project
search-kind-project-stage = stage of a project
search-kind-waves = waves
search-kind-decision = decision
search-kind-calendar = calendar
search-kind-month = month
search-kind-matrix = exposure
search-kind-page = page
a-z-title = All pages and headings
a-z-letters = Letters
not-found-title = Page not found
not-found-why = There is no page at this address. It may have been moved, or the link that led here may be mistyped. Search for it, or begin here:

## Print: the steering sheet of a project, and the handbook on one page

print-all = Print the handbook
print-sheet = Steering sheet
print-sheet-of = Steering sheet of { $project }
print-no-reason = No reason for concern.
print-before = { $count } before these.
print-after = { $count } after these.
print-no-gate = No gate is ahead.
print-none-open = Every must is resolved.
print-asked = Decisions asked
print-none-asked = None at present.
print-gate-waits = The gate of { $stage } waits for a decision
print-condition = Condition of a decision: { $text }
print-exposures = Greatest exposures
print-none-exposed = No guard is open.
print-cause = Cause
print-closes-with = What would close it
print-reach = Users
print-starts = Start, or forecast
print-updates = Latest updates
print-no-updates = None so far.
print-handbook = The whole handbook
print-part = { $title }, part { $n }
print-continued = { $title }, continued
print-introduction = Introduction
print-contents = Contents
print-parts = Parts
print-too-long = The handbook is too long for one file. Each of its parts can be printed by itself.
print-window = Window

## Reading: what stands beside an author's text

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
task-done = Done: { $text }
task-open = Open: { $text }
table = Table
footnotes = Footnotes
footnote-back = Back to the text
footnote-back-to = Back to reference { $number } in the text
last-updated = Last updated { $day }
report-a-problem = Report a problem
report-subject = Problem on the page “{ $title }”
report-text = Page: { $page }
copy-code = Copy
code-copied = Copied
code-not-copied = Could not copy
