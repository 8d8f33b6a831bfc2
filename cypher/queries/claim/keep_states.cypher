// Keeps the state of claims that are about to change, so that what the graph held before can be asked for.
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
WHERE c.body <> row.properties.body
CREATE (c)-[:WAS]->(:ClaimState {until: $recordedAt, body: c.body, retired: c.retired})
