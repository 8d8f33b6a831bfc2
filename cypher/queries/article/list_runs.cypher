// The latest runs that took articles in, with when they began and how much came by them.
MATCH (a:Article)
WHERE a.run IS NOT NULL
WITH a.run AS run, min(a.recordedAt) AS began, count(a) AS articles, collect(DISTINCT a.source) AS sources
RETURN run, began, articles, sources
ORDER BY began DESC, run
LIMIT $first
