// Takes these claims out of use; answers how many were in use.
MATCH (c:Claim)
WHERE c.id IN $ids AND NOT c.retired
SET c.retired = true, c.retiredFor = $reason
RETURN count(c) AS retired
