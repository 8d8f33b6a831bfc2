// Articles that share a key with this one, those that share most first.
MATCH (a:Article {id: $article})-[:IN_BAND]->(:Band)<-[:IN_BAND]-(other:Article)
WHERE other <> a
WITH other, count(*) AS shared
ORDER BY shared DESC, other.id
LIMIT $most
RETURN other.body AS body, other.text AS text
