/** How well and how fast main text is found: pages with their expected texts go in; F1 and pages a second beside a peer come out. */
package org.dealgraph.bench.maintext;
