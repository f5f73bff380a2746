SELECT r.journal, r.tab, sum(r.last - r.first + 1),
  (SELECT count(*) FROM journal_row k WHERE k.journal = r.journal AND k.tab = r.tab AND k.before IS NULL)
FROM journal_run r JOIN journal j ON j.id = r.journal
WHERE j.state = 'undone'
GROUP BY r.journal, r.tab
ORDER BY r.journal, r.tab;
