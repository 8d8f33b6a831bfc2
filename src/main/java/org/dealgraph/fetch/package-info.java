/** An address and what is known of it come in; its bytes, or why there are none, go out: politely, and never from a private network. */
@NullMarked
package org.dealgraph.fetch;

import org.jspecify.annotations.NullMarked;
