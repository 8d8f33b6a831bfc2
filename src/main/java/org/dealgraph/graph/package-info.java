/** Records of the model go into Neo4j and come back out, by statements that live in {@code cypher/queries}. */
@NullMarked
package org.dealgraph.graph;

import org.jspecify.annotations.NullMarked;
