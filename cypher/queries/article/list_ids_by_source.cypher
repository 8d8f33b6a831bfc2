// Ids of the articles that came by this source.
MATCH (:Source {id: $source})-[:PUBLISHED]->(a:Article)
RETURN a.id AS id
ORDER BY id
