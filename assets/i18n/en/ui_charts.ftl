# Charts of the window: menu, saving, what a chart says outside the screen.

ui-chart-menu = Export the chart “{ $chart }”
ui-chart-png = Save the image (PNG)
ui-chart-svg = Save as SVG
ui-chart-csv = Save the data (CSV)
ui-chart-copy = Copy the data
ui-chart-file = File
ui-chart-save = Save
ui-chart-cancel = Cancel
ui-chart-replaces = A file of this name exists: it will be replaced.
ui-ask-chart = Save the chart
ui-chart-words = { $words }
ui-chart-causes = From need to filled posts, { $sharing }
ui-chart-people-a-year = people a year
ui-chart-section = From the seat to the pool
ui-chart-section-remark = Each stage with its range; an observed final year has no entrants before it.
