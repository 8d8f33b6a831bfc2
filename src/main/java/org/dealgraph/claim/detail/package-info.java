/** What a chosen reading says beyond kind, parties and number: a choice and its scene come in; a claim goes out. */
@NullMarked
package org.dealgraph.claim.detail;

import org.jspecify.annotations.NullMarked;
