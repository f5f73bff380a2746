# Moteur d’appariement.
engine-error-negative = Un effectif négatif est entré dans l’appariement. Vérifiez les données avec « releve check ».
engine-error-arc = Une possibilité d’appariement sort du problème. C’est un défaut du programme ; vos données sont intactes.
engine-error-limits = Deux plafonds de l’appariement se croisent, ou l’un porte sur des possibilités sans formation ni poste en commun. C’est un défaut du programme ; vos données sont intactes.
engine-error-overflow = Les effectifs dépassent les bornes du calcul exact. Vérifiez les données avec « releve check ».
engine-error-cancelled = Calcul arrêté à votre demande. Les derniers résultats affichés restent valables pour leur révision.
engine-error-unproved = Le résultat du calcul n’a pas passé sa preuve ({ $detail }) et n’est pas affiché. C’est un défaut du programme ; vos données sont intactes.
engine-error-parameters = Le bruit d’appariement doit être strictement positif, et le surplus un nombre. Corrigez les hypothèses « match-surplus » et « match-noise ».
engine-error-not-balanced = L’appariement attendu n’est pas équilibré après { $count } passages. Augmentez l’hypothèse « match-noise » ou réduisez « match-surplus ».
engine-error-nobody-matched = Aucune des personnes observées n’a trouvé de poste dans le champ : le surplus d’un appariement ne peut pas être estimé. Ajoutez des déplacements observés.
engine-error-everybody-matched = Toutes les personnes observées ont trouvé un poste dans le champ : le surplus d’un appariement ne peut pas être estimé. Ajoutez les personnes restées sans poste, avec un bassin d’emploi vide.
engine-error-equal-costs = Toutes les possibilités d’appariement coûtent le même trajet : les déplacements ne disent pas combien la distance compte. Étendez le territoire ou les rayons de mobilité.
engine-error-beyond-potential = Il y a plus de personnes placées dans les observations que le territoire ne peut en placer. Vérifiez l’année, ou complétez les besoins et les personnes restées sans poste.
engine-error-no-travel = Toutes les personnes observées travaillent au plus près : les déplacements ne disent pas combien la distance compte. Ajoutez des déplacements plus longs.
engine-error-cost-attracts = Les personnes observées vont loin au moins aussi souvent que le hasard les y mènerait : les coûts du modèle ne les décrivent pas. Vérifiez les bassins du fichier.
engine-error-no-estimate = Aucun couple de paramètres ne donne les déplacements observés. Vérifiez le fichier : trop peu de personnes, ou des déplacements d’un autre territoire.
engine-error-plan = Le problème de planification est mal formé ({ $detail }). C’est un défaut du programme ; vos données sont intactes.
engine-error-no-plan = Aucun plan ne respecte à la fois ces contraintes : { $rows-n ->
    [0] aucune règle
    [one] { $rows } règle
   *[other] { $rows } règles
}, { $floors-n ->
    [0] aucun plancher
    [one] { $floors } plancher
   *[other] { $floors } planchers
} et { $locks-n ->
    [0] aucun choix verrouillé
    [one] { $locks } choix verrouillé
   *[other] { $locks } choix verrouillés
}. Renoncer à une seule d’entre elles suffit à lever ce conflit.
