// Claims that a filter lets through and whose quote matches a full-text query, best first.
CALL db.index.fulltext.queryNodes('claim_text', $query) YIELD node AS c, score
WHERE
  NOT c.retired
  AND ($article IS NULL OR c.article = $article)
  AND ($kinds IS NULL OR c.kind IN $kinds)
  AND ($stages IS NULL OR c.stage IN $stages)
  AND ($polarities IS NULL OR c.polarity IN $polarities)
  AND ($voices IS NULL OR c.voice IN $voices)
  AND ($tiers IS NULL OR c.tier IN $tiers)
  AND ($confidence IS NULL OR c.confidence >= $confidence)
  AND ($publishedFrom IS NULL OR c.publishedLastDay >= $publishedFrom)
  AND ($publishedTo IS NULL OR c.publishedDay <= $publishedTo)
  AND ($parties IS NULL OR
    EXISTS {
      MATCH (c)-[:FROM|TO|FOR]->(o:Organization)
      WHERE o.id IN $parties
    })
WITH c, score
ORDER BY score DESC, c.id
SKIP $skip
LIMIT $first
RETURN c.body AS body, score
ORDER BY score DESC, c.id
