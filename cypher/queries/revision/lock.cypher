// Takes the write lock of the log, so that one transaction at a time changes deals; answers the latest number.
MATCH (log:Log {id: 'revisions'})
SET log.held = true
REMOVE log.held
RETURN log.last AS last
