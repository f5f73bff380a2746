SELECT
  id, action, rentree, entrants, final_year, leavers, graduates, in_field, posts, source
FROM review_outcome
ORDER BY action, rentree;
