/** The only place where the stages meet: inputs in, one write transaction an article, deals and revisions out. */
@NullMarked
package org.dealgraph.pipeline;

import org.jspecify.annotations.NullMarked;
