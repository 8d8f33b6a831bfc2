// Saves the registry's platforms.
UNWIND $rows AS row
MERGE (p:Platform {id: row.id})
SET p += row.properties
