// Articles that match a full-text query, best first.
CALL db.index.fulltext.queryNodes('article_text', $query) YIELD node, score
RETURN node.body AS body, node.text AS text, score
ORDER BY score DESC, node.id
SKIP $skip
LIMIT $first
