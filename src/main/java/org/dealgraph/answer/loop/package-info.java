/**
 * Terms go in; the loops in which money comes back to where it started come out, with their strength, the amount that can go
 * all the way round, and whether there are more of them than chance would make.
 */
@NullMarked
package org.dealgraph.answer.loop;

import org.jspecify.annotations.NullMarked;
