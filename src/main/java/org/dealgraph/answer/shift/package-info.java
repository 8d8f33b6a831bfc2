/** The same answer at two moments goes in; what moved between them comes out: ranks, sums, shares and loops. */
@NullMarked
package org.dealgraph.answer.shift;

import org.jspecify.annotations.NullMarked;
