// Saves judgements; one that is there already stays as it is.
UNWIND $rows AS row
MERGE (j:Judgement {id: row.id})
SET j += row.properties
