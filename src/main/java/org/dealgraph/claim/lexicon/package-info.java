/** The words of deals: {@code ingest/lexicon} comes in; frames and cues found in prose go out. */
@NullMarked
package org.dealgraph.claim.lexicon;

import org.jspecify.annotations.NullMarked;
