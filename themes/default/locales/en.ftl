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
page-has-moved = This page has moved:

## Home

home-attention = What needs attention
home-more-attention = and { $count } more that need it
home-calm = Nothing does: no project is killed, blocked, late or at risk.
home-path = The path
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
project-status = Status
project-stage = Stage
project-next-gate = Next gate
project-gate-of = Gate of { $stage }
project-no-gate = no gate ahead
project-progress = Progress
project-all-complete = all complete
project-owner = Owner
project-sponsor = Sponsor
project-start = Start
project-users = Users at full scale
project-tags = Tags
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
stage-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
stage-musts =
    { $count ->
        [one] { $count } must
       *[other] { $count } musts
    }
stage-no-items = no items
stage-current = current stage
link-copied = Link copied

## Keyboard

keys = Keyboard shortcuts
keys-search = Search
keys-home = Home
keys-help = This help
keys-on = Shortcuts of a single key are on
close = Close
scheme-auto = Colours: as the system
scheme-light = Colours: light
scheme-dark = Colours: dark
