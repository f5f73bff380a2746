# Fichier de territoire et catalogue embarqué.
store-error-catalogue = Le catalogue embarqué est endommagé : table { $table }, ligne { $line }, colonne { $column }, valeur « { $value } ». Réinstallez le programme.
