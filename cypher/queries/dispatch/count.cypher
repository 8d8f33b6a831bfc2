// How many mails of an issue have come how far.
MATCH (d:Dispatch {issue: $issue})
RETURN d.state AS state, count(d) AS found
ORDER BY state
