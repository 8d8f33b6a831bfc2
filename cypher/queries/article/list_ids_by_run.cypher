// Ids of the articles that this run took in.
MATCH (a:Article {run: $run})
RETURN a.id AS id
ORDER BY id
