# Texts of the report: who goes where.

report-flows-title = Who goes where
report-flows-is = From a basin of training to a basin of employment, or on the spot, in people of one year. At best: the placements of one optimum among others of the same value (ties: least travel, then the territory first); not a forecast. Expected: what happens when everyone chooses as observed. Central values, at a level that the occupation accepts.
report-flows-by-basin = From basin to basin
report-flows-reading = from { $from } to { $to }: { $potential } people at best, { $expected } expected.
report-flows-remark = A flow that leads, under either lens, to an occupation and basin whose cell is not printed is secret (s), as are all those of a basin whose line is.
report-field-flows = { $basins-n ->
    [one] { $basins } basin ({ $territory }), year { $year }; flows that leave the territory or come to it.
   *[other] { $basins } basins ({ $territory }), year { $year }; flows that leave the territory or come to it.
}
report-column-basin-from = From
report-column-basin-to = To
report-column-distance = Distance
report-column-people-potential = At best
report-column-people-expected = Expected
report-unit-kilometres = km
report-sheet-flows-basin = Basin to basin
