// Notes that one article is a copy of another.
MATCH (a:Article {id: $article})
MATCH (b:Article {id: $other})
MERGE (a)-[:COPY_OF]->(b)
