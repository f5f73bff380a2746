# Territory file and embedded catalogue.
store-error-catalogue = The embedded catalogue is damaged: table { $table }, line { $line }, column { $column }, value “{ $value }”. Reinstall the program.
store-error-missing = The file { $path } does not exist, or no longer does. Nothing was changed. Check the name and the folder, or open a copy.
store-error-not-a-file = { $path } is not a file. Nothing was changed. Choose a territory file (.releve).
store-error-not-a-territory = { $path } is not a Relève territory file. It was not changed. Choose a .releve file; to read an official data file, use Import.
store-error-damaged = The file { $path } is damaged ({ $detail }). It was left as it is. Open the last saved copy, or create a new territory and import the files again.
store-error-newer = The file { $path } was written by a newer version of Relève (format { $found }; this program knows up to format { $known }). It was not changed. Update the program.
store-error-foreign-schema = The file { $path } holds something Relève did not put there, or misses something: “{ $object }”. To be safe it was not opened, and it was not changed. Ask whoever sent it for a new copy.
store-error-already-exists = { $path } already exists. It was not replaced. Choose another name.
store-error-denied = The system refuses access to { $path }. Nothing was changed. Check the rights on the file and its folder, or work on a copy in a folder of yours.
store-error-copy-onto-itself = The copy would have the name of the open file, { $path }. Nothing was changed. Choose another name.
store-error-read-only = { $path } is open for reading only: another window holds it, or the system forbids writing. Nothing was changed. Close the other window and open the file again, or save a copy and work on it.
store-error-disk-full = The disk is full: { $path } could not be written. What was saved is intact, the operation under way was cancelled. Free some space, then try again.
store-error-locked = Another program is writing to { $path }. Nothing was changed. Wait until it is done, then try again.
store-error-io = The system could not read or write { $path } ({ $detail }). What was saved is intact. Check the disk or the network, then try again.
store-error-rule = A value breaks a rule of the file ({ $detail }). The whole operation was cancelled, nothing was changed. Correct the value, then try again.
store-error-assumption = Assumption “{ $name }”: the three values must lie between { $least } and { $most }, low ≤ central ≤ high. Nothing was changed.
store-error-no-such = There is no { $what } number { $id } in the file. Nothing was changed.
store-error-cancelled = Stopped at your request: nothing was saved.
store-error-database = The file { $path } could not be processed ({ $detail }). The operation was cancelled, what was saved is intact. Run the check of the file.
store-noun-source = source
store-noun-employer = employer record
store-noun-need = need record

# Deeds of the journal.
deed-create = Creation of the territory { $name }
deed-import = Import of { $file }
deed-remove-source = Removal of the source { $file }
deed-set-assumption = Change of the assumption { $name }
deed-read-assumptions = Assumptions read from a table: { $n }
deed-reset-assumption = Reset of the assumption { $name }
deed-calibrate = Calibration of the expected lens on { $file }
deed-put-employer = Recording of the employer { $name }
deed-remove-employer = Removal of the employer { $name }
deed-put-need = Recording of the need { $name }
deed-remove-need = Removal of the need { $name }
deed-set-territory = Change of the territory { $name }

# Check of the file.
store-check-integrity = The content of the file does not hold together: { $detail }. Open the last saved copy.
store-check-foreign-key = Table { $table }, row { $row }: it refers to a row missing from { $parent }.
store-check-schema = Something unexpected or missing in the file: “{ $object }”.
store-check-counts = Source { $file }: { $read } rows read, but { $counted } rows stored, merged, refused or ignored.
store-check-facts = Source { $file }: { $expected } facts written at import, { $found } present.
store-check-issues = Source { $file }: { $expected } issues written at import, { $found } present.
store-check-row = A stored value cannot be read. { $detail }
store-check-journal-order = Journal, deed { $id }: a deed that is done follows one that is undone.
store-check-journal-table = Journal, deed { $id }: unknown table “{ $table }”.
store-check-journal-image = Journal, deed { $id }: the recorded state of a row of { $table } cannot be read.
store-check-journal-rows = Journal, deed { $id }: { $expected } rows of { $table } to restore, { $found } kept.

## Assumptions, as the journal names them

store-assumption-of = { $assumption } ({ $scope })
store-assumption-beta = share of new leavers, β
store-assumption-fill-rate = fill rate
store-assumption-retention = stays to the final year
store-assumption-further-study = further study
store-assumption-diploma-rate = diploma rate
store-assumption-stays-in-field = stays in the field
store-assumption-radius-km = mobility radius
store-assumption-apprentice-seat-cap = cap on declared apprenticeship seats
store-assumption-shrinkage = weight of the wider scope
store-assumption-seat-cost = cost of a seat
store-assumption-opening-cost = cost of an opening
store-assumption-post-worth = worth of a post filled
store-assumption-match-surplus = surplus of a match
store-assumption-match-noise = matching noise
store-assumption-net-creation = net industrial job creation
store-assumption-gap-share = share of net creation in the gap
store-assumption-national-projects = national projects of the base year
store-assumption-newcomers = new entrants
store-scope-level = level { $level }
store-scope-other = { $scope }
store-scope-ouvrier-non-qualifie = unskilled workers
store-scope-ouvrier-qualifie = skilled workers
store-scope-technicien-am = technicians and supervisors
store-scope-ingenieur-cadre = engineers and managers
store-scope-scolaire = school
store-scope-apprentissage = apprenticeship
store-scope-continue = continuing training
