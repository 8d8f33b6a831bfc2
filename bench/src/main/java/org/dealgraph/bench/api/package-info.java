/** A made market of deals goes in; what the API does in a second, beside the raw driver and beside Node, comes out. */
@NullMarked
package org.dealgraph.bench.api;

import org.jspecify.annotations.NullMarked;
