/**
 * The annotated corpus: documents with gold claims come in; the same format of what was read, and the figures that
 * compare the two, go out.
 */
@NullMarked
package org.dealgraph.claim.corpus;

import org.jspecify.annotations.NullMarked;
