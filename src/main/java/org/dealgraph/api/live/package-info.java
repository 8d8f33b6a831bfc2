/** Operations over connections that stay open: messages of WebSocket and server-sent events in, answers and events out. */
@NullMarked
package org.dealgraph.api.live;

import org.jspecify.annotations.NullMarked;
