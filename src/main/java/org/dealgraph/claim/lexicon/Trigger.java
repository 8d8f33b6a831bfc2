package org.dealgraph.claim.lexicon;

import java.util.Set;
import org.dealgraph.model.ClaimKind;

/**
 * A frame's word in a text.
 *
 * @param frame what it says
 * @param shape how it is used; a passive turns subject and object round
 * @param first index of its first token
 * @param end one past its last token
 */
public record Trigger(Frame frame, Shape shape, int first, int end) {

    /** Whether the giving side of a kind of claim stands in this place. */
    public boolean from(Slot slot, ClaimKind kind) {
        return has(frame.turns(kind) ? frame.to() : frame.from(), slot);
    }

    /** Whether the other side of a kind of claim stands in this place. */
    public boolean to(Slot slot, ClaimKind kind) {
        return has(frame.turns(kind) ? frame.from() : frame.to(), slot);
    }

    private boolean has(Set<Slot> slots, Slot slot) {
        if (shape == Shape.PASSIVE) {
            return switch (slot) {
                case BY -> slots.contains(Slot.SUBJECT) || slots.contains(Slot.BY);
                case SUBJECT -> slots.contains(Slot.OBJECT);
                case OBJECT -> false;
                default -> slots.contains(slot);
            };
        }
        if (shape == Shape.ACTIVE && slot == Slot.BY) {
            return false;
        }
        return slots.contains(slot);
    }
}
