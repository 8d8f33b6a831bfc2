// The claims that the graph held and used at an instant, null for now, with when they came.
MATCH (c:Claim)
WHERE c.id >= '' AND ($recordedAt IS NULL OR datetime(c.recordedAt) <= datetime($recordedAt))
CALL (c) {
  MATCH (c)-[:WAS]->(s:ClaimState)
  WHERE $recordedAt IS NOT NULL AND datetime(s.until) > datetime($recordedAt)
  RETURN s
  ORDER BY datetime(s.until)
  LIMIT 1
  UNION
  WITH c
  WHERE
    $recordedAt IS NULL
    OR NOT EXISTS {
      MATCH (c)-[:WAS]->(later:ClaimState)
      WHERE datetime(later.until) > datetime($recordedAt)
    }
  RETURN c AS s
}
WITH c, s
WHERE NOT s.retired
RETURN s.body AS body, c.recordedAt AS recordedAt
ORDER BY c.id
