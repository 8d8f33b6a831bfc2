/** Pairs of claims and of names that people labelled go in; how often the rules agree with them comes out. */
@NullMarked
package org.dealgraph.pipeline.pairs;

import org.jspecify.annotations.NullMarked;
