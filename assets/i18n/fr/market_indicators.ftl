# Indicateurs : leurs noms, et l’avertissement du quadrant.

market-rate-pressure = Taux de pression
market-rate-demand = Taux de demande
market-rate-fill = Taux de remplissage
market-rate-further-study = Taux de poursuite
market-rate-employment = Emploi à 6 mois
market-rate-favourable = Devenir favorable
market-quadrant-warning = Une position n’a pas de sens absolu : elle situe une formation parmi celles du même niveau, de la même voie et de la même région. À elle seule, elle ne justifie ni ouverture ni fermeture.
