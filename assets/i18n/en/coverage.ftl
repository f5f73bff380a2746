# What the figures rest on.
ui-sources-coverage = What the figures rest on
cli-help-coverage = Says what the figures rest on: vintages, secrecy, estimated places, assumptions
market-coverage-demand = Recruitment projects
market-coverage-supply = Training capacities
market-coverage-outcomes = Outcomes and further study
market-coverage-outlets = Outlets
market-coverage-places = Establishments
market-coverage-vintages = { $subject }: { $vintages }.
market-coverage-none = { $subject }: no file imported, the catalogue alone.
market-coverage-secret = Statistical secrecy: { $share } of the survey’s cells ({ $secret } of { $cells }); { $posts } posts of need are at stake there, of { $need }.
market-coverage-assumed = Assumptions: { $share } of the { $people } in-field leavers rest on at least one assumed or estimated factor.
market-coverage-crosswalk = Table ROME to occupations: lines imported, { $imported } of { $lines }; the others are those of the catalogue.
market-coverage-seats-estimated = Without a full directory, { $share } of seats ({ $estimated } of { $seats }) stand where an estimate puts them; the directory of schools would put them in their commune.
market-coverage-seats-placed = All seats ({ $seats }) stand in the basin of their establishment: { $estimated } by estimate, that is { $share }.
market-coverage-people = Shared between basins by estimate, regional headcounts included: { $share } of leavers ({ $estimated } of { $people }).
