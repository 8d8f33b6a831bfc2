/** Sources come in; what is new in them goes to the intake, politely and for months: schedule, queues, one writer, run log. */
@NullMarked
package org.dealgraph.pipeline.poll;

import org.jspecify.annotations.NullMarked;
