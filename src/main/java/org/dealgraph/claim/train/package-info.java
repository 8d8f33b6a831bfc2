/** Fits the judge's forests to the annotated training stories; a corpus comes in, model files go out. */
@NullMarked
package org.dealgraph.claim.train;

import org.jspecify.annotations.NullMarked;
