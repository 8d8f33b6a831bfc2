// The revisions of one deal, oldest first.
MATCH (r:Revision {deal: $deal})
RETURN r.body AS body
ORDER BY r.number
