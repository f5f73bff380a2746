# Import des contours et des appellations : ce qui est reconnu, refusé, et comment y remédier.
layout-contours = Contours de lieux (GeoJSON)
layout-rome-appellations = Appellations de métiers du ROME (France Travail)

import-contours-kind = Contours { $kind }, reconnus par la propriété « { $column } ».
import-contours-of-basins = de bassins d’emploi
import-contours-of-zones = de zones d’emploi 2020
import-contours-of-departments = de départements
import-contours-of-regions = de régions
import-contours-lambert = Coordonnées en mètres (Lambert-93, EPSG:2154), converties en degrés.
import-contours-unknown-code = Ce code n’est pas celui d’un lieu connu (contours { $kind }).
import-contours-fix-code = Corrigez le code, ou laissez : ce lieu sera dessiné par sa cellule.
import-contours-no-geometry = L’entité n’a pas de géométrie.
import-contours-not-area = La géométrie « { $kind } » n’est pas une surface.
import-contours-malformed = Les coordonnées ne sont pas emboîtées comme leur géométrie l’annonce, ou ne sont pas des nombres.
import-contours-no-ring = Aucune ligne n’a trois sommets différents.
import-contours-out-of-degrees = Les coordonnées ne sont ni des degrés ni des mètres en Lambert-93.
import-contours-fix-geometry = Exportez l’entité en Polygon ou MultiPolygon, après réparation des géométries (QGIS : « Réparer les géométries »).
import-contours-fix-degrees = Exportez le fichier en WGS 84 (EPSG:4326), longitude puis latitude.
import-contours-displaced = Le contour est dessiné à { $km } km du lieu dont il porte le code.
import-contours-fix-displaced = Les cartouches des cartes à imprimer déplacent l’outre-mer : prenez le fichier aux positions réelles, ou corrigez le code.
import-contours-swapped = Latitude et longitude sont échangées.
import-contours-fix-swapped = GeoJSON écrit la longitude d’abord : échangez les deux nombres (QGIS : « Intervertir les coordonnées X et Y »).
import-contours-broken = { $n-n ->
    [one] { $n } ligne de moins de trois sommets est laissée de côté.
   *[other] { $n } lignes de moins de trois sommets sont laissées de côté.
}

import-error-not-geojson = { $file } : ce fichier JSON n’est pas une collection d’entités GeoJSON (type « { $found } »). Exportez-le en GeoJSON « FeatureCollection » : QGIS et mapshaper lisent TopoJSON et les couches de cartes.
import-error-too-many-corners = { $file } : plus de { $limit } sommets. Simplifiez le fichier (mapshaper : « simplify 10 % »), la carte n’en montrerait pas davantage.
import-error-unknown-crs = { $file } : le système de coordonnées « { $crs } » n’est pas converti. Exportez le fichier en WGS 84 (EPSG:4326) ; Lambert-93 (EPSG:2154) est lu aussi.
import-error-no-place-codes = { $file } : aucune propriété ne donne le code d’un bassin d’emploi, d’une zone d’emploi, d’un département ou d’une région. Propriétés lues : { $columns }. Ajoutez par exemple une propriété « code_be » à quatre chiffres.
