/** Decides among candidates: descriptions come in; the chosen readings with calibrated confidence and reasons go out. */
@NullMarked
package org.dealgraph.claim.judge;

import org.jspecify.annotations.NullMarked;
