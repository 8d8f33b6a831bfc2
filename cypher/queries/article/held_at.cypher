// Whether the graph held an article at an instant: one row, or none.
MATCH (a:Article {id: $id})
WHERE datetime(a.recordedAt) <= datetime($at)
RETURN a.id AS id
