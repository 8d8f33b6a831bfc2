// Removes a watch and answers how many there were with its id.
MATCH (w:Watch {id: $id})
DETACH DELETE w
RETURN count(*) AS removed
