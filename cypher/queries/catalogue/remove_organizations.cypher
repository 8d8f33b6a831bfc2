// Deletes organizations that the registry no longer has; one that claims name stays as provisional.
MATCH (o:Organization {verified: true})
WHERE NOT o.id IN $ids
SET o.verified = false
WITH o
WHERE NOT EXISTS { (o)<-[:FROM|TO|FOR]-() }
DETACH DELETE o
