// The deal with this id, or the deal that the claim with this id is now in.
OPTIONAL MATCH (own:Deal {id: $id})
OPTIONAL MATCH (:Claim {id: $id})-[:SUPPORTS|DISPUTES|ENDS]->(:Term)<-[:HAS_TERM]-(now:Deal)
WITH coalesce(own, now) AS d
WHERE d IS NOT NULL
RETURN DISTINCT d.body AS body, d.id AS id
ORDER BY id
LIMIT 1
