/** Issues go in; drafts come out in the tools that newsletter writers use, as files and by those tools' APIs. */
@NullMarked
package org.dealgraph.output.handover;

import org.jspecify.annotations.NullMarked;
