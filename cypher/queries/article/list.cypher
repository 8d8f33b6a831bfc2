// A page of articles by id, after an id.
MATCH (a:Article)
WHERE a.id > $after
RETURN a.body AS body, a.text AS text
ORDER BY a.id
LIMIT $first
