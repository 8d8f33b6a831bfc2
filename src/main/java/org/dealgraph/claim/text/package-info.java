/** English prose as tokens, sentences, paragraphs and clauses with spans: text in, {@code Prose} out, in linear time. */
@NullMarked
package org.dealgraph.claim.text;

import org.jspecify.annotations.NullMarked;
