### Les mots du site en français. Lesquels existent et ce qu’ils contiennent est fixé par `en.ftl`.

## Jours

date =
    { $day ->
        [1] 1er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
date-of-year =
    { $day ->
        [1] 1er { $month }
       *[other] { $day } { $month }
    }
month-of-year = { $month } { $year }
today = aujourd’hui
in-days =
    { $days ->
        [1] demain
       *[other] dans { $days } jours
    }
days-ago =
    { $days ->
        [1] hier
       *[other] il y a { $days } jours
    }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-of-date-1 = janvier
month-of-date-2 = février
month-of-date-3 = mars
month-of-date-4 = avril
month-of-date-5 = mai
month-of-date-6 = juin
month-of-date-7 = juillet
month-of-date-8 = août
month-of-date-9 = septembre
month-of-date-10 = octobre
month-of-date-11 = novembre
month-of-date-12 = décembre
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche

## Cadre : ce qui entoure chaque page

skip-to-content = Aller au contenu
site-navigation = Site
menu = Menu
overview = Vue d’ensemble
and-more = et { $count } de plus
breadcrumb = Fil d’Ariane
on-this-page = Sur cette page
link-to-section = Lien vers cette section
linked-from = Pages qui mènent ici
previous-and-next = Page précédente et page suivante
previous = Précédent
next = Suivant
pager-label = Pages de la liste
pager-range = De { $from } à { $to } sur { $all }
pager-page = Page { $number }
title-of-page = { $title }, page { $number }
as-of = Avancement et dates au { $day }
edit-this-page = Modifier cette page

## Statut et raisons

status-killed = arrêté
status-blocked = bloqué
status-late = en retard
status-at-risk = menacé
status-on-track = dans les temps
status-not-started = pas commencé
status-complete = terminé
status-count-killed =
    { $count ->
        [one] { $count } arrêté
       *[other] { $count } arrêtés
    }
status-count-blocked =
    { $count ->
        [one] { $count } bloqué
       *[other] { $count } bloqués
    }
status-count-late = { $count } en retard
status-count-at-risk =
    { $count ->
        [one] { $count } menacé
       *[other] { $count } menacés
    }
status-count-on-track = { $count } dans les temps
status-count-not-started =
    { $count ->
        [one] { $count } pas commencé
       *[other] { $count } pas commencés
    }
status-count-complete =
    { $count ->
        [one] { $count } terminé
       *[other] { $count } terminés
    }
status-count-scaled =
    { $count ->
        [one] { $count } déployé
       *[other] { $count } déployés
    }
status-count-stopped =
    { $count ->
        [one] { $count } abandonné
       *[other] { $count } abandonnés
    }
rag-red = rouge
rag-amber = orange
rag-green = vert
rag-grey = gris
outcome-go = feu vert
outcome-conditional-go = feu vert sous conditions
outcome-hold = suspension
outcome-kill = arrêt
outcome-continue = poursuite
outcome-rollback = retour arrière
outcome-scaled = déployé
outcome-stopped = abandonné
level-none = aucune
level-latent = latente
level-exposed = avérée
level-critical = critique
verdict-pass = respecté
verdict-warn = alerte
verdict-fail = franchi
verdict-inconclusive = indéterminé
wave-planned = planifiée
wave-running = en cours
wave-promoted = validée
wave-holding = suspendue
wave-rolled-back = annulée
state-todo = à faire
state-doing = en cours
state-done = fait
state-blocked = bloqué
state-na = sans objet
state-waived = dérogé
state-claimed = déclaré
state-open = ouvert
kind-freeze = Gels
kind-holiday = Jours fériés
kind-window = Fenêtres
kind-gate = Revues de jalon
kind-wave = Vagues
kind-due = Échéances
kind-expiry = Expirations
kind-decision = Décisions
unscheduled = non planifié

## Web

updates-feed = { $book } : décisions et actualités

## Accueil

home-attention = Ce qui demande attention
home-more-attention = et { $count } de plus qui la demandent
home-calm = Rien : aucun projet n’est arrêté, bloqué, en retard ni menacé.
home-causes = Ce qui arrête les projets
home-about = À propos
home-completed =
    { $done ->
        [one] { $done } projet terminé sur { $count }
       *[other] { $done } projets terminés sur { $count }
    }
home-completed-label = Projets qui ont terminé { $stage }

## Navigation

section-stages = Étapes
section-projects = Projets
section-causes = Causes
section-practices = Pratiques
section-decisions = Décisions
section-exposure = Exposition
section-calendar = Calendrier
section-waves = Vagues
section-empty = Il n’y a encore rien ici.
no-projects = Il n’y a pas encore de projets.
project = Projet
project-no-gate = aucun jalon à venir
project-progress = Avancement
project-all-complete = toutes terminées
project-users = Utilisateurs à terme
project-count =
    { $count ->
        [one] { $count } projet
       *[other] { $count } projets
    }
stage-projects-here =
    { $count ->
        [0] aucun projet ici
        [one] { $count } projet ici
       *[other] { $count } projets ici
    }
link-copied = Lien copié

## Clavier

keys = Raccourcis clavier
keys-search = Recherche
keys-turn = Page suivante et page précédente
keys-home = Accueil
keys-help = Cette aide
keys-on = Les raccourcis à une touche sont actifs
close = Fermer
scheme-auto = Couleurs : comme le système
scheme-light = Couleurs : claires
scheme-dark = Couleurs : sombres
one-after-another = { $first } ; { $next }
reason-killed = le jalon a décidé l’arrêt le { $date }
clear-killed = rien : une nouvelle décision rouvrirait l’étape
reason-complete-decided =
    { $outcome ->
        [conditional-go] tous les points obligatoires étaient réglés quand le jalon a donné son feu vert sous conditions le { $date }
       *[other] tous les points obligatoires étaient réglés quand le jalon a donné son feu vert le { $date }
    }
reason-complete-musts = tous les points obligatoires sont réglés, { $resolved } sur { $total }
reason-complete-waves = toutes les vagues sont validées
reason-complete-items = tous ses points de contrôle sont faits
reason-complete-over = rien n’est compté et sa fenêtre est passée
clear-complete = il n’y a rien à faire
reason-must-blocked = le point « { $item } » est bloqué : { $why }
clear-must-blocked = lever le blocage, puis mettre son état à doing ou à done
reason-dependency-overdue = le point « { $item } » attend « { $other } », en retard depuis le { $date }
clear-dependency-overdue = faire d’abord { $id }
reason-gate-hold = le jalon a décidé la suspension le { $date }
clear-gate-hold = consigner une nouvelle décision sur le jalon
reason-wave-holding = la vague { $percent } % est suspendue
reason-wave-rolled-back = la vague { $percent } % est annulée
clear-wave-stopped = une fois le problème corrigé, consigner la décision de poursuivre
reason-guardrail = vague { $percent } % : { $metric } est à { $value } le { $date }, et non { $bound }
clear-guardrail-fail = corriger et mesurer à nouveau, ou annuler la vague
clear-guardrail-warn = comprendre pourquoi la mesure a bougé avant la vague suivante
reason-window-over = sa fenêtre s’est terminée le { $date }, { $away }, et l’étape n’est pas terminée
clear-window-over = décider du jalon, ou déplacer sa fin en disant pourquoi
clear-window-over-musts = régler ses points obligatoires et décider du jalon, ou déplacer sa fin en disant pourquoi
reason-must-overdue = le point « { $item } » était dû le { $date }, { $away }
clear-must-overdue = le faire, ou convenir d’une nouvelle échéance
reason-musts-overdue =
    { $count ->
        [one] { $count } point obligatoire reste ouvert après le dernier jour de la fenêtre, le { $date } : { $ids }
       *[other] { $count } points obligatoires restent ouverts après le dernier jour de la fenêtre, le { $date } : { $ids }
    }
clear-musts-overdue = les faire, ou déplacer la fin de l’étape en disant pourquoi
reason-condition-overdue = la condition « { $text } » était due le { $date }, { $away }
clear-condition-overdue = la remplir et inscrire sa date `done` dans la décision
reason-wave-overdue = la vague { $percent } % devait démarrer le { $date }, { $away }
clear-wave-overdue = la démarrer, ou déplacer son départ
reason-reopened = le point « { $item } » de l’étape terminée « { $stage } » est de nouveau ouvert
clear-reopened = le régler à nouveau
reason-behind = avancement de { $done } sur { $counted } { $counted ->
        [one] point
       *[other] points
    } ({ $percent } %), alors que { $elapsed } sur { $total } { $total ->
        [one] jour ouvré est passé
       *[other] jours ouvrés sont passés
    } ({ $expected } %)
clear-behind =
    { $allowed ->
        [one] avoir au plus { $allowed } point de pourcentage de retard, ou déplacer la fenêtre en disant pourquoi
       *[other] avoir au plus { $allowed } points de pourcentage de retard, ou déplacer la fenêtre en disant pourquoi
    }
reason-no-owner = le point « { $item } » est dû le { $date } et n’a pas de responsable
clear-no-owner = désigner un responsable
reason-musts-no-owner =
    { $count ->
        [one] { $count } point obligatoire est dû avec la fenêtre, le { $date }, et n’a pas de responsable : { $ids }
       *[other] { $count } points obligatoires sont dus avec la fenêtre, le { $date }, et n’ont pas de responsable : { $ids }
    }
clear-musts-no-owner = désigner des responsables
reason-expiring-waiver = la dérogation pour « { $item } » se termine le { $date }, { $away }
clear-expiring-waiver = faire le point, ou faire prolonger la dérogation
reason-expiring-evidence = la preuve pour « { $item } » expire le { $date }, { $away }
clear-expiring-evidence = renouveler la preuve
reason-gate-skipped = cette étape a commencé, mais le jalon de « { $stage } » n’a pas de feu vert, et sa fenêtre s’est terminée le { $date }
clear-gate-skipped = décider du jalon de « { $stage } »
reason-exposure = exposé à « { $cause } » : { $open } sur { $guards } { $guards ->
        [one] protection
       *[other] protections
    } à faire ; { $because }
clear-exposure = réaliser ses protections encore ouvertes : { $ids }
reason-wave-undecided = la période d’observation de la vague { $percent } % s’est terminée le { $date }, { $away } : rien n’est décidé
clear-wave-undecided = décider de la vague
reason-wave-unmeasured = la période d’observation de la vague { $percent } % s’est terminée le { $date }, { $away } : trop peu de mesures de { $guardrails }
clear-wave-unmeasured = mesurer jusqu’à ce que les garde-fous se prononcent, puis décider de la vague
reason-stale-undated = rien dans cette étape ne porte de date
clear-stale-undated = inscrire quand un état a été atteint, ou une actualité
reason-stale =
    { $workdays ->
        [one] la dernière entrée datée est du { $date }, avant le dernier jour ouvré
       *[other] la dernière entrée datée est du { $date }, avant les { $workdays } derniers jours ouvrés
    }
clear-stale = inscrire une actualité, ou la date du prochain état
reason-gate-open = tout est fait, et le jalon attend sa décision
reason-gate-open-musts = tous les points obligatoires sont réglés, { $total } sur { $total }, et le jalon attend sa décision
clear-gate-open = décider du jalon
status-for-reasons =
    { $reasons ->
        [one] { $status }, pour { $reasons } raison
       *[other] { $status }, pour { $reasons } raisons
    }
status-and-others =
    { $others ->
        [one] { $status } ; { $others } autre raison
       *[other] { $status } ; { $others } autres raisons
    }
status-for-reasons-and-others =
    { $reasons ->
        [one] { $status }, pour { $reasons } raison, et { $others } de plus
       *[other] { $status }, pour { $reasons } raisons, et { $others } de plus
    }
accepted-by = accepté par { $by } jusqu’au { $date }

## Exposition

because-guard-blocked = la protection « { $item } » est bloquée
because-guard-overdue = la protection « { $item } » est en retard
because-completed = l’étape « { $stage } » a été terminée avec des protections ouvertes
because-walked-past = l’étape « { $stage } » est passée et a été sautée
because-over = l’étape « { $stage } » est passée
because-ends-soon =
    { $days ->
        [one] l’étape « { $stage } » se termine d’ici { $days } jour
       *[other] l’étape « { $stage } » se termine d’ici { $days } jours
    }

## Ce qu’il faut à une vague

need-gate = le jalon de « { $stage } » n’a pas encore de feu vert
need-gates = les jalons de { $most } et { $last } n’ont pas encore de feu vert
need-wave-before-planned = la vague { $percent } % passe avant, et n’a pas démarré
need-wave-before-running = la vague { $percent } % passe avant : elle est en cours, et rien n’est décidé
need-stopped-holding = la vague { $percent } % est suspendue, et rien après elle n’a de date tant qu’elle ne reprend pas
need-stopped-rolled-back = la vague { $percent } % est annulée, et rien après elle n’a de date tant qu’elle ne reprend pas
need-start-overdue = elle devait démarrer le { $date }, { $away }
need-start-overdue-earliest = elle devait démarrer le { $date }, { $away } ; elle peut démarrer au plus tôt le { $first }
need-start =
    { $limit ->
        [calendar] d’après le calendrier, elle peut démarrer le { $date }, { $away }
       *[other] elle peut démarrer le { $date }, { $away }
    }
need-start-planned =
    { $limit ->
        [calendar] d’après le calendrier, elle peut démarrer le { $date }, { $away } (prévue le { $planned })
       *[other] elle peut démarrer le { $date }, { $away } (prévue le { $planned })
    }
need-start-today =
    { $limit ->
        [calendar] d’après le calendrier, elle peut démarrer aujourd’hui
       *[other] elle peut démarrer aujourd’hui
    }
need-start-today-planned =
    { $limit ->
        [calendar] d’après le calendrier, elle peut démarrer aujourd’hui (prévue le { $planned })
       *[other] elle peut démarrer aujourd’hui (prévue le { $planned })
    }
need-unscheduled = rien ne dit quand elle démarre : son étape n’a pas de dates, ou le calendrier n’a pas de jour pour elle
need-bake =
    { $workdays ->
        [one] sa période d’observation dure jusqu’au { $date }, encore { $workdays } jour ouvré
       *[other] sa période d’observation dure jusqu’au { $date }, encore { $workdays } jours ouvrés
    }
need-bake-today = sa période d’observation se termine aujourd’hui
need-guardrail-fail = { $metric } est à { $value } le { $date }, et non { $bound }
need-guardrail-warn = { $metric } est à { $value } le { $date }, et non { $bound } : dans l’objectif, mais au-delà du seuil d’alerte
need-guardrail-unmeasured =
    { $least ->
        [one] pas de mesure : { $metric }
       *[other] pas de mesure : { $metric } ; il en faut { $least }
    }
need-guardrail-too-few =
    { $least ->
        [one] { $metric } a { $samples } mesure sur { $least }
       *[other] { $metric } : { $samples } sur { $least } mesures
    }
need-condition = la condition « { $text } » est ouverte
need-condition-due = la condition « { $text } » est ouverte, échéance le { $date }
need-decision = après sa période d’observation, une décision : poursuite, suspension ou retour arrière
need-decision-overdue = rien n’est décidé, et sa période d’observation s’est terminée le { $date }, { $away }
need-decision-holding = elle est suspendue depuis le { $date } : une nouvelle décision, poursuivre ou revenir en arrière
need-decision-anew = elle a été annulée le { $date } et relancée le { $started } : une fois stable, la décision de poursuivre
need-decision-rolled-back = elle a été annulée le { $date } : corriger, relancer, puis décider à nouveau

## Pourquoi une date

date-window = fenêtre `{ $window }`
date-window-fixed = fenêtre `{ $window }`, les mêmes jours dans chaque projet
date-counted = fenêtre `{ $window }`, comptée à partir du début { $whose ->
        [project] du projet
       *[other] du livre
    }, le { $start }
date-counted-four-week = fenêtre `{ $window }`, comptée à partir du début { $whose ->
        [project] du projet
       *[other] du livre
    }, le { $start }, en mois de 28 jours
date-counted-clamped = fenêtre `{ $window }`, comptée à partir du début { $whose ->
        [project] du projet
       *[other] du livre
    }, le { $start } ; { $month } n’a pas de jour { $day }
date-after = fenêtre `{ $window }` : « { $stage } » se termine le { $date }
date-counted-after = fenêtre `{ $window }`, comptée à partir du { $date }
date-set = fixé par le projet
date-set-reason = fixé par le projet : « { $reason } »
date-clipped = rogné : l’étape commence quand « { $stage } » est terminée, le { $date }
date-moved-later =
    { $days ->
        [one] repoussé de { $days } jour avec la fin de « { $stage } »
       *[other] repoussé de { $days } jours avec la fin de « { $stage } »
    }
date-moved-earlier =
    { $days ->
        [one] avancé de { $days } jour avec la fin de « { $stage } »
       *[other] avancé de { $days } jours avec la fin de « { $stage } »
    }
date-moved-end-set = le projet a fixé cette fin au { $date }
date-moved-end-set-reason = le projet a fixé cette fin au { $date } : « { $reason } »
date-moved-end-since = cette fin est le { $date } depuis que le projet a déplacé le début
date-moved-end-since-reason = cette fin est le { $date } depuis que le projet a déplacé le début : « { $reason } »
date-moved-start-from = d’après la fenêtre `{ $window }`, le début serait le { $date }
date-moved-end-from = d’après la fenêtre `{ $window }`, la fin serait le { $date }
date-kept-length =
    { $days ->
        [one] le projet a déplacé le début, et la durée reste de { $days } jour
       *[other] le projet a déplacé le début, et la durée reste de { $days } jours
    }
open-kept-length = ouvert : le projet a déplacé le début, et aucune durée n’est connue
open-window = ouvert : la fenêtre `{ $window }` n’a pas de fin
open-stage = ouvert : l’étape n’a pas de fin
unscheduled-no-window = non planifié : l’étape n’a pas de fenêtre
unscheduled-no-start = non planifié : la fenêtre `{ $window }` est comptée à partir du début du projet, et ni le projet ni le livre n’en a un
unscheduled-unknown-stage = non planifié : il n’y a pas d’étape `{ $id }` après laquelle venir
unscheduled-ring = non planifié : les fenêtres s’attendent l’une l’autre, { $ring }
unscheduled-after-open = non planifié : elle vient après « { $stage } », qui n’a pas de fin
unscheduled-after-unscheduled = non planifié : elle vient après « { $stage } », qui n’est pas planifiée
unscheduled-backwards = non planifié : elle se terminerait le { $end }, avant de commencer le { $start }
unscheduled-clipped-away = non planifié : les chevauchements sont rognés, et elle est passée avant que « { $stage } » ne se termine
unscheduled-behind-open = non planifié : les chevauchements sont rognés, et « { $stage } » n’a pas de fin
unscheduled-out-of-calendar = non planifié : elle sortirait du calendrier, qui s’arrête à l’année 9999
unscheduled-review-open = non planifié : la fenêtre n’a pas de fin
unscheduled-review-no-workday = non planifié : la fenêtre n’a pas de jour ouvré
review-last-day = dernier jour de la fenêtre, et un jour ouvré
review-last-workday = dernier jour ouvré de la fenêtre : { $skipped }
overlap-days =
    { $days ->
        [one] chevauche « { $stage } » pendant { $days } jour, { $policy ->
        [warn] le livre en avertit
        [deny] le livre l’interdit
       *[other] ce qui est permis
    }
       *[other] chevauche « { $stage } » pendant { $days } jours, { $policy ->
        [warn] le livre en avertit
        [deny] le livre l’interdit
       *[other] ce qui est permis
    }
    }
overlap-open = chevauche « { $stage } » à partir de là, car les deux sont ouvertes ; { $policy ->
        [warn] le livre en avertit
        [deny] le livre l’interdit
       *[other] c’est permis
    }
gap =
    { $days ->
        [one] { $days } jour entre « { $before } » et « { $stage } » n’appartient à aucune étape
       *[other] { $days } jours entre « { $before } » et « { $stage } » n’appartiennent à aucune étape
    }
skipped-weekday = le { $date } est un { $weekday }
skipped-weekdays =
    { $days ->
        [2] le { $first } et le { $last } ne sont pas ouvrés
       *[other] du { $first } au { $last }, aucun jour n’est ouvré
    }
skipped-holiday =
    { $days ->
        [1] le { $first } est férié
        [2] le { $first } et le { $last } sont fériés
       *[other] du { $first } au { $last }, les jours sont fériés
    }
skipped-named-holiday =
    { $days ->
        [1] le { $first } est férié : { $name }
        [2] le { $first } et le { $last } sont fériés : { $name }
       *[other] du { $first } au { $last }, les jours sont fériés : { $name }
    }
skipped-freeze = un gel dure jusqu’au { $last }
skipped-named-freeze = le gel « { $reason } » dure jusqu’au { $last }
skipped-avoided = le { $date } est un { $weekday }, jour évité
skipped-avoided-days =
    { $days ->
        [2] le { $first } et le { $last } sont des jours évités
       *[other] du { $first } au { $last }, les jours sont évités
    }
skipped-rest = et ainsi de suite jusqu’au { $date }
wave-started-on = démarrée le { $date }
wave-by-stage = « { $stage } » commence ce jour-là
wave-by-stage-after = premier jour permis à partir du { $from }, où « { $stage } » commence : { $skipped }
wave-own-after = premier jour permis à partir du { $from }, fixé par le projet : { $skipped }
wave-not-before-today = elle n’a pas démarré, et ne peut pas avant aujourd’hui
wave-not-before-today-after = elle n’a pas démarré ; premier jour permis à partir du { $from } : { $skipped }
wave-by-bake =
    { $bake ->
        [one] le lendemain de la période d’observation de `{ $wave }` ({ $bake } jour ouvré)
       *[other] le lendemain de la période d’observation de `{ $wave }` ({ $bake } jours ouvrés)
    }
wave-by-bake-after =
    { $bake ->
        [one] la période d’observation de `{ $wave }` ({ $bake } jour ouvré) se termine le { $date } ; premier jour permis ensuite : { $skipped }
       *[other] la période d’observation de `{ $wave }` ({ $bake } jours ouvrés) se termine le { $date } ; premier jour permis ensuite : { $skipped }
    }
wave-passed-over = le projet a fixé le { $date }, qui est plus tôt
unscheduled-wave-no-start = non planifié : « { $stage } » n’a pas de début
unscheduled-wave-no-day = non planifié : dans les dix ans à partir du { $date }, il n’y a pas de jour où elle puisse démarrer et être observée
unscheduled-wave-holding = non planifié : `{ $wave }` est suspendue depuis le { $date }
unscheduled-wave-rolled-back = non planifié : `{ $wave }` est annulée depuis le { $date }
unscheduled-killed = non planifié : le projet a été arrêté au jalon de « { $stage } » le { $date }
unscheduled-closed = non planifié : le projet est clos depuis le { $date }

## Événements

gate-of = Jalon de « { $stage } »
wave-of = Vague { $percent } % de « { $stage } »
event-gate = Revue du jalon de « { $stage } »
event-waiver = Fin de dérogation : { $item }
event-evidence = Expiration de la preuve : { $item }
event-condition = Condition : { $text }
event-gate-decided = Jalon de « { $stage } » : { $outcome }
event-wave-decided = Vague { $percent } % de « { $stage } » : { $outcome }
freeze = Gel
freeze-because = Gel : { $reason }
moment-begins = { $event } : début
moment-ends = { $event } : fin
moment-wave-starts = { $event } : départ
moment-wave-started = { $event } : démarrée
moment-bake-ends = { $event } : fin de l’observation
moment-last-day = { $event }, dernier jour
waiting-no-decision = { $event } : observation terminée, pas de décision
waiting-to-end = { $event } devait se terminer
waiting-to-start = { $event } devait démarrer
feed-summary-open = { $event } (sans fin prévue)
feed-project = Projet : { $project }
feed-stage = Étape : { $stage }
feed-owner = Responsable : { $owners }
feed-deciders = Décision par : { $owners }
feed-decided-by = Décidé par : { $owners }
feed-window-open = La fenêtre d’une étape s’ouvre ce jour-là. Elle n’a pas de dernier jour prévu.
feed-window = La fenêtre d’une étape, de son premier à son dernier jour.
feed-gate = La revue d’un jalon, le dernier jour ouvré de la fenêtre de l’étape. Elle attend une décision.
feed-wave-forecast = La prévision d’une vague, de son départ au dernier jour de son observation. Elle se déplace quand une vague précédente démarre ou se termine un autre jour, et quand celle-ci ne démarre pas à temps.
feed-wave = Une vague qui a démarré, jusqu’au dernier jour de son observation.
feed-due-condition = Le dernier jour pour une condition d’une décision. Elle est ouverte.
feed-due = Le dernier jour pour un point de la liste. Il est ouvert.
feed-expiry = Le dernier jour de validité. Ensuite, le point est de nouveau ouvert.
feed-decision = Une décision, le jour où elle a été prise.
feed-freeze = Aucune vague ne démarre ces jours-là.
feed-holiday = Un jour férié : ni jour ouvré, ni départ de vague.
feed-calendar = Le calendrier de déploiement de { $book }.
feed-calendar-of = { $title }, extrait du calendrier de déploiement de { $book }.

## Jours en bref, et à quelle distance

date-short = { $day } { $month } { $year }
date-short-of-year = { $day } { $month }
month-short-1 = janv
month-short-2 = févr
month-short-3 = mars
month-short-4 = avr
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil
month-short-8 = août
month-short-9 = sept
month-short-10 = oct
month-short-11 = nov
month-short-12 = déc
days-later =
    { $days ->
        [one] { $days } jour plus tard
       *[other] { $days } jours plus tard
    }
days-earlier =
    { $days ->
        [one] { $days } jour plus tôt
       *[other] { $days } jours plus tôt
    }
as-planned = comme prévu
period = du { $from } au { $to }
period-open = à partir du { $from }, sans fin
as-of-day = au { $day }
on-as-of = jour de référence
done-on = fait le { $day }
due-on = échéance : { $day }
overdue = en retard
expected-on = attendu le { $day }
started-on = commencé le { $day }
value-on = { $value } le { $day }
window-day = Jour { $first }
window-day-on = Jour { $first }+
window-week = Semaine { $first }
window-week-on = Semaine { $first }+
window-month = Mois { $first }
window-month-on = Mois { $first }+
window-quarter = Trimestre { $first }
window-quarter-on = Trimestre { $first }+
window-days = Jours { $first }–{ $last }
window-weeks = Semaines { $first }–{ $last }
window-months = Mois { $first }–{ $last }
window-quarters = Trimestres { $first }–{ $last }
window-after = après { $stage }, { $long }
for-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
for-weeks =
    { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
for-months =
    { $count ->
        [one] { $count } mois
       *[other] { $count } mois
    }
for-quarters =
    { $count ->
        [one] { $count } trimestre
       *[other] { $count } trimestres
    }
due-at-start = au début
due-at-end = à la fin
due-days-before-start =
    { $count ->
        [one] { $count } jour avant le début
       *[other] { $count } jours avant le début
    }
due-days-before-end =
    { $count ->
        [one] { $count } jour avant la fin
       *[other] { $count } jours avant la fin
    }
due-days-after-start =
    { $count ->
        [one] { $count } jour après le début
       *[other] { $count } jours après le début
    }
due-days-after-end =
    { $count ->
        [one] { $count } jour après la fin
       *[other] { $count } jours après la fin
    }
due-weeks-before-start =
    { $count ->
        [one] { $count } semaine avant le début
       *[other] { $count } semaines avant le début
    }
due-weeks-before-end =
    { $count ->
        [one] { $count } semaine avant la fin
       *[other] { $count } semaines avant la fin
    }
due-weeks-after-start =
    { $count ->
        [one] { $count } semaine après le début
       *[other] { $count } semaines après le début
    }
due-weeks-after-end =
    { $count ->
        [one] { $count } semaine après la fin
       *[other] { $count } semaines après la fin
    }

## Nombres : avancement, points, personnes

decimal-mark = ,
progress-of = Avancement de { $what }
points-of =
    { $counted ->
        [one] { $done } sur { $counted } point, { $percent } %
       *[other] { $done } sur { $counted } points, { $percent } %
    }
no-items = aucun point de contrôle
count-items =
    { $count ->
        [one] { $count } point de contrôle
       *[other] { $count } points de contrôle
    }
count-musts =
    { $count ->
        [one] { $count } point obligatoire
       *[other] { $count } points obligatoires
    }
no-musts = aucun point obligatoire
musts-of =
    { $total ->
        [one] { $resolved } sur { $total } point obligatoire
       *[other] { $resolved } sur { $total } points obligatoires
    }
musts-resolved =
    { $total ->
        [one] { $resolved } sur { $total } point obligatoire réglé
       *[other] { $resolved } sur { $total } points obligatoires réglés
    }
expected-workdays =
    { $total ->
        [one] attendu { $elapsed } sur { $total } jour ouvré, { $percent } %
       *[other] attendu { $elapsed } sur { $total } jours ouvrés, { $percent } %
    }
claimed-without-evidence = { $percent } % déclarés sans preuve
points =
    { $count ->
        [one] { $shown } point
       *[other] { $shown } points
    }
not-counted = non compté
people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
people-of =
    { $count ->
        [one] { $reached } sur { $count } personne
       *[other] { $reached } sur { $count } personnes
    }
workdays =
    { $count ->
        [one] { $count } jour ouvré
       *[other] { $count } jours ouvrés
    }
workdays-until = { $workdays }, jusqu’au { $day }
count-more = { $count } de plus
plus-more = + { $count } de plus
all-count = Tous les { $count }
more-projects =
    { $count ->
        [one] et { $count } projet de plus
       *[other] et { $count } projets de plus
    }

## Types de pages, dans les listes de liens

page-kind-home = accueil
page-kind-section = section
page-kind-stage = étape
page-kind-cause = cause
page-kind-practice = pratique
page-kind-project = projet
page-kind-project-stage = étape du projet
page-kind-decision = décision

## Étapes et projets

stage-number = Étape { $number }
stage = Étape
practice = Pratique
decision = Décision
status = Statut
checklist = Liste de contrôle
gate = Jalon
waves = Vagues
waves-of = Vagues de { $what }
practices = Pratiques
exposures = Expositions
exposed-on-the-way-out = Exposé à la sortie
what-stops-here = Ce qui arrête les projets ici
output = Résultat
not-in-this-stage = Pas dans cette étape
projects-in-this-stage = Projets dans cette étape
cohort = Cohorte
weight = Poids
planned = Prévu
first-planned = Prévu au départ
moved-because = Déplacé parce que
gate-review = Revue de jalon
playbook = Guide
notes = Notes
current-stage = étape en cours
the-path = Le parcours
schedule = Calendrier du projet
next-gate = Prochain jalon
coming-up = À venir
updates = Actualités
decisions = Décisions
project-closed = Clos le { $day }.
closed-on = { $outcome } { $day }
owner = Responsable
sponsor = Commanditaire
start = Début
tags = Étiquettes
project-is-not-exposed = Aucune protection n’est ouverte : ce projet n’est exposé à aucune des causes.
project-in-the-calendar = Ce projet dans le calendrier, { $month }
update-differs = Diffère du statut calculé : { $status }
more-reasons =
    { $count ->
        [one] { $count } raison de plus : { $statuses }
       *[other] { $count } raisons de plus : { $statuses }
    }
to-clear = Pour y remédier :
rule-named = règle { $rule }
page-has-moved = Cette page a été déplacée : { $link }

## Points d’une liste de contrôle

item-must = obligatoire
item-may = facultatif
link-to = Lien vers { $what }
needs-evidence = demande une preuve
may-be-not-applicable = peut être sans objet
added-by-this-project = ajouté par ce projet
in-the-playbook = dans le guide
answer = Réponse
reason = Raison
note = Note
evidence = Preuve
depends-on = Dépend de
guards-against = Protège contre
evidence-given = donnée le { $day }
evidence-holds-until = valable jusqu’au { $day }
evidence-does-not-count = ne compte pas
ticked-without-evidence = coché, mais sans preuve
ticked-evidence-void = coché, mais la preuve n’est pas valable
waived-until = dérogation jusqu’au { $day }
waived-until-by = dérogation jusqu’au { $day } par { $by }
waiver-ended = la dérogation a pris fin le { $day }

## Jalons et décisions

gate-decided-by = Décidé par
gate-review-on = Revue le
open-conditions =
    { $count ->
        [one] { $count } condition ouverte
       *[other] { $count } conditions ouvertes
    }
conditions = Conditions
decision-ahead = Datée d’après le { $today }, pas encore en vigueur. Elle ne change aucun statut avant le { $day }.
decision-ahead-of-page = Datée d’après le jour de cette page, pas encore en vigueur. Elle ne change aucun statut avant le { $day }.
decision-outcome = Issue
decision-on = Sur
decision-date = Date
decision-by = Par

## Causes et pratiques

failure-cause = Cause d’échec
who-is-exposed = Qui est exposé maintenant
how-it-shows = Comment cela se voit
what-guards = Ce qui en protège
practices-that-prevent = Pratiques qui l’évitent
stops-projects-between = Arrête les projets entre
between = { $from } et { $to }
severity = Gravité
severity-is = gravité { $severity } sur 5
out-of-five = { $number } sur 5
more-in-the-matrix = et { $count } de plus dans la matrice
no-open-guard = Aucun projet n’a de protection ouverte.
applies-in = S’applique à
all-stages = toutes les étapes
where-it-is-checked = Où c’est vérifié
what-it-prevents = Ce qu’elle évite
exposure = Exposition
exposure-description = Quel projet est exposé à quelle cause, le plus exposé d’abord.
exposure-score = score : gravité × part des protections ouvertes, de 0 à 5
projects-and-causes = Projets et causes
exposure-table = Projets et causes auxquelles ils sont exposés
no-project-is-running = Aucun projet n’est en cours.
no-causes-yet = Il n’y a pas encore de causes.
more-exposed-projects =
    { $count ->
        [one] { $count } projet de plus
       *[other] { $count } projets de plus
    }
critical-because = Critique, car :
guards-open =
    { $guards ->
        [one] { $open } protection ouverte sur { $guards }
       *[other] { $open } protections ouvertes sur { $guards }
    }

## Vagues et leur courbe

waves-description = Combien d’utilisateurs chaque vague atteint et quand, selon le plan et en réalité, et ce qu’il faut à chaque vague pour continuer.
percent-of-users = { $percent } % des utilisateurs
wave-named = vague { $percent } %
wave-in-a-row = Vague { $percent } %
wave-now = Maintenant : { $wave }
wave-next = Ensuite : { $wave }
needed-to-start = Il faut, pour commencer
needed-to-go-on = Il faut, pour continuer
curve-link = La courbe, les mesures et ce qu’il faut à chaque vague
waves-in-full = La courbe, les garde-fous et chaque vague en détail
bake-note = Période d’observation : les jours ouvrés pendant lesquels une vague tourne avant d’être jugée, comptés à partir de son premier jour.
bake-for =
    { $count ->
        [one] observation { $count } jour ouvré
       *[other] observation { $count } jours ouvrés
    }
bake = Période d’observation
bake-until = Observation jusqu’au
way-back = retour arrière : { $link }
started = Commencée
forecast-day = Prévision
people-label = Personnes
new-people = ({ $count } en plus)
really-reached = Vraiment atteint
guardrails = Garde-fous
count-guardrails =
    { $count ->
        [one] { $count } garde-fou
       *[other] { $count } garde-fous
    }
guardrail-target = cible { $target }
warns-from-up = alerte à partir de { $bound }
warns-above = alerte au-dessus de { $bound }
warns-from-down = alerte à partir de { $bound } et en dessous
warns-below = alerte en dessous de { $bound }
samples-of =
    { $count ->
        [one] { $samples } sur au moins { $count } mesure
       *[other] { $samples } sur au moins { $count } mesures
    }
samples-from =
    { $count ->
        [one] à partir de { $count } mesure
       *[other] à partir de { $count } mesures
    }
measurements =
    { $count ->
        [one] { $count } mesure
       *[other] { $count } mesures
    }
measurements-of =
    { $count ->
        [one] { $taken } sur { $count } mesure
       *[other] { $taken } sur { $count } mesures
    }
reached = Atteint
nobody-yet = personne encore
nobody-yet-of = personne encore, sur { $people }
the-curve = La courbe
the-curve-of = { $stage } : la courbe
wave-by-wave = Vague par vague
wave-by-wave-of = { $stage } : vague par vague
no-wave-was-started = Aucune vague n’a commencé.
no-wave-has-a-date = Aucune vague n’a encore de date.
curve-title = Part des utilisateurs atteints, du { $from } au { $to }
curve-reached = { $percent } % des utilisateurs sont atteints le { $day }.
curve-nobody = Le { $day }, personne n’est encore atteint.
curve-wave-started =
    { $planned ->
        [none] La vague { $percent } % n’avait pas de jour prévu et a commencé le { $day } : { $state }.
       *[other] La vague { $percent } % était prévue le { $planned } et a commencé le { $day } : { $state }.
    }
curve-wave-expected =
    { $planned ->
        [none] La vague { $percent } % n’a pas de jour prévu et est attendue le { $day }.
       *[other] La vague { $percent } % était prévue le { $planned } et est attendue le { $day }.
    }
curve-wave-unscheduled =
    { $planned ->
        [none] La vague { $percent } % n’a ni jour prévu ni date.
       *[other] La vague { $percent } % était prévue le { $planned } et n’a plus de date.
    }
curve-people = personnes
curve-step = { $percent } % atteints depuis le { $day }
curve-step-people = { $percent } %, { $people }, atteints depuis le { $day }
curve-step-to-come = { $percent } % attendus à partir du { $day }
curve-step-to-come-people = { $percent } %, { $people }, attendus à partir du { $day }
curve-decided = Vague { $percent } % : { $outcome } le { $day }
chart-key = Légende
curve-key-planned = prévu
curve-key-reached = vraiment atteint
curve-key-held = suspendu
curve-key-forecast = attendu, peut bouger
curve-key-freeze = gel
curve-key-decided = décidé : { $outcome }
curve-as-table = La courbe en tableau
wave = Vague
state = État

## Diagramme des fenêtres, jalons et vagues

chart-range = Du { $from } au { $to }, dans l’ordre où il faut décider quelque chose.
chart-of-projects = Fenêtres, jalons et vagues des projets
chart-of-project = Fenêtres, jalons et vagues de { $project }, en toutes lettres sous le diagramme
chart-of-stages = Étapes et vagues dans le temps
chart-time = Temps
chart-without-closed = Les projets clos ne sont pas dans le diagramme : { $projects }.
in-the-list-of-projects = { $count } dans la liste des projets
chart-overdue = En retard
chart-within-two-weeks = D’ici deux semaines
chart-within-eight-weeks = D’ici huit semaines
chart-later = Plus tard
chart-unscheduled = Rien de planifié
chart-group =
    { $all ->
        [one] { $name }, { $all } projet
       *[other] { $name }, { $all } projets
    }
chart-part = { $name }, { $from } à { $to } sur { $all }
gate-named = jalon { $stage }
wave-decision = décision sur la vague { $percent } %
decided-on = { $outcome } le { $day }
review-on-day = revue le { $day }
review-day = revue { $day }
chart-gate-of = Jalon de { $stage } : { $what }
chart-gate = jalon : { $what }
chart-moved = par rapport au plan initial : { $slip }
chart-first-record = première trace { $day }
chart-wave-unscheduled = vague { $percent } % non planifiée
chart-wave-started = vague { $percent } % commencée le { $day }, { $state }
chart-wave-started-moved = vague { $percent } % commencée le { $day }, { $shift } que prévu, { $state }
chart-wave-expected = vague { $percent } % attendue le { $day }
chart-wave-expected-moved = vague { $percent } % attendue le { $day }, { $shift } que prévu
chart-waves-of = Vagues de { $stage } : { $what }
chart-overlap = { $first } et { $second } se chevauchent
chart-overlap-days =
    { $days ->
        [one] { $first } et { $second } se chevauchent pendant { $days } jour
       *[other] { $first } et { $second } se chevauchent pendant { $days } jours
    }
chart-from = { $what } à partir du { $day }
chart-to = { $what } jusqu’au { $day }
chart-before = Avant le diagramme : { $what }
chart-after = Après le diagramme : { $what }
as-of-before-chart = le { $day } est avant le premier jour dessiné
as-of-after-chart = le { $day } est après le dernier jour dessiné
chart-is-cut = Seul le temps autour du jour de référence est dessiné ; une flèche au bord dit qu’il y en a davantage
slip-starts = commence { $shift }
slip-ends = finit { $shift }
slip-now-ends = a maintenant une fin
slip-now-open = est maintenant sans fin
now-moved = maintenant { $slip }
chart-record = Première trace { $day }
chart-record-passed = Première trace { $day }, franchi { $passed }
chart-baseline = Plan initial { $period }
chart-baseline-moved = Plan initial { $period } ; maintenant { $slip }
chart-key-window = fenêtre selon le plan actuel, couleur selon le statut
chart-key-not-started = fenêtre pas commencée
chart-key-open = fenêtre sans fin
chart-key-baseline = plan initial, avant que le projet ne le déplace
chart-key-actual = vraiment en cours : de la première trace au feu vert, ou à maintenant
chart-key-overlap = étapes qui se chevauchent
chart-key-gate = revue de jalon
chart-key-overdue = revue de jalon en retard
chart-key-passed = jalon franchi
chart-key-refused = jalon : suspension ou arrêt
chart-key-wave = vague, haute comme son pourcentage ; pleine une fois commencée
chart-key-planned = vague prévue ici
chart-key-freeze = gel
chart-key-holiday = jour férié
chart-key-outside = davantage hors du diagramme
go-to-day = aller au { $day }
holiday = Jour férié
holidays-are = Jours fériés : { $days }
chart-in-words = Le diagramme en toutes lettres
dates-of-stages = Dates des étapes
dates-of-waves = Dates des vagues de { $stage }
baseline = Plan initial
began = Commencé
passed = Franchi
expected = Attendu
unchanged = inchangé

## Calendrier

calendar = Calendrier
calendar-description = Fenêtres, jalons et vagues de chaque projet, et ce qui vient ensuite.
months = Mois
all-months = Tous les mois
month-description = Ce qui se passe chaque jour en { $month }.
nothing-is-scheduled = Rien n’est encore planifié.
entries =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
entries-and-under-way = { $entries } ; { $count } en cours depuis avant
later-entries =
    { $count ->
        [one] { $count } entrée plus tard : { $link }
       *[other] { $count } entrées plus tard : { $link }
    }
see-the-months = voir les mois
month-undrawn = Pas de place pour des barres : { $what }. Elles figurent aux jours où elles commencent et finissent.
month-crowded = Il se passe ce mois-ci plus qu’une page ne peut montrer. Chaque jour donne les premières entrées de chaque type ; la page du jour les a toutes.
week-numbers = Les numéros de semaine sont ceux d’ISO 8601, du jeudi de chaque ligne.
month-as-list = Le mois en liste
under-way = En cours depuis avant
under-way-only = en cours depuis avant
day-by-day = Jour par jour
month-day-by-day = { $month }, jour par jour
week = Semaine
week-short = Sem.
as-of-short = référence
until = { $what }, jusqu’au { $day }
continued = suite
still-open = encore ouvert
still-open-from-before = Encore ouvert depuis avant
open-end = sans fin
forecast = prévision
waiting-gates = Jalons sans décision
waiting-waves = Vagues qui attendent leur début ou une décision
waiting-windows = Fenêtres terminées
waiting-dues = Échéances dépassées
event-kind-freeze = gel
event-kind-holiday = jour férié
event-kind-window = fenêtre
event-kind-gate = jalon
event-kind-wave = vague
event-kind-due = échéance
event-kind-expiry = expiration
event-kind-decision = décision
event-count-freeze =
    { $count ->
        [one] { $count } gel
       *[other] { $count } gels
    }
event-count-holiday =
    { $count ->
        [one] { $count } jour férié
       *[other] { $count } jours fériés
    }
event-count-window =
    { $count ->
        [one] { $count } fenêtre
       *[other] { $count } fenêtres
    }
event-count-gate =
    { $count ->
        [one] { $count } revue de jalon
       *[other] { $count } revues de jalon
    }
event-count-wave =
    { $count ->
        [one] { $count } vague
       *[other] { $count } vagues
    }
event-count-due =
    { $count ->
        [one] { $count } échéance
       *[other] { $count } échéances
    }
event-count-expiry =
    { $count ->
        [one] { $count } expiration
       *[other] { $count } expirations
    }
event-count-decision =
    { $count ->
        [one] { $count } décision
       *[other] { $count } décisions
    }
month-key-off = non ouvré : week-end ou jour férié
month-key-freeze = gel : aucune vague ne commence
month-key-begin = commence, continue la semaine ou le mois suivant
month-key-end = continue d’avant, finit
month-key-forecast = prévision, peut bouger

## Filtre du calendrier : # est le nombre d’entrées montrées, ## celui de toutes

filter-label = Filtrer ce qui se passe
filter-kind = Type
find-a-project = Chercher un projet
find-an-owner = Chercher un responsable
filter-all = Entrées montrées : toutes (##)
filter-some = Entrées montrées : # sur ##
filter-none-ahead = Rien dans les prochaines semaines ne répond au filtre ; il peut y en avoir dans les mois suivants. Entrées montrées : 0 sur ##
filter-charted = Les projets choisis sont dans le diagramme ; rien dans les prochaines semaines ne répond au filtre, et il peut y en avoir dans les mois suivants. Entrées montrées : 0 sur ##
filter-none-in-month = Rien dans ce mois ne répond au filtre. Entrées montrées : 0 sur ##
filter-none-on-page = Rien sur cette page ne répond au filtre. Entrées montrées : 0 sur ##
filter-partial = Les filtres ne portent que sur cette page, qui ne montre pas tout.
clear-the-filter = Effacer le filtre

## Calendriers auxquels s’abonner

subscribe = S’abonner
subscribe-short = s’abonner
subscribe-to = s’abonner à { $feed }
feed-note = Pour s’abonner, donner à son agenda l’adresse d’un fichier. Il redemande ensuite à son propre rythme, Google Agenda souvent une fois par jour seulement et Outlook toutes les quelques heures ; un changement s’y voit donc plus tard.
feed-of-page = Calendrier : { $file }. Les agendas abonnés redemandent à leur propre rythme, certains une fois par jour seulement.
feed-of-page-subscribe = Calendrier : { $file }, { $subscribe }. Les agendas abonnés redemandent à leur propre rythme, certains une fois par jour seulement.
everything-in-one = Tout en un : { $feed }
by-kind = Par type
by-project = Par projet
by-owner = Par responsable
all-feeds = Les { $count } calendriers par responsable et par projet

## Search

search = Rechercher
search-for = Texte à rechercher
search-all = tous
search-results = Résultats : { $count }
search-nothing = Aucun résultat pour « { $query } »
search-failed = L’index de recherche n’a pas pu être chargé.
search-by-kind = Type
search-by-stage = Étape
search-by-status = Statut
search-by-owner = Responsable
search-kind-home = accueil
search-kind-section = vue d’ensemble
search-kind-stage = étape
search-kind-cause = cause
search-kind-practice = pratique
search-kind-portfolio = projets
search-kind-project = projet
search-kind-project-stage = étape d’un projet
search-kind-waves = vagues
search-kind-decision = décision
search-kind-calendar = calendrier
search-kind-month = mois
search-kind-matrix = exposition
search-kind-page = page
a-z-title = Toutes les pages et tous les titres
a-z-letters = Lettres
not-found-title = Page introuvable
not-found-why = Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou le lien contient une erreur. Rechercher, ou commencer ici :

## Impression : la fiche de pilotage d’un projet et le manuel sur une page

print-all = Imprimer le manuel
print-sheet = Fiche de pilotage
print-sheet-of = Fiche de pilotage : { $project }
print-no-reason = Aucun motif d’inquiétude.
print-before = { $count } avant.
print-after = { $count } après.
print-no-gate = Aucun jalon à venir.
print-none-open = Tous les points obligatoires sont réglés.
print-asked = Décisions attendues
print-none-asked = Aucune à ce jour.
print-gate-waits = Le jalon de l’étape « { $stage } » attend une décision
print-condition = Condition d’une décision : { $text }
print-exposures = Principales expositions
print-none-exposed = Aucune protection n’est ouverte.
print-cause = Cause
print-closes-with = Ce qui y mettrait fin
print-reach = Utilisateurs
print-starts = Début ou prévision
print-updates = Dernières actualités
print-no-updates = Aucune pour l’instant.
print-handbook = Le manuel complet
print-part = { $title }, partie { $n }
print-continued = { $title }, suite
print-introduction = Introduction
print-contents = Sommaire
print-parts = Parties
print-too-long = Le manuel est trop long pour un seul fichier. Chaque partie s’imprime séparément.
print-window = Fenêtre

## Lecture : ce qui accompagne le texte de l’auteur

alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
task-done = Fait : { $text }
task-open = À faire : { $text }
table = Tableau
footnotes = Notes de bas de page
footnote-back = Revenir au texte
footnote-back-to = Revenir à l’appel { $number } dans le texte
last-updated = Dernière mise à jour le { $day }
report-a-problem = Signaler un problème
report-subject = Problème sur la page « { $title } »
report-text = Page : { $page }
copy-code = Copier
code-copied = Copié
code-not-copied = Copie impossible
