# Charts: what their marks and data say.

report-column-mark = Label
report-column-value = Value
report-column-from = From
report-column-to = To
report-column-low-end = Low end
report-column-change-low = Change at the low end
report-column-high-end = High end
report-column-change-high = Change at the high end
report-column-position = Position
report-swing = { $low }: { $at-low } · { $high }: { $at-high }
report-dot = { $x-name } { $x }, { $y-name } { $y }, { $size-name } { $size } · { $part }
report-tornado-low = at the low end
report-tornado-high = at the high end
report-error-image = The image could not be made; nothing was written. Technical detail to report: { $detail }
report-chart-field = { $territory }, year { $year }, revision { $revision }
report-chart-alt = { $title }. { $n-n ->
    [one] { $n } mark
   *[other] { $n } marks
}: { $list }
report-tornado-title = What weighs most on unfilled posts
report-tornado-unit = unfilled posts more or fewer
report-tornado-remark = Each assumption at its low end, then at its high end, the others central, against { $unfilled } unfilled posts (revision { $revision }). { $still-n ->
    [one] { $still } assumption changes nothing;
   *[other] { $still } assumptions change nothing;
} { $exact-n ->
    [one] { $exact } has no range.
   *[other] { $exact } have no range.
}
