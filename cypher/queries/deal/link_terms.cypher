// Links terms to the terms they are part of, add to, mirror, secure or replace.
UNWIND $rows AS row
MATCH (t:Term {id: row.term})
MATCH (other:Term {id: row.other})
FOREACH (_ IN CASE row.kind WHEN 'PART_OF' THEN [1] ELSE [] END | CREATE (t)-[:PART_OF {claims: row.claims}]->(other))
FOREACH (_ IN CASE row.kind WHEN 'ADDS_TO' THEN [1] ELSE [] END | CREATE (t)-[:ADDS_TO {claims: row.claims}]->(other))
FOREACH (_ IN CASE row.kind WHEN 'MIRRORS' THEN [1] ELSE [] END | CREATE (t)-[:MIRRORS {claims: row.claims}]->(other))
FOREACH (_ IN CASE row.kind WHEN 'SECURES' THEN [1] ELSE [] END | CREATE (t)-[:SECURES {claims: row.claims}]->(other))
FOREACH (_ IN CASE row.kind WHEN 'REPLACES' THEN [1] ELSE [] END | CREATE (t)-[:REPLACES {claims: row.claims}]->(other))
