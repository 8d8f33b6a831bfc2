// The number of the revision before each of some revisions in the life of its deal.
UNWIND $numbers AS wanted
MATCH (r:Revision {number: wanted})
MATCH (p:Revision {deal: r.deal})
WHERE p.number < r.number
RETURN r.number AS number, max(p.number) AS previous
ORDER BY number
