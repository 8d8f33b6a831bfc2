/** A file that holds many documents comes in (ZIP, mbox, WARC); its documents go out one by one, each of bounded size. */
@NullMarked
package org.dealgraph.pipeline.archive;

import org.jspecify.annotations.NullMarked;
