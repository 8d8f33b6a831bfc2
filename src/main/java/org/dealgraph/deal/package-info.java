/** Claims with resolved parties go in; deals with their terms, links and conflicts come out. Pure: no clock, no store. */
@NullMarked
package org.dealgraph.deal;

import org.jspecify.annotations.NullMarked;
