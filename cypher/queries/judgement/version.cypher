// A number that every change of the judgements raises.
OPTIONAL MATCH (log:Log {id: 'judgements'})
RETURN coalesce(log.last, 0) AS version
