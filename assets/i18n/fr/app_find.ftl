# Recherche : genres de ce qui est trouvé, et de l’appellation au métier.
app-find-occupation = métier
app-find-basin = bassin d’emploi
app-find-title = appellation
app-find-programme = formation
app-find-establishment = établissement
app-find-section = section
app-find-employer = employeur
app-find-assumption = hypothèse
app-find-source = source
app-find-lead = { $title } → { $occupation }
app-find-lead-rome = { $title } → { $occupation } (ROME { $rome })

cli-about-find = Cherche un métier, une appellation, un bassin, une formation, un établissement, une source…
cli-usage-find = releve find TERRITOIRE MOTS… [OPTIONS]
cli-value-words = MOTS
cli-help-words = Mots cherchés, sans égard aux accents, à la casse ni aux traits d’union
cli-find-nothing = Rien ne répond à ces mots.
cli-column-kind = Genre
cli-column-name = Nom
cli-column-code = Code ou nom ouvert
