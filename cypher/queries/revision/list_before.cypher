// A page of the log from a number back, latest first, of some kinds and causes; null lets every one through.
MATCH (r:Revision)
WHERE r.number < $before
  AND ($kinds IS NULL OR r.kind IN $kinds)
  AND ($causes IS NULL OR r.cause IN $causes)
RETURN r.body AS body
ORDER BY r.number DESC
LIMIT $first
