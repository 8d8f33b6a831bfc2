// The number of the latest revision, 0 where there is none.
MATCH (log:Log {id: 'revisions'})
RETURN log.last AS last
