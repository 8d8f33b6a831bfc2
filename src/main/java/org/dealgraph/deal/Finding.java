package org.dealgraph.deal;

import java.util.List;
import org.dealgraph.model.SourcedClaim;
import org.jspecify.annotations.Nullable;

/**
 * How one claim stands to what is known.
 *
 * @param claim the claim that was looked at
 * @param verdict how it stands
 * @param how why: what it contradicts and with which values, by what it is superseded, or what it repeats
 * @param deal an id that leads to the deal that it speaks of, or null where that is new
 * @param claims the known claims that the verdict rests on, smallest id first
 */
public record Finding(
        SourcedClaim claim,
        Verdict verdict,
        String how,
        @Nullable String deal,
        List<String> claims) {

    public Finding {
        claims = List.copyOf(claims);
    }

    /** How a claim can stand to what is known. */
    public enum Verdict {
        /** Somebody said so before. */
        KNOWN,
        /** Nobody said so before. */
        NEW,
        /** It cannot be true together with what was said before, or denies it. */
        CONTRADICTS,
        /** It was so once; what came since took its place. */
        STALE
    }
}
