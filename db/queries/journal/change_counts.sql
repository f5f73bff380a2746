SELECT tab, sum(added), sum(changed), sum(removed)
FROM (
  SELECT tab, last - first + 1 AS added, 0 AS changed, 0 AS removed FROM journal_run WHERE journal = ?1
  UNION ALL
  SELECT tab, 0, after IS NOT NULL, after IS NULL FROM journal_row WHERE journal = ?1 AND before IS NOT NULL
)
GROUP BY tab
ORDER BY tab;
