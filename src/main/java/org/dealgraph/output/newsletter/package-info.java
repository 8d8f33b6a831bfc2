/** The log of what happened and the files of newsletters go in; issues come out, to an archive, to addresses and to tools. */
@NullMarked
package org.dealgraph.output.newsletter;

import org.jspecify.annotations.NullMarked;
