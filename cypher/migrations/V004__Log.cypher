MERGE (log:Log {id: 'revisions'}) ON CREATE SET log.last = 0;
