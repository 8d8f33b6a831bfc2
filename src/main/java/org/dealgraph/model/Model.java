package org.dealgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AI model or a family of them.
 *
 * @param id registry id
 * @param name as its developer writes it
 * @param aliases other surface forms
 * @param ambiguous forms that need context
 * @param developedBy the lab
 * @param released when it came out, or null
 * @param source address that says so, or null
 */
public record Model(
        String id,
        String name,
        List<String> aliases,
        List<String> ambiguous,
        String developedBy,
        @Nullable PartialDate released,
        @Nullable String source) {}
