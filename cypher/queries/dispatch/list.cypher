// Every mail of an issue.
MATCH (d:Dispatch {issue: $issue})
RETURN d {.*} AS dispatch
ORDER BY d.id
