/** The numbers of a text: article text goes in, amounts of money, power, counts, shares, durations and dates with their spans come out. */
@NullMarked
package org.dealgraph.claim.quantity;

import org.jspecify.annotations.NullMarked;
