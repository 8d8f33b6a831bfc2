// Deletes provisional organizations that nothing names any more; answers how many.
MATCH (o:Organization {verified: false})
WHERE NOT EXISTS { (o)--() }
DELETE o
RETURN count(*) AS deleted
