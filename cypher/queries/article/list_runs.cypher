// The latest runs that took articles in by an instant, with when they began and how much had come by them.
MATCH (a:Article)
WHERE a.run IS NOT NULL AND ($recordedAt IS NULL OR datetime(a.recordedAt) <= datetime($recordedAt))
WITH a.run AS run, min(a.recordedAt) AS began, count(a) AS articles, collect(DISTINCT a.source) AS sources
RETURN run, began, articles, sources
ORDER BY began DESC, run
LIMIT $first
