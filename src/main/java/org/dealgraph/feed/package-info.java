/** The bytes of a feed, a listing or a news sitemap come in, well-formed or broken; its entries go out. */
@NullMarked
package org.dealgraph.feed;

import org.jspecify.annotations.NullMarked;
