// Saves the registry's models.
UNWIND $rows AS row
MERGE (m:Model {id: row.id})
SET m += row.properties
