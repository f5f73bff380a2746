# Coopération entre bassins et actions décidées : aides à la mobilité, sections partagées, pôles.

help-kind-transport = Transport
help-kind-lodging = Logement
scenario-decided-name = Décidé
scenario-is-decided = décidé

market-plan-sharing = Le bassin { $basin } ne peut pas partager la section : il doit être du territoire, autre que celui de la section, et nommé une fois.
market-plan-nothing-to-share = Cette action n’apporte aucune place à partager entre bassins.
market-plan-decided = Une action déjà décidée l’exclut : { $kind }, rentrée { $rentree }.
market-plan-note-decided = Comparé au territoire avec les actions du scénario décidé « { $name } ».
market-plan-note-hubs = Les postes d’un pôle sont ceux qu’aucune formation n’atteint aujourd’hui ; un poste compte pour un seul pôle. Une section ne les pourvoit pas tous : essayez-la dans un scénario.
market-help-no-basin = { $basin } n’est pas un bassin du territoire. Donnez le code d’un de ses bassins.
market-help-nobody = Dites combien de personnes sont aidées chaque année.
market-help-distance = { $km } km de plus ne peuvent pas être : donnez de 1 à { $most }.
market-help-year = L’année { $year } est hors du plan : choisissez de { $first } à { $last }.
market-help-ends = L’aide finirait en { $until }, avant { $from }, sa première année.
market-error-no-help-cost = Le budget ne peut pas être tenu : une aide à la mobilité du scénario n’a pas de coût par personne. Donnez-le.
app-scenario-nothing-approved = Le scénario « { $name } » n’a rien à décider : validez d’abord une de ses actions ou de ses aides.

deed-put-help = Scénario « { $scenario } » : aide à la mobilité depuis { $basin }
deed-remove-help = Scénario « { $scenario } », aide à la mobilité retirée : { $basin }
deed-decide = Décision de ce qui est validé du scénario « { $scenario } »

cli-about-scenario-mobility = Ajoute une aide à la mobilité à un scénario
cli-usage-scenario-mobility = releve scenario mobility TERRITOIRE --scenario NOM --kind transport|lodging --basin CODE --people NOMBRE --km NOMBRE --from ANNÉE [--until ANNÉE] [--person-cost EUROS] [--fixed-cost EUROS] [--status ÉTAPE] [--note TEXTE]
cli-about-scenario-mobility-drop = Retire une aide à la mobilité
cli-usage-scenario-mobility-drop = releve scenario mobility-drop TERRITOIRE --scenario NOM --help-number NOMBRE
cli-about-scenario-decide = Décide ce qui est validé d’un scénario : les autres s’y ajoutent
cli-usage-scenario-decide = releve scenario decide TERRITOIRE --scenario NOM
cli-about-plan-hubs = Propose des pôles : où une section atteindrait le plus de postes que rien n’atteint
cli-usage-plan-hubs = releve plan hubs TERRITOIRE [--count NOMBRE] [--year ANNÉE] [--format table|json]
cli-value-help-kind = NATURE
cli-help-people = personnes aidées chaque année, au plus
cli-help-km = km à vol d’oiseau ajoutés au rayon de leur niveau
cli-help-person-cost = euros d’une personne et d’une année
cli-help-help-number = numéro de l’aide
cli-help-count = combien de pôles, 10 sinon
cli-help-shared-basin = bassin qui partage la section à parts égales ; répétable
cli-scenario-help = Aide à la mobilité n° { $help }.
cli-scenario-decided = { $count-n ->
    [one] 1 action décidée
   *[other] { $count } actions décidées
  }.
cli-error-no-help = Le scénario n’a pas d’aide n° { $help }.
cli-plan-no-hub = Aucun pôle à proposer : chaque poste de l’écart est à portée d’une formation.
cli-column-hub = Pôle
cli-column-host = Ateliers
cli-column-posts-reached = Postes atteints
cli-column-basins-served = Bassins
cli-column-help = Aide
cli-column-km-more = Km de plus
cli-column-since = Dès
cli-column-sent = Aidés

ui-plan-part-cooperate = Coopération
ui-plan-part-cooperate-help = Aides à la mobilité et pôles entre bassins
ui-plan-helps = Aides à la mobilité
ui-plan-help-add = Ajouter une aide
ui-plan-helps-empty = Aucune aide. Un transport ou un logement mène ceux qui n’ont pas de poste à portée vers un bassin plus éloigné ; l’effet se calcule aussitôt.
ui-plan-help-for = Ceux que rien n’emploie à portée de leur bassin sont menés plus loin : une aide ne fait personne de plus, elle rapproche.
ui-plan-help-told = Sur toutes les années : { $sent } personnes aidées, { $posts } postes pourvus de plus.
ui-plan-help-basin = Bassin de formation
ui-plan-help-kind = Aide
ui-plan-help-people = Aidés par an
ui-plan-help-people-help = Au plus, chaque année. Seuls ceux qui n’ont pas de poste à portée sont aidés.
ui-plan-help-km = Km de plus
ui-plan-help-km-help = À vol d’oiseau, ajoutés au rayon de leur niveau.
ui-plan-help-person-cost = Par personne et par an (€)
ui-plan-help-person-cost-help = Payé pour chaque personne que l’aide peut mener. Vide : inconnu.
ui-plan-help-from = Dès
ui-plan-help-until = Jusqu’en
ui-plan-help-goes-on = sans fin
ui-plan-help-sent = Aidés en { $year }
ui-plan-help-sent-help = Personnes sans poste à portée que l’aide mène plus loin.
ui-plan-help-filled-help = Postes pourvus avec tout le scénario, moins ceux pourvus sans cette aide.
ui-plan-help-remove = Retirer l’aide
ui-plan-hubs = Pôles proposés
ui-plan-hub = Bassin du pôle
ui-plan-hub-posts = Postes atteints
ui-plan-hub-posts-help = Postes de l’année de base qu’aucune formation n’atteint, dans le rayon du niveau de la formation.
ui-plan-hub-basins = Bassins
ui-plan-hub-occupations = Métiers
ui-plan-hub-host = Ateliers de la spécialité
ui-plan-hub-no-host = aucun
ui-plan-hub-served = Bassins servis
ui-plan-hub-open = Essayer dans ce scénario
ui-plan-hub-choose = Choisissez d’abord un pôle.
ui-plan-shared = Partagée à parts égales avec (bassins)
ui-plan-unshare = Ne plus partager avec { $basin }
ui-plan-decide = Décider ce qui est validé ({ $n }) : tous les autres scénarios s’y ajoutent
ui-plan-is-decided = Scénario décidé : tous les autres s’y ajoutent
ui-plan-shared-by = { $site }, partagée avec { $basins }

report-plan-helps = Aides à la mobilité
report-plan-helps-remark = Postes pourvus en dernière année avec tout le scénario, moins ceux pourvus sans cette aide. Seuls ceux qui n’ont pas de poste à portée sont aidés ; une aide ne fait personne de plus.
report-column-help = Aide
report-column-helped = Aidés par an, au plus
report-column-km-more = Rayon ajouté
report-column-since = Dès
market-plan-break-even = Remboursé dès { $year } par les postes pourvus
market-plan-not-paid-back = Pas remboursé en { $year } par les postes pourvus
report-plan-paid = « { $scenario } » : { $paid }.
market-plan-note-excluded = { $n-n ->
    [one] { $n } action ne compte pas : ce qui est décidé ouvre ou ferme déjà sa section.
   *[other] { $n } actions ne comptent pas : ce qui est décidé ouvre ou ferme déjà leurs sections.
}
