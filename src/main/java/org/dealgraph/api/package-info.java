/** GraphQL over HTTP: requests in, answers of the graph out. The schema in {@code graphql/} is the contract. */
@NullMarked
package org.dealgraph.api;

import org.jspecify.annotations.NullMarked;
