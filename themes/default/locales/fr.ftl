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
linked-from = Pages liées
previous-and-next = Page précédente et page suivante
previous = Précédent
next = Suivant
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
page-has-moved = Cette page a été déplacée :

## Accueil

home-attention = Ce qui demande attention
home-more-attention = et { $count } de plus qui la demandent
home-calm = Rien : aucun projet n’est arrêté, bloqué, en retard ni menacé.
home-path = Le parcours
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
project-status = Statut
project-stage = Étape
project-next-gate = Prochain jalon
project-gate-of = Jalon de { $stage }
project-no-gate = aucun jalon à venir
project-progress = Avancement
project-all-complete = toutes terminées
project-owner = Responsable
project-sponsor = Commanditaire
project-start = Début
project-users = Utilisateurs à terme
project-tags = Étiquettes
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
stage-items =
    { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
stage-musts =
    { $count ->
        [one] { $count } obligatoire
       *[other] { $count } obligatoires
    }
stage-no-items = aucun point
stage-current = étape en cours
link-copied = Lien copié

## Clavier

keys = Raccourcis clavier
keys-search = Recherche
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
reason-complete-items = tous ses points sont faits
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
clear-stale-undated = inscrire quand un état a été atteint, ou une mise à jour
reason-stale =
    { $workdays ->
        [one] la dernière entrée datée est du { $date }, avant le dernier jour ouvré
       *[other] la dernière entrée datée est du { $date }, avant les { $workdays } derniers jours ouvrés
    }
clear-stale = inscrire une mise à jour, ou la date du prochain état
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
wave-as-planned = comme prévu
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
event-holiday = Jour férié
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
