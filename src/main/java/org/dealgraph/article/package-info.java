/** Pages, plain texts and feed entries come in; articles with main text and metadata, or why there is none, go out. */
@NullMarked
package org.dealgraph.article;

import org.jspecify.annotations.NullMarked;
