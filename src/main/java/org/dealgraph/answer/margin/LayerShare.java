package org.dealgraph.answer.margin;

import org.dealgraph.model.Assumption;
import org.dealgraph.model.Interval;
import org.dealgraph.model.MarginLayer;
import org.jspecify.annotations.Nullable;

/**
 * What one layer has of the money.
 *
 * @param layer which
 * @param receives what comes to it; at the base figures exactly what it keeps and passes on
 * @param keeps what stays with it by its own measure; null where none is sourced
 * @param passes what it pays to others; null where it is not known what it keeps
 * @param measure what its margin measures; null without one
 * @param margin id of the assumption for what it keeps, or null
 * @param share id of the assumption for what it receives, or null where it gets what is left
 */
public record LayerShare(
        MarginLayer layer,
        Interval receives,
        @Nullable Interval keeps,
        @Nullable Interval passes,
        Assumption.@Nullable Measure measure,
        @Nullable String margin,
        @Nullable String share) {}
