# Search: kinds of what is found, and from the job title to the occupation.
app-find-occupation = occupation
app-find-basin = employment basin
app-find-title = job title
app-find-programme = programme
app-find-establishment = establishment
app-find-section = section
app-find-employer = employer
app-find-assumption = assumption
app-find-source = source
app-find-lead = { $title } → { $occupation }
app-find-lead-rome = { $title } → { $occupation } (ROME { $rome })

cli-about-find = Finds an occupation, a job title, a basin, a programme, an establishment, a source…
cli-usage-find = releve find TERRITORY WORDS… [OPTIONS]
cli-value-words = WORDS
cli-help-words = Words looked for, whatever the accents, the case and the hyphens
cli-find-nothing = Nothing answers these words.
cli-column-kind = Kind
cli-column-name = Name
cli-column-code = Code or name opened
