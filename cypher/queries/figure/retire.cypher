// Takes the figures out of use that are not among these; they stay for questions about the past.
MATCH (f:Figure)
WHERE f.version >= '' AND f.retiredAt IS NULL AND NOT f.version IN $versions
SET f.retiredAt = $recordedAt
