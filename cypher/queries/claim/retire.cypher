// Takes these claims out of use and keeps the state they had; answers how many were in use.
MATCH (c:Claim)
WHERE c.id IN $ids AND NOT c.retired
CREATE (c)-[:WAS]->(:ClaimState {until: $recordedAt, body: c.body, retired: false})
SET c.retired = true, c.retiredFor = $reason
RETURN count(c) AS retired
