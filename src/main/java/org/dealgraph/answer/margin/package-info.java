/** Assumptions and the way of the money go in; what each layer receives, keeps and passes on comes out, as intervals. */
@NullMarked
package org.dealgraph.answer.margin;

import org.jspecify.annotations.NullMarked;
