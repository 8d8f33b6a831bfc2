// Those of some articles that are in the graph.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id
