// Notes which registry the graph holds now.
MERGE (c:Catalogue {id: 'registry'})
SET c.fingerprint = $fingerprint
