package org.dealgraph.claim.lexicon;

import java.util.Locale;
import java.util.Optional;

/** Where a name stands beside a word: before it as its subject, after it as its object, or behind a preposition. */
public enum Slot {
    SUBJECT,
    OBJECT,
    POSSESSIVE,
    COMPOUND,
    BY,
    FROM,
    TO,
    WITH,
    IN,
    INTO,
    FOR,
    OF,
    ON,
    AT,
    VIA,
    BETWEEN,
    AS,
    OTHER;

    /** The slot behind a preposition; OTHER for one without a slot of its own. */
    public static Slot behind(String preposition) {
        return switch (preposition) {
            case "by" -> BY;
            case "from" -> FROM;
            case "to", "toward", "towards", "onto" -> TO;
            case "with", "alongside" -> WITH;
            case "in", "inside" -> IN;
            case "into" -> INTO;
            case "for", "behalf" -> FOR;
            case "of" -> OF;
            case "on", "upon" -> ON;
            case "at" -> AT;
            case "via", "through" -> VIA;
            case "between", "among" -> BETWEEN;
            case "as" -> AS;
            default -> OTHER;
        };
    }

    /** The slot as a file of frames names it. */
    static Optional<Slot> named(String name) {
        for (Slot slot : values()) {
            if (slot.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(slot);
            }
        }
        Slot behind = behind(name);
        return behind == OTHER ? Optional.empty() : Optional.of(behind);
    }
}
