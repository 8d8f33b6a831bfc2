// A page of articles, the latest published first, undated ones last, after a cursor.
MATCH (a:Article)
WITH a, coalesce(-a.publishedDay, 1.0e18) AS key
WHERE $afterKey IS NULL OR key > $afterKey OR (key = $afterKey AND a.id > $afterId)
RETURN a.body AS body, a.text AS text, a.id AS id, toFloat(key) AS key
ORDER BY key, id
LIMIT $first
