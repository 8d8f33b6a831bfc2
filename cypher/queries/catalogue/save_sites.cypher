// Saves the registry's sites.
UNWIND $rows AS row
MERGE (s:Site {id: row.id})
SET s += row.properties
