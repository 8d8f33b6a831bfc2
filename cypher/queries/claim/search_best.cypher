// The best claims whose quote matches, of those that the index gives first, and whether the rest could change that.
CALL db.index.fulltext.queryNodes('claim_text', $query, {limit: $looked}) YIELD node, score
WITH collect([node, score]) AS found, min(score) AS lowest
UNWIND found AS each
WITH each[0] AS c, each[1] AS score, lowest, size(found) < $looked AS all
WHERE NOT c.retired
WITH c, score, all, all OR score > lowest AS sure
ORDER BY score DESC, c.id
SKIP $skip
LIMIT $first
RETURN c.body AS body, score, sure, all
ORDER BY score DESC, c.id
