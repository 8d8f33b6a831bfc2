/** Who and what an article speaks of: title and text in, every mention with its entity or antecedent out. Pure. */
@NullMarked
package org.dealgraph.claim.mention;

import org.jspecify.annotations.NullMarked;
