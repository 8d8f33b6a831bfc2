/** Events of the log and the webhooks of watches go in; signed messages go out over HTTP, each at least once and in order, and a log of every attempt. */
@NullMarked
package org.dealgraph.output.webhook;

import org.jspecify.annotations.NullMarked;
