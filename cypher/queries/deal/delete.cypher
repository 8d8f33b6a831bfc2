// Deletes these deals, whose terms are gone already.
UNWIND $ids AS id
MATCH (d:Deal {id: id})
DETACH DELETE d
