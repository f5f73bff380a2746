# Importing files: what is recognised, refused, doubtful, and what to do about it.
import-recognised = { $layout } recognised, vintage { $vintage }: { $rows-n ->
    [one] { $rows } row read
   *[other] { $rows } rows read
}
import-recognised-undated = { $layout } recognised, no vintage in the file: { $rows-n ->
    [one] { $rows } row read
   *[other] { $rows } rows read
}
import-list = { $first }, { $rest }

import-note-utf16 = Text encoded in UTF-16.
import-note-cp1252 = Text encoded in Windows-1252 (an old Windows encoding), read as such.
import-note-latin9 = Text encoded in ISO-8859-15, read as such.
import-note-broken-utf8 = Damaged UTF-8 text: unreadable characters are replaced with “�”.
import-note-archive = Read inside the archive: { $entry }; { $others-n ->
    [0] no other file.
    [one] { $others } other file left aside.
   *[other] { $others } other files left aside.
}
import-note-repeated-header = Two columns are called “{ $column }”: only the first is read.
import-note-no-rows = The table has no data row.

import-error-not-found = The file { $path } does not exist. Check the path.
import-error-not-a-file = { $path } is not a file (a folder or a device). Choose a file.
import-error-denied = The file { $path } cannot be opened: access denied. Ask for the right to read it, or copy it to your documents.
import-error-unreadable = The file { $path } could not be read ({ $detail }). Try again, or copy it to this computer.
import-error-empty = The file { $file } is empty. Download it again.
import-error-too-large = The file { $file } is larger than { $limit } MB. Keep only the region you need and try again.
import-error-not-text = The file { $file } is neither text, nor an xlsx workbook, nor a zip archive of these. Download the CSV or XLSX version.
import-error-legacy-excel = The file { $file } is an old Excel workbook (.xls) or is protected by a password. Save it as .xlsx without a password.
import-error-damaged = The file { $file } is cut short or damaged ({ $detail }). Download it again.
import-error-bomb = The file { $file } was refused: { $entry } inflates beyond { $limit } MB or { $ratio } times its size. This is no ordinary data file; check where it comes from.
import-error-too-many-entries = The archive { $file } holds more than { $limit } files. Extract the one you need.
import-error-too-many-columns = The file { $file } has more than { $limit } columns. It is none of the known tables; check the separator and where it comes from.
import-error-too-many-rows = The file { $file } has more than { $limit } rows. Keep only the region you need and try again.
import-error-text-too-long = The file { $file } was refused: { $entry } holds a text longer than { $limit } bytes, which no ordinary cell does.
import-error-unknown-layout = The content of { $file } was not recognised. { $columns } { $nearest }
import-error-ambiguous = The file { $file } fits several layouts: { $layouts }. Keep the columns of one of them only.
import-error-several-tables = The file { $file } holds several known tables: { $tables }. Save each in a file of its own.
import-error-missing-year = The file { $file } carries no year, in its columns or in its name. Add an “annee” column or the year to the file name.
import-error-fap2009 = The file { $file } uses the FAP 2009 nomenclature ({ $rows-n ->
    [one] { $rows } row
   *[other] { $rows } rows
}), which is not FAP 2021. First import the Dares table (passage_fap2009_romev3.txt), then this file.
import-error-cancelled = Import stopped at your request: nothing was saved.
import-no-columns = No column was found.
import-columns-seen = Columns found: { $columns }.
import-nearest = Nearest layouts: { $layouts }.
import-nearest-none = No known layout looks like it.

import-cell-empty = The cell is empty.
import-cell-error = The cell holds a spreadsheet error.
import-cell-too-long = The cell is longer than { $limit } characters.
import-cell-control = The cell holds a null character.
import-row-too-wide = The row has { $columns-n ->
    [one] { $columns } cell
   *[other] { $columns } cells
}, more than the header.
import-not-a-number = This is not a number.
import-not-whole = This is not a whole number.
import-not-a-percentage = This is not a percentage between 0 and 100.
import-not-a-year = This is not a year.
import-not-a-class = This is not a class from 1 to 5.
import-negative = A headcount cannot be negative.
import-too-big = The number is not plausible.
import-code-form = This is not { $kind }.
import-code-key = The control key is wrong for { $kind } (expected: { $expected }).
import-duplicate-conflict = Row { $other } describes the same thing with other values.

import-fix-cell = Correct the cell in the file, or ask the producer for a corrected version.
import-fix-error = Open the workbook, correct the formula, save and import again.
import-fix-number = Write a number, for instance 12 or 12.5; leave the cell empty if the value is unknown.
import-fix-code = Check the code with the producer of the file.
import-fix-separator = Check that texts containing a separator are quoted.
import-fix-duplicate = Keep the right row and delete the other.
import-fix-none = Nothing to do.

import-kind-basin = an employment basin code (4 digits)
import-kind-region = a region code (2 digits)
import-kind-department = a department code (2 or 3 characters)
import-kind-zone = a “zone d’emploi” code (4 digits)
import-kind-commune = an INSEE commune code (5 characters)
import-kind-fap2021 = a FAP 2021 code (such as D1X33)
import-kind-fap2009 = a FAP 2009 code (such as D1Z41)
import-kind-rome = a ROME code (a letter from A to N and 4 digits)
import-kind-cfd = a diploma code (8 digits)
import-kind-mefstat = a MEFSTAT11 code (11 digits)
import-kind-rncp = an RNCP number (2 to 5 digits)
import-kind-nsf = an NSF code (3 digits and an optional letter)
import-kind-uai = a UAI code (7 digits and a letter)
import-kind-siren = a SIREN (9 digits)
import-kind-siret = a SIRET (14 digits)
import-kind-naf = a NAF code (4 digits and a letter)
import-kind-programme = a programme code (CFD or RNCP)

layout-bmo = Workforce needs survey, “Besoins en main-d’œuvre” (France Travail)
layout-bassin-composition = Communes of the employment basins (France Travail)
layout-insee-geo = Communes and the places they belong to (Insee)
layout-rome-codes = List of ROME codes (France Travail)
layout-rome-mobilities = Mobilities between ROME occupations (France Travail)
layout-fap2021-list = FAP 2021 nomenclature (Dares)
layout-fap2021-crosswalk = Correspondence ROME – FAP 2021 (Dares)
layout-fap2009-sas = Correspondence ROME – FAP 2009 (Dares)
layout-rncp-rome = RNCP – ROME, old export (France compétences)
layout-rncp-zip = RNCP – ROME, current export (France compétences)
layout-certif-info = Certif Info (Réseau des Carif-Oref, Onisep)
layout-tension-rome-bassin = Tension by ROME occupation and basin (France Travail, Dares)
layout-observed-moves = Table of observed moves

import-unknown-basin = Employment basin { $code } is not among the known basins (BMO 2024).
import-fix-basin = The nearest is { $code } { $name }: correct the code if this is the one.
import-basin-recoded = The name “{ $name }” is that of basin { $code }: the commune is put there.
import-mobility-kind = The kind of mobility is neither 1 (near) nor 2 (evolution).
import-note-mobility-titles = { $pairs-n ->
    [one] { $pairs } mobility holds only for some job titles of the occupation.
   *[other] { $pairs } mobilities hold only for some job titles of the occupation.
}
import-qualification = The qualification is not a series of digits (such as Q_0346).
import-sas-line = The line does not link ROME codes to a FAP 2009 code.

import-bmo-year-mismatch = The year of the row is not that of the header ({ $header }).
import-bmo-fix-year = Separate the years: one file for each survey.
import-bmo-translated = FAP 2009 code { $old } translated to FAP 2021 { $new } through the correspondence tables.
import-bmo-fix-translated = Prefer a vintage published in FAP 2021 (2024 or later) if there is one.
import-bmo-fap2009-intruder = This is a FAP 2009 code in a survey published in FAP 2021.
import-bmo-fap2009-no-bridge = This is a FAP 2009 code, and the correspondence table is not imported.
import-bmo-fix-bridge = First import the Dares correspondence table (passage_fap2009_romev3.txt).
import-bmo-fap2009-several = This FAP 2009 code is split over several FAP 2021 codes: { $codes }.
import-bmo-fix-newer = Use a vintage published in FAP 2021 (2024 or later).
import-bmo-fap2009-incomplete = Some of the ROME codes of this FAP 2009 code have no FAP 2021 correspondence.
import-bmo-fix-crosswalk = Import the official Dares table ROME – FAP 2021, or a vintage of 2024 or later.
import-bmo-fap2009-unknown = This FAP 2009 code is not in the imported correspondence table.
import-bmo-other-region = The basin belongs to region { $region } among the known basins.
import-bmo-other-department = The basin covers department(s) { $departments } among the known basins.
import-bmo-fix-place = Check the place with the producer; the row counts for basin { $basin }.
import-bmo-share-above-whole = The part exceeds the total of projects ({ $met }).

import-moves-basin = This is neither the code nor the name of a known employment basin.
import-moves-basins = Several basins bear this name: { $codes }.
import-moves-fix-basin = Write the code of the basin, four digits.
import-moves-level = Levels go from 3 (CAP) to 6 (BUT, licence professionnelle).
import-moves-programme = This is neither a diploma code (CFD), nor a MEFSTAT11, nor an RNCP number.
import-moves-fix-training = Write a diploma code (CFD), a MEFSTAT11 or an RNCP number, or else a level from 3 to 6 in the column of the level.
import-moves-outside = The programme is not in the industrial catalogue: its people are read, and left out of the calibration.
import-moves-fix-outside = Check the code if the programme is an industrial one.
import-moves-half = Basin of work and occupation go together: one is filled, the other is not.
import-moves-fix-half = Fill both, or leave both empty for someone without a post in the field.
import-moves-occupation = No industrial occupation has this code in FAP 2021.
import-moves-fix-people = Write the number of people observed, whole and unweighted, or * where it is secret; remove the row where it is unknown.
