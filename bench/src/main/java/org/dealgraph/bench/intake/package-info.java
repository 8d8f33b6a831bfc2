/** A made world of deals goes in; the cost of taking in one article comes out, beside that of writing its rows plainly. */
@NullMarked
package org.dealgraph.bench.intake;

import org.jspecify.annotations.NullMarked;
