package org.dealgraph.api.walk;

import graphql.execution.ResultPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an object or a list stands in the answer. */
final class Spot {

    private final @Nullable Spot parent;
    private final Object container;
    private final @Nullable String key;
    private final int index;
    private final boolean required;

    private Spot(@Nullable Spot parent, Object container, @Nullable String key, int index, boolean required) {
        this.parent = parent;
        this.container = container;
        this.key = key;
        this.index = index;
        this.required = required;
    }

    static Spot of(@Nullable Spot parent, Map<String, @Nullable Object> container, String key, boolean required) {
        return new Spot(parent, container, key, 0, required);
    }

    static Spot of(Spot parent, List<@Nullable Object> container, int index, boolean required) {
        return new Spot(parent, container, null, index, required);
    }

    /** What stands here may not be: puts null in its place or, where null may not stand there, in the next one's above. */
    static boolean clear(@Nullable Spot from) {
        for (Spot spot = from; spot != null; spot = spot.parent) {
            if (!spot.required) {
                spot.clear();
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    private void clear() {
        if (key == null) {
            ((List<@Nullable Object>) container).set(index, null);
        } else {
            ((Map<String, @Nullable Object>) container).put(key, null);
        }
    }

    static ResultPath path(@Nullable Spot spot) {
        if (spot == null) {
            return ResultPath.rootPath();
        }
        ResultPath above = path(spot.parent);
        return spot.key == null ? above.segment(spot.index) : above.segment(spot.key);
    }
}
