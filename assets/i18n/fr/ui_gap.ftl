# Écrans de l'écart : les deux optiques, les causes, ce que dit chaque chiffre.
ui-lens-potential = Potentiel
ui-lens-potential-help = Optique potentielle : les postes que les sortants peuvent pourvoir, si chacun va là où il sert le mieux. C’est un maximum.
ui-lens-expected = Attendu
ui-lens-expected-help = Optique attendue : les postes que les sortants pourvoiraient si chacun choisissait comme on l’observe. L’écart avec le potentiel est le frottement.
ui-lens-caption-potential = Optique potentielle : ce que les sortants peuvent pourvoir, répartis au mieux · calculé sur la révision { $revision }
ui-lens-caption-expected = Optique attendue : ce qu’ils pourvoiraient si chacun choisissait comme on l’observe · calculé sur la révision { $revision }
ui-lens-caption-waiting = Optique attendue : calcul en cours sur la révision { $revision }
ui-column-unfilled-expected = Non pourvus attendus
ui-column-unfilled-expected-help = Postes qui resteraient non pourvus si chacun choisissait comme on l’observe : besoin moins pourvus attendus.
ui-column-filled-expected = Pourvus attendus
ui-column-filled-expected-help = Postes que les sortants pourvoiraient si chacun choisissait comme on l’observe.
ui-column-unfilled-potential = Non pourvus potentiels
ui-column-unfilled-potential-help = Postes non pourvus de l’optique potentielle : ce qui reste du besoin une fois les sortants placés au mieux.
ui-column-filled-potential = Pourvus potentiels
ui-column-filled-potential-help = Postes pourvus de l’optique potentielle : au mieux de l’appariement et dans le rayon de mobilité.
ui-column-friction = Frottement
ui-column-friction-help = Pourvus potentiels moins pourvus attendus : ce que coûte l’absence de coordination. Négatif là où le hasard amène plus de monde que la meilleure répartition n’en enverrait ; jamais sur l’ensemble des bassins calculés.
ui-column-main-cause = Cause principale
ui-column-main-cause-help = La plus grande part des postes non pourvus de l’optique potentielle, parmi les sept causes et ce qu’elles laissent, et le nombre de postes qu’elle explique. Dans l’optique attendue, le frottement compte parmi elles. Les parts de la ligne sont dans « Colonnes ».
ui-computing = calcul en cours
ui-sharing-mean = Part moyenne (Shapley)
ui-sharing-mean-help = La part de chaque cause est la moyenne de ce qu’elle libère dans tous les ordres où l’on peut lever les causes : aucun ordre n’est favorisé.
ui-sharing-mean-caption = Parts moyennes sur tous les ordres, aux valeurs centrales ; leur somme est le nombre de postes non pourvus potentiels.
ui-sharing-order = Ordre fixe
ui-sharing-order-help = Les causes sont levées l’une après l’autre, de haut en bas. Un autre ordre donnerait d’autres parts.
ui-sharing-order-caption = Causes levées de haut en bas, aux valeurs centrales ; leur somme est le nombre de postes non pourvus potentiels.
ui-shortage-expected = , { $basin } : { $unfilled } non pourvus attendus sur { $need }
ui-detail-line = Voir toute la ligne
ui-figure-title = { $figure } – { $line }
ui-formula-coverage = Couverture locale = vivier ÷ besoin. Borne basse : le vivier bas pour le besoin haut ; borne haute, l’inverse.
ui-formula-unfilled = Non pourvus = besoin − pourvus. Borne basse : besoin bas et vivier haut ; borne haute, l’inverse.
ui-formula-filled-expected = Entre une formation s et un métier d d’un bassin à portée, il se fait μ = √(μs × μd) × exp(Φ ÷ 2) appariements, où μs et μd sont ceux qui restent seuls de chaque côté et Φ = (surplus − trajet) ÷ bruit. Pourvus attendus = leur somme.
ui-formula-unfilled-expected = Non pourvus attendus = besoin − pourvus attendus. Borne basse : besoin bas, vivier haut et les paramètres qui pourvoient le plus ; borne haute, l’inverse.
ui-formula-friction = Frottement = pourvus potentiels − pourvus attendus, au besoin et au vivier centraux. Sa fourchette est celle des deux paramètres.
ui-formula-parts = Les sept causes et ce qu’elles laissent se partagent les postes non pourvus :
ui-reason-step = Dans l’ordre fixe, { $before } postes sont non pourvus avant de lever cette cause, { $after } après.
ui-reason-gives = Part négative : la cause levée, des personnes iraient pourvoir d’autres lignes, et il en manquerait davantage ici.
