// The articles with these ids, by id.
MATCH (a:Article)
WHERE a.id IN $ids
RETURN a.body AS body, a.text AS text
ORDER BY a.id
