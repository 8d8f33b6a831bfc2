// Brings these claims back into use and keeps the state they had; answers how many were retired.
MATCH (c:Claim)
WHERE c.id IN $ids AND c.retired
CREATE (c)-[:WAS]->(:ClaimState {until: $recordedAt, body: c.body, retired: true})
SET c.retired = false
REMOVE c.retiredFor
RETURN count(c) AS restored
