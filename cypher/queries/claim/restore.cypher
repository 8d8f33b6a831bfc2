// Brings these claims back into use; answers how many were retired.
MATCH (c:Claim)
WHERE c.id IN $ids AND c.retired
SET c.retired = false
REMOVE c.retiredFor
RETURN count(c) AS restored
