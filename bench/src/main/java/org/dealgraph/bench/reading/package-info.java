/** How fast and in how much memory articles are read: the annotated corpus goes in; figures of the claim reader and of a peer come out. */
package org.dealgraph.bench.reading;
