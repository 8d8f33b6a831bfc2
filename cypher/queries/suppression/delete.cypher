// Lets an address be written to again; answers how many rules spoke against it.
MATCH (s:Suppression)
WHERE s.id IN $ids
WITH s
DELETE s
RETURN count(*) AS found
