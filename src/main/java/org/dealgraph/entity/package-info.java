/** Parties as articles write them go in; organizations with score, candidates and judgement come out. */
@NullMarked
package org.dealgraph.entity;

import org.jspecify.annotations.NullMarked;
