# Mots communs à tous les écrans.
app-name = Relève
count-rows = { $n-n ->
    [one] { $n } ligne
   *[other] { $n } lignes
}
simulated = démonstration – valeurs simulées
