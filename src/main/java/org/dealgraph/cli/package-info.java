/** The command line: words of a shell in, calls of the pipeline and the server out; the only place that prints. */
@NullMarked
package org.dealgraph.cli;

import org.jspecify.annotations.NullMarked;
