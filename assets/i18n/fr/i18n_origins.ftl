# D’où viennent les hypothèses d’un territoire neuf, telles que son fichier les garde.
i18n-verbatim = { $text }
i18n-origin-national = calage national : besoin 90 000–110 000 par an (Basset et Lluansi, La Fabrique de l’industrie, 2023), BMO 2024
i18n-origin-working = hypothèse de travail, à remplacer par les effectifs observés
i18n-origin-iut = hypothèse de travail : poursuite après BUT et licence pro, sans source ouverte par spécialité
i18n-origin-diplomas = InserJeunes (DEPP-DARES), part des sortants diplômés : environ 81 % voie scolaire, 78 % apprentis
i18n-origin-field = ordre de grandeur publié (Basset et Lluansi, 2023) : 0,5 à 0,7 selon la formation
i18n-origin-radius = rayon par niveau, distance à vol d’oiseau entre centres de bassins ; hypothèse modifiable
i18n-origin-two-sections = deux sections de douze ; les déclarations des CFA sont gonflées
i18n-origin-significance = seuil de significativité InserJeunes : 20 sortants
i18n-origin-noise = a priori : un poste 30 km plus loin (10 à 60 km) est pris e fois moins souvent ; à recaler sur des parcours observés (releve calibrate)
i18n-origin-surplus = a priori : une personne et un poste seuls face à face s’apparient 90 fois sur 100 (75 à 97) ; à recaler sur des parcours observés (releve calibrate)
i18n-origin-net-cautious = +170 000 emplois industriels d’ici 2030 et +300 000 d’ici 2035 (La Fabrique de l’industrie), par an depuis 2024
i18n-origin-net-ambitious = industrie à 12 % du PIB en 2035 : 50 000 à 67 000 emplois industriels de plus par an (La Fabrique de l’industrie)
i18n-origin-gap-share = hypothèse de travail : ouvriers qualifiés et techniciens des métiers industriels, dans l’ensemble des emplois de l’industrie
i18n-origin-national-projects = BMO 2024 (France Travail) : 102 000 projets non saisonniers d’ouvriers qualifiés et 47 000 de techniciens
i18n-origin-newcomers = hypothèse de travail, sans source ouverte : 0 pour des entrants constants, 1 pour des entrants tous nouveaux
