/** What a request shows of itself goes in (a key, an address); who it is, what it may do and how much of it, comes out. */
@NullMarked
package org.dealgraph.access;

import org.jspecify.annotations.NullMarked;
