/**
 * The registry's standing edges and terms go in; what rests on what, what stops when something stops, and what could stand
 * in for it come out.
 */
@NullMarked
package org.dealgraph.answer.dependence;

import org.jspecify.annotations.NullMarked;
