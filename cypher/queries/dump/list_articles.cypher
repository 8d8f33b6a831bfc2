// Every article, by id.
MATCH (a:Article)
WHERE a.id >= ''
RETURN a.body AS body, a.text AS text
ORDER BY a.id
