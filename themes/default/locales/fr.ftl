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
