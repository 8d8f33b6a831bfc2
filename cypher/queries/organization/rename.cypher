// Gives provisional organizations the name by which claims still mean them.
UNWIND $rows AS row
MATCH (o:Organization {id: row.id})
SET o += row.properties
