/**
 * Small boosted trees: rows of named numbers with yes or no come in; a forest that gives a probability, kept as a
 * readable file, goes out. Deterministic.
 */
@NullMarked
package org.dealgraph.claim.learn;

import org.jspecify.annotations.NullMarked;
