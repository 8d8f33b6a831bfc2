// Mails that can be tried now, those that wait longest first.
MATCH (d:Dispatch)
WHERE d.due <= $now
RETURN d {.*} AS dispatch
ORDER BY d.due, d.id
LIMIT $first
