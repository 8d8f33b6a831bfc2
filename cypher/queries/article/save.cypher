// Saves articles, each below its source; one that is there already keeps its recording.
UNWIND $rows AS row
MERGE (s:Source {id: row.source})
MERGE (a:Article {id: row.id})
ON CREATE SET a.run = $run, a.recordedAt = $recordedAt
SET a += row.properties
MERGE (s)-[:PUBLISHED]->(a)
