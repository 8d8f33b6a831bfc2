/** Articles to claims: mentions, quantities and words of deals are brought together; pure, no input or output. */
@NullMarked
package org.dealgraph.claim;

import org.jspecify.annotations.NullMarked;
