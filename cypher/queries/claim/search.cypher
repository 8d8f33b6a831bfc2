// Claims whose quote matches a full-text query, best first.
CALL db.index.fulltext.queryNodes('claim_text', $query) YIELD node, score
WHERE NOT node.retired
RETURN node.body AS body, score
ORDER BY score DESC, node.id
SKIP $skip
LIMIT $first
