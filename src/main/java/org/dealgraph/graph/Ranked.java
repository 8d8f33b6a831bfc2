package org.dealgraph.graph;

/**
 * An entry of a page or of a search.
 *
 * @param value the record
 * @param cursor where it stands; for a search the key is its score, greater is better
 * @param <T> the record's type
 */
public record Ranked<T>(T value, Cursor cursor) {}
