INSERT INTO outlet_review (programme, fap, status, confidence, note, who, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (programme, fap) DO UPDATE SET
  status = excluded.status, confidence = excluded.confidence, note = excluded.note, who = excluded.who, at = excluded.at
WHERE (status, confidence, note) IS NOT (excluded.status, excluded.confidence, excluded.note);
