// The number of the last revision that was recorded before an instant, 0 where there is none.
MATCH (r:Revision)
WHERE r.number > 0 AND datetime(r.recordedAt) < datetime($at)
RETURN coalesce(max(r.number), 0) AS last
