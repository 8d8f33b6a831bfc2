// Saves the keys under which copies of articles are looked for.
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
UNWIND row.keys AS key
MERGE (b:Band {key: key})
MERGE (a)-[:IN_BAND]->(b)
