// The figures that the graph held at an instant, null for now.
MATCH (f:Figure)
WHERE
  f.version >= ''
  AND
    (($recordedAt IS NULL AND f.retiredAt IS NULL)
      OR
        ($recordedAt IS NOT NULL
          AND datetime(f.recordedAt) <= datetime($recordedAt)
          AND (f.retiredAt IS NULL OR datetime(f.retiredAt) > datetime($recordedAt))))
RETURN f.body AS body, f.recordedAt AS recordedAt
ORDER BY f.version
