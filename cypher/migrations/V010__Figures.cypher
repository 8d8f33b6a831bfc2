CREATE INDEX figure_version IF NOT EXISTS FOR (n:Figure) ON (n.version);
