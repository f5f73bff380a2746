# Besoins : l’enquête et les déclarations côte à côte, et le besoin qui est apparié.
ui-nav-needs = Besoins
ui-title-needs = De qui les employeurs ont-ils besoin ?
app-command-show-needs = Besoins des employeurs
ui-needs-by-basin = Par bassin
ui-needs-by-occupation = Par métier
ui-needs-by-cell = Par bassin et métier
ui-needs-survey = Enquête { $year } : { $rows-n ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} du cœur industriel, dont { $secret } sous secret (comptées de 1 à 4 projets).
ui-needs-no-survey = Aucune enquête n’est importée pour cette année ni avant.
ui-needs-declared = { $n-n ->
    [0] Aucun besoin n’est déclaré pour { $year }.
    [one] { $n } besoin est déclaré pour { $year }.
   *[other] { $n } besoins sont déclarés pour { $year }.
}
ui-needs-formula = Besoin = β × (projets − saisonniers), ou les postes déclarés là où ils sont plus nombreux. Une ligne choisie montre la formule, ses chiffres et les lignes des fichiers.
ui-column-difficult-share = Part difficile
ui-column-difficult-share-help = Projets jugés difficiles sur tous les projets de la ligne. Les deux termes ont une fourchette : la part basse est le bas des difficiles sur le haut des projets, et l’inverse.
ui-column-tension = Tension
ui-column-tension-help = Classe de tension, de 1 à 5 (France Travail, Dares), de la plus faible à la plus forte des codes ROME du métier. Contexte : n’entre dans aucun calcul.
ui-needs-tension = Classes de tension : { $year }.
ui-needs-no-tension = Aucune table de tensions n’est importée.
ui-needs-empty = Ici se lisent les projets de recrutement de l’enquête BMO et les besoins déclarés par les employeurs. Aucun n’est encore importé : choisissez un fichier BMO de votre région.
ui-column-declared-intention = Intentions
ui-column-declared-intention-help = Postes déclarés par des employeurs, au stade de l’intention.
ui-column-declared-engaged = Engagés
ui-column-declared-engaged-help = Postes déclarés sur lesquels l’employeur s’engage.
ui-column-declared-funded = Financés
ui-column-declared-funded-help = Postes déclarés et déjà financés.

cli-about-needs = Les besoins : projets, difficiles, saisonniers, postes déclarés par engagement, besoin apparié
cli-usage-needs = releve needs TERRITOIRE [OPTIONS]
cli-help-needs-by = Regroupement : basin (sinon), occupation ou cell
