// The article with this id.
MATCH (a:Article {id: $id})
RETURN a.body AS body, a.text AS text
