// What this article states, by id.
MATCH (c:Claim {article: $article})
WHERE NOT c.retired
RETURN c.body AS body
ORDER BY c.id
