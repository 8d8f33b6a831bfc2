// Saves one article below its source; one that is there already keeps its recording.
MERGE (s:Source {id: $source})
MERGE (a:Article {id: $id})
ON CREATE SET a.run = $run, a.recordedAt = $recordedAt
SET a += $properties
MERGE (s)-[:PUBLISHED]->(a)
