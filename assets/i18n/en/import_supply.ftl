# Import of training supply: what is recognised, set aside, doubtful, refused, and how to mend it.
layout-bts-capacity = BTS capacities (Orion, from Parcoursup)
layout-voc-capacity = CAP and bac pro capacities (Orion, from Affelnet)
layout-parcoursup = Parcoursup: wishes and admissions to BTS, DUT and BUT
layout-annuaire = Directory of schools (annuaire de l’éducation)
layout-inserjeunes-region = InserJeunes by region and diploma
layout-inserjeunes-cfa = InserJeunes by CFA
layout-inserjeunes-lycee = InserJeunes by lycée
layout-inserjeunes-lycee-diploma = InserJeunes by lycée and diploma

import-note-year-of-name = The file does not state its year: { $year } was read in its name. Check it before confirming.
import-note-declared-seats = Apprenticeship seats are declared by training centres and often inflated: they weigh a spread, they are never a headcount.
import-note-no-diploma = { $n-n ->
    [one] { $n } row set aside: the course leads
   *[other] { $n } rows set aside: the courses lead
} to no national diploma (FCIL, MEFSTAT11 code outside the field).
import-note-other-cfd = { $n-n ->
    [one] { $n } row has a CFD that contradicts its MEFSTAT11 (agricultural BTS written 320 instead of 323, for instance): the MEFSTAT11 prevails.
   *[other] { $n } rows have a CFD that contradicts their MEFSTAT11 (agricultural BTS written 320 instead of 323, for instance): the MEFSTAT11 prevails.
}
import-note-common-seconde = { $n-n ->
    [one] { $n } row of a common seconde set aside: it leads
   *[other] { $n } rows of common secondes set aside: they lead
} to no diploma of its own; bacs pros are counted at entry into première.
import-note-other-year = { $n-n ->
    [one] { $n } row merged: it describes
   *[other] { $n } rows merged: they describe
} another year of the same section; seats are counted once, in première for a bac pro, in the first year elsewhere.
import-note-other-families = { $n-n ->
    [one] { $n } row set aside: course
   *[other] { $n } rows set aside: courses
} outside the field (licence, PASS, CPGE, grandes écoles, IFSI…); only BTS, DUT and BUT are read.
import-note-label-only = { $n-n ->
    [one] { $n } section has no diploma code: its label is kept
   *[other] { $n } sections have no diploma code: their labels are kept
} (speciality outside the industrial catalogue, DUT, BUT without its parcours).
import-note-below-lycee = { $n-n ->
    [one] { $n } primary school or collège set aside
   *[other] { $n } primary schools and collèges set aside
}: without vocational sections.
import-note-two-cohorts = A vintage of two years cumulates two cohorts: headcounts are halved in computations.
import-note-region-renumbered = { $n-n ->
    [one] { $n } row has the region number of InserJeunes (alphabetical order) instead of the INSEE code: it was translated.
   *[other] { $n } rows have the region number of InserJeunes (alphabetical order) instead of the INSEE code: it was translated.
}
import-note-unpublished = { $n-n ->
    [one] { $n } row set aside: no figure is published in it
   *[other] { $n } rows set aside: no figure is published in them
} (nd, too few people).
import-note-totals = { $n-n ->
    [one] { $n } row “ensemble” set aside: it is the total
   *[other] { $n } rows “ensemble” set aside: they are the totals
} of pupils and apprentices given elsewhere.

import-placeholder-seats = { $seats } seats: a placeholder, not a section. The section is kept without its seats.
import-repeat-added = Row { $row } already describes this course in this school: the two are read as two groups, seats and wishes added.
import-repeat-once = Row { $row } already describes this course in this school, with the same seats: they are counted once, wishes added.
import-unknown-route = The route is neither school nor apprenticeship.
import-unknown-population = The population is neither everyone, nor pupils, nor apprentices.
import-bad-position = The position is not in the department of the school: it is left out.
import-school-twice = Row { $row } already describes this school, differently: the first one is kept.
import-outcome-twice = Row { $row } gives other figures for the same diploma, place and vintage.
import-parts-differ = Further study and leavers make { $parts }, the final-year headcount is { $whole }: the difference is beyond rounding.
import-regions-disagree = The region code, the region number of InserJeunes ({ $number }) and the region’s name do not tell the same region.
import-unknown-region = Region { $code } does not exist.

import-fix-placeholder = Ask the school or the académie for the real capacity, correct the file and import it again.
import-fix-repeat = If the two rows say the same thing, delete one and import again; otherwise nothing to do.
import-fix-route = Write “Scolaire” or “Apprentissage” (ST or AP in an Affelnet export).
import-fix-population = Write “ensemble”, “dont élèves en voie pro sco” or “dont apprentis”.
import-fix-position = Import the directory of schools, or correct latitude and longitude (WGS84, latitude first).
import-fix-school-twice = Delete the outdated row and import again.
import-fix-outcome-twice = Keep the row published last and delete the other.
import-fix-parts = Check the three headcounts with the producer; the published rate is used as it is.
import-fix-region = Write the INSEE code of the region in “code_region”.
