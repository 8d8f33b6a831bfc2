// Saves figures, each state of one as a node of its own; one that is in use already keeps its recording.
UNWIND $rows AS row
WITH row
WHERE NOT EXISTS {
  MATCH (there:Figure {version: row.version})
  WHERE there.retiredAt IS NULL
}
CREATE (f:Figure {version: row.version, recordedAt: $recordedAt, body: row.body})
