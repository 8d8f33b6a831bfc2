// The names by which claims mean each of these provisional organizations.
MATCH (o:Organization {verified: false})<-[party:FROM|TO|FOR]-(:Claim)
WHERE o.id IN $ids
RETURN o.id AS id, collect(DISTINCT party.name) AS names
ORDER BY id
