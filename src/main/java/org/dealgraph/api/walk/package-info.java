/** Checked queries come in as plans that are made once a document; walked over, they give the answer's maps and lists. */
@NullMarked
package org.dealgraph.api.walk;

import org.jspecify.annotations.NullMarked;
