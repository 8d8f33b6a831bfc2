// A page of the deals that a filter lets through, in an order, after a cursor.
CALL () {
  WITH $query AS query
  WHERE query IS NOT NULL
  CALL db.index.fulltext.queryNodes('deal_text', query) YIELD node
  RETURN node AS d
  UNION
  WITH $parties AS parties
  WHERE $query IS NULL AND parties IS NOT NULL
  UNWIND parties[0] AS party
  MATCH (:Organization {id: party})<-[:FROM|TO|FOR]-(:Term)<-[:HAS_TERM]-(d:Deal)
  RETURN d
  UNION
  WITH 1 AS one
  WHERE $query IS NULL AND $parties IS NULL
  MATCH (d:Deal)
  RETURN d
}
WITH d
WHERE
  ($publishedFrom IS NULL OR d.publishedLastDay >= $publishedFrom)
  AND ($publishedTo IS NULL OR d.publishedDay <= $publishedTo)
  AND
    ($parties IS NULL OR
      all(
        group IN $parties[1..] WHERE
        EXISTS {
          MATCH (d)-[:HAS_TERM]->(:Term)-[:FROM|TO|FOR]->(other:Organization)
          WHERE other.id IN group
        }
      ))
  AND EXISTS {
    MATCH (d)-[:HAS_TERM]->(t:Term)
    WHERE
      ($kinds IS NULL OR t.kind IN $kinds)
      AND ($stages IS NULL OR t.stage IN $stages)
      AND ($counted IS NULL OR t.counted = $counted)
      AND ($currency IS NULL OR t.currency = $currency)
      AND ($amountFrom IS NULL OR (t.amountLow IS NOT NULL AND coalesce(t.amountHigh, $amountFrom) >= $amountFrom))
      AND ($amountTo IS NULL OR t.amountLow <= $amountTo)
      AND ($powerFrom IS NULL OR (t.megawattsLow IS NOT NULL AND coalesce(t.megawattsHigh, $powerFrom) >= $powerFrom))
      AND ($powerTo IS NULL OR t.megawattsLow <= $powerTo)
      AND ($products IS NULL OR t.product IN $products)
      AND ($sites IS NULL OR t.site IN $sites)
      AND ($agreedFrom IS NULL OR t.agreedLastDay >= $agreedFrom)
      AND ($agreedTo IS NULL OR t.agreedDay <= $agreedTo)
      AND ($instruments IS NULL OR t.instrument IN $instruments)
      AND ($unflagged IS NULL OR (size(t.flags) = 0) = $unflagged)
      AND
        ($tiers IS NULL OR
          EXISTS {
            MATCH (c:Claim)-[:SUPPORTS]->(t)
            WHERE c.tier IN $tiers
          })
      AND
        ($parties IS NULL OR
          EXISTS {
            MATCH (t)-[role:FROM|TO|FOR]->(o:Organization)
            WHERE o.id IN $parties[0] AND ($roles IS NULL OR type(role) IN $roles)
          })
  }
WITH
  d,
  coalesce(
    $sign *
    CASE $order
      WHEN 'AGREED' THEN d.agreedDay
      WHEN 'PUBLISHED' THEN d.publishedDay
      WHEN 'AMOUNT' THEN d.amount
      ELSE 0
    END,
    1.0e18
  ) AS key
WHERE $afterKey IS NULL OR key > $afterKey OR (key = $afterKey AND d.id > $afterId)
WITH d, key
ORDER BY key, d.id
LIMIT $first
RETURN d.body AS body, d.id AS id, toFloat(key) AS key
ORDER BY key, id
