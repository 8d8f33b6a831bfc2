/** The typed, validated view of {@code ingest/}: YAML files in, organizations, products, models, platforms, sites and the ledger out; a bad file stops the start with file and line. */
@NullMarked
package org.dealgraph.catalogue;

import org.jspecify.annotations.NullMarked;
