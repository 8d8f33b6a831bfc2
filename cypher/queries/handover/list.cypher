// How an issue stands with each tool.
MATCH (h:HandedOver {issue: $issue})
RETURN h {.*} AS handedOver
ORDER BY h.id
