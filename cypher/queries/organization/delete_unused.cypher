// Deletes those of these organizations that are provisional and that nothing names any more; answers how many.
MATCH (o:Organization {verified: false})
WHERE o.id IN $ids AND NOT EXISTS { (o)--() }
DELETE o
RETURN count(*) AS deleted
