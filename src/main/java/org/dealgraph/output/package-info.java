/** Events of the log and the claims behind them go in; feeds and calendars that other software reads come out. */
@NullMarked
package org.dealgraph.output;

import org.jspecify.annotations.NullMarked;
