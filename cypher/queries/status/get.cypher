// How much of each the graph holds, and the number of the last revision; every count comes from the count store.
RETURN COUNT { (:Organization) } AS organizations,
       COUNT { (:Article) } AS articles,
       COUNT { (:Claim) } AS claims,
       COUNT { (:Deal) } AS deals,
       COUNT { (:Term) } AS terms,
       COALESCE(HEAD(COLLECT { MATCH (log:Log {id: 'revisions'}) RETURN log.last }), 0) AS revision
