package org.dealgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way that money takes from a buyer through the layers: each receives, keeps a part and passes the rest on to the
 * layers below it.
 *
 * @param id by which queries name it
 * @param title in our words
 * @param unit what is spent at the top
 * @param provider the sort of cloud that it runs through, or null for any
 * @param silicon whose chips that cloud runs, or null for any
 * @param start id of the assumption that gives the sum at the top; null where the asker or the deal gives it
 * @param life id of the assumption by which a one-off sum becomes yearly; null where it is yearly already
 * @param top the first layer
 */
public record MarginPath(
        String id,
        String title,
        Unit unit,
        @Nullable Provider provider,
        @Nullable Silicon silicon,
        @Nullable String start,
        @Nullable String life,
        Step top) {

    /**
     * A layer of the way.
     *
     * @param layer which
     * @param share id of the assumption for the part that it gets of what the layer above passes on; null where it gets all
     *     that others do not, by the meaning of the measure above
     * @param keeps id of the assumption for the part it keeps; null where none is sourced
     * @param gap what is not known and would be needed to go on, or null
     * @param then the layers below
     */
    public record Step(
            MarginLayer layer,
            @Nullable String share,
            @Nullable String keeps,
            @Nullable String gap,
            List<Step> then) {

        public Step {
            then = List.copyOf(then);
        }
    }

    /** What is spent at the top. */
    public enum Unit {
        /** A dollar of a lab's revenue. */
        REVENUE_DOLLAR,
        /** The building of a gigawatt. */
        GIGAWATT,
        /** A dollar paid to a cloud, as in a deal. */
        CLOUD_DOLLAR
    }

    /** Sorts of cloud. */
    public enum Provider {
        HYPERSCALER,
        NEOCLOUD
    }

    /** Whose chips. */
    public enum Silicon {
        /** The cloud's own design: the chip layer stays inside the cloud. */
        CUSTOM,
        /** Bought from a chip vendor. */
        MERCHANT
    }
}
