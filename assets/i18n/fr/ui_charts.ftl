# Graphiques de la fenêtre : menu, enregistrement, ce que dit un graphique hors de l’écran.

ui-chart-menu = Exporter le graphique « { $chart } »
ui-chart-png = Enregistrer l’image (PNG)
ui-chart-svg = Enregistrer en SVG
ui-chart-csv = Enregistrer les données (CSV)
ui-chart-copy = Copier les données
ui-chart-file = Fichier
ui-chart-save = Enregistrer
ui-chart-cancel = Annuler
ui-chart-replaces = Un fichier de ce nom existe : il sera remplacé.
ui-ask-chart = Enregistrer le graphique
ui-chart-words = { $words }
ui-chart-causes = Du besoin aux postes pourvus, { $sharing }
ui-chart-people-a-year = personnes par an
ui-chart-section = De la place au vivier
ui-chart-section-remark = Chaque étape avec sa fourchette ; une dernière année observée n’a pas d’entrants avant elle.
