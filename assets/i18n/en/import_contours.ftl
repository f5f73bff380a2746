# Import of contours and job titles: what is recognised, refused, and how to mend it.
layout-contours = Contours of places (GeoJSON)
layout-rome-appellations = Job titles of ROME codes (France Travail)

import-contours-kind = Contours { $kind }, recognised by the property “{ $column }”.
import-contours-of-basins = of employment basins
import-contours-of-zones = of employment zones 2020
import-contours-of-departments = of départements
import-contours-of-regions = of regions
import-contours-lambert = Coordinates in metres (Lambert-93, EPSG:2154), converted to degrees.
import-contours-unknown-code = This is not the code of a known place (contours { $kind }).
import-contours-fix-code = Correct the code, or leave it: this place will be drawn by its cell.
import-contours-no-geometry = The feature has no geometry.
import-contours-not-area = The geometry “{ $kind }” is not an area.
import-contours-malformed = The coordinates are not nested as their geometry says, or are not numbers.
import-contours-no-ring = No line has three different corners.
import-contours-out-of-degrees = The coordinates are neither degrees nor metres in Lambert-93.
import-contours-fix-geometry = Export the feature as Polygon or MultiPolygon, after fixing geometries (QGIS: “Fix geometries”).
import-contours-fix-degrees = Export the file in WGS 84 (EPSG:4326), longitude then latitude.
import-contours-displaced = The contour is drawn { $km } km away from the place whose code it bears.
import-contours-fix-displaced = Insets of printed maps move what is overseas: take the file with real positions, or correct the code.
import-contours-swapped = Latitude and longitude are swapped.
import-contours-fix-swapped = GeoJSON writes longitude first: swap the two numbers (QGIS: “Swap X and Y coordinates”).
import-contours-broken = { $n-n ->
    [one] { $n } line of fewer than three corners is left aside.
   *[other] { $n } lines of fewer than three corners are left aside.
}

import-error-not-geojson = { $file }: this JSON file is not a collection of GeoJSON features (type “{ $found }”). Export it as a GeoJSON “FeatureCollection”: QGIS and mapshaper read TopoJSON and map layers.
import-error-too-many-corners = { $file }: more than { $limit } corners. Simplify the file (mapshaper: “simplify 10%”), the map would not show more.
import-error-unknown-crs = { $file }: the coordinate system “{ $crs }” is not converted. Export the file in WGS 84 (EPSG:4326); Lambert-93 (EPSG:2154) is read too.
import-error-no-place-codes = { $file }: no property gives the code of an employment basin, an employment zone, a département or a region. Properties read: { $columns }. Add for instance a property “code_be” of four digits.
