# Indicators: their names, and the warning of the quadrant.

market-rate-pressure = Pressure rate
market-rate-demand = Demand rate
market-rate-fill = Fill rate
market-rate-further-study = Further study
market-rate-employment = Employed at 6 months
market-rate-favourable = Favourable outcome
market-quadrant-warning = A position has no absolute meaning: it sets a programme among those of the same level, route and region. By itself it justifies neither opening nor closing.
