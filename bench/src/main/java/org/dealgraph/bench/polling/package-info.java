/** How fast sources are polled, and in how much memory: feeds on loopback go in; feeds a second beside a bare client come out. */
package org.dealgraph.bench.polling;
