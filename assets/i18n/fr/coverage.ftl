# Ce sur quoi reposent les chiffres.
ui-sources-coverage = Ce sur quoi reposent les chiffres
cli-help-coverage = Dit sur quoi reposent les chiffres : millésimes, secret, placements estimés, hypothèses
market-coverage-demand = Projets de recrutement
market-coverage-supply = Capacités de formation
market-coverage-outcomes = Insertion et poursuite d’études
market-coverage-outlets = Correspondances
market-coverage-places = Établissements
market-coverage-vintages = { $subject } : { $vintages }.
market-coverage-none = { $subject } : aucun fichier importé, le catalogue seul.
market-coverage-secret = Secret statistique : { $share } des cases de l’enquête ({ $secret } sur { $cells }) ; { $posts } postes de besoin y sont en jeu, sur { $need }.
market-coverage-assumed = Hypothèses : { $share } des { $people } sortants dans le champ reposent sur au moins un facteur supposé ou estimé.
market-coverage-crosswalk = Table ROME vers métiers : lignes importées, { $imported } sur { $lines } ; les autres sont celles du catalogue.
market-coverage-seats-estimated = Sans annuaire complet, { $share } des places ({ $estimated } sur { $seats }) sont placées par estimation ; l’annuaire de l’éducation les placerait à leur commune.
market-coverage-seats-placed = Toutes les places ({ $seats }) sont dans le bassin de leur établissement : { $estimated } par estimation, soit { $share }.
market-coverage-people = Répartis entre bassins par estimation, effectifs régionaux compris : { $share } des sortants ({ $estimated } sur { $people }).
