/**
 * The deals at both ends of a period go in; a briefing in plain sentences, each number bound to the claims it rests on and
 * checked when it is rendered, comes out as a page, a mail, a text or data.
 */
@NullMarked
package org.dealgraph.briefing;

import org.jspecify.annotations.NullMarked;
