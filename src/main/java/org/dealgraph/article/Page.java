package org.dealgraph.article;

import org.jspecify.annotations.Nullable;

/**
 * A document as it was fetched.
 *
 * @param body the bytes, after any transfer coding
 * @param contentType the header, or null; it may lie
 * @param address where it was found after redirects, or a {@code file:} name
 */
public record Page(byte[] body, @Nullable String contentType, String address) {}
