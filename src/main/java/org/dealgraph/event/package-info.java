/** Revisions of the log go in after their commit; out they come, in order and without gaps, to everyone whose filter they match. */
@NullMarked
package org.dealgraph.event;

import org.jspecify.annotations.NullMarked;
