// Whether an article is in the graph: one row, or none.
MATCH (a:Article {id: $id})
RETURN a.id AS id
