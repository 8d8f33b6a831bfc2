/**
 * Everything a claim could be: an article's mentions, quantities and words of deals come in; candidates (kind, parties,
 * quantity), each described by numbers, go out.
 */
@NullMarked
package org.dealgraph.claim.candidate;

import org.jspecify.annotations.NullMarked;
