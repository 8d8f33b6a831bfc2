package org.dealgraph.claim.lexicon;

/**
 * A cue's words in a text.
 *
 * @param name which cue
 * @param first index of its first token
 * @param end one past its last token
 */
public record Cue(String name, int first, int end) {}
