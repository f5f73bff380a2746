# Moteur d’appariement.
engine-error-negative = Un effectif négatif est entré dans l’appariement. Vérifiez les données avec « releve check ».
engine-error-arc = Une possibilité d’appariement sort du problème. C’est un défaut du programme ; vos données sont intactes.
engine-error-limits = Deux plafonds de l’appariement se croisent, ou l’un porte sur des possibilités sans formation ni poste en commun. C’est un défaut du programme ; vos données sont intactes.
engine-error-overflow = Les effectifs dépassent les bornes du calcul exact. Vérifiez les données avec « releve check ».
engine-error-cancelled = Calcul arrêté à votre demande. Les derniers résultats affichés restent valables pour leur révision.
engine-error-unproved = Le résultat du calcul n’a pas passé sa preuve ({ $detail }) et n’est pas affiché. C’est un défaut du programme ; vos données sont intactes.
