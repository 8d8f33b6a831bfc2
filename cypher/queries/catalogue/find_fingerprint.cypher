// The fingerprint of the registry that the graph holds.
MATCH (c:Catalogue {id: 'registry'})
RETURN c.fingerprint AS fingerprint
