// Saves the keys under which copies of an article are looked for.
MATCH (a:Article {id: $article})
UNWIND $keys AS key
MERGE (b:Band {key: key})
MERGE (a)-[:IN_BAND]->(b)
