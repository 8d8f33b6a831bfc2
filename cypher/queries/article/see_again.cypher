// Keeps when articles were seen once more, the latest of all times.
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
WHERE coalesce(a.seenAgain, 0) < row.seen
SET a.seenAgain = row.seen
