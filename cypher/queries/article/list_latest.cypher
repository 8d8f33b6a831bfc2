// A page of articles, the latest known first, after a cursor, served from the index in its order.
MATCH (a:Article)
WHERE
  a.knownDay <= $day
  AND (a.knownDay < $day OR a.id > $id)
  AND ($knownBy IS NULL OR coalesce(a.knownLastDay, a.knownDay) <= $knownBy)
  AND ($recordedAt IS NULL OR datetime(a.recordedAt) <= datetime($recordedAt))
RETURN a.body AS body, a.text AS text, a.id AS id, -1.0 * a.knownDay AS key
ORDER BY a.knownDay DESC, a.id
LIMIT $first
