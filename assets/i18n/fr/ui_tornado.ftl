# Hypothèses : laquelle pèse le plus.

ui-tornado-help = Calcule les postes non pourvus avec chaque hypothèse à son extrémité basse puis haute, les autres restant centrales. Rien n’est écrit.
ui-tornado-do = Calculer
ui-job-sensitivity = Calcul du poids des hypothèses
