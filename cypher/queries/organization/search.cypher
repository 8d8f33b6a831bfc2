// Organizations whose name or an alias matches a full-text query, best first.
CALL db.index.fulltext.queryNodes('organization_text', $query) YIELD node, score
RETURN node.body AS body, score
ORDER BY score DESC, node.id
SKIP $skip
LIMIT $first
