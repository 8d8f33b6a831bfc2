// What these articles state, by id, with why a claim was taken out of use.
MATCH (c:Claim)
WHERE c.article IN $articles
RETURN c.body AS body, c.retiredFor AS retiredFor
ORDER BY c.id
