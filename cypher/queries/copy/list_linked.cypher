// Those of some articles that have copies.
UNWIND $articles AS id
MATCH (a:Article {id: id})
WHERE EXISTS { (a)-[:COPY_OF]-() }
RETURN a.id AS id
