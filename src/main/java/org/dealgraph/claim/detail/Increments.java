package org.dealgraph.claim.detail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.model.AmountRelation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the words beside an amount whether it is a part, an addition or a running total, or stands in another's place.
 * "A on top of B" makes A an addition and leaves B, which was there before, the whole that it is; "A instead of B" has A
 * replace B, unless B is told to be another year's.
 */
final class Increments {

    private static final int BEFORE = 4;
    private static final int AFTER = 3;
    private static final int AHEAD = 6;
    private static final int TOTAL = 14;
    private static final int BASE = 10;
    private static final int BEYOND = 30;
    private static final int PERIOD = 5;
    private static final int FORMER = 6;
    private static final Set<String> PERIODS =
            Set.of("year", "years", "quarter", "month", "ago", "earlier", "annually", "annual", "yearly");
    private static final Set<String> POINTERS = Set.of("that", "this", "it", "those", "these");
    private static final Set<String> BREAKS = Set.of(",", ";", ":", "—", "–", "(", ")", "while", "but");

    private final Scene scene;

    Increments(Scene scene) {
        this.scene = scene;
    }

    /**
     * What the words say.
     *
     * @param kind part, addition, running total or replacement
     * @param cue the words
     * @param other the amount they name as the base or as what is replaced, or null
     */
    record Told(Kind kind, Cue cue, @Nullable Anchor other) {}

    /** What is told of an amount; empty where it stands for itself. */
    Optional<Told> of(Anchor a) {
        if (!a.type().numbered()) {
            return Optional.empty();
        }
        for (Cue cue : cues(a)) {
            Pair pair = pair(cue);
            if (pair != null && pair.base().equals(a)) {
                return Optional.empty();
            }
            if (pair != null && a.equals(pair.more())) {
                return Optional.of(new Told(pair.kind(), cue, pair.base()));
            }
        }
        Optional<Pair> raised = raised(a);
        if (raised.isPresent()) {
            Pair pair = raised.get();
            int from = pair.base().first() - 1;
            return a.equals(pair.base())
                    ? Optional.empty()
                    : Optional.of(new Told(pair.kind(), new Cue("instead", from, from + 1), pair.base()));
        }
        return beside(a, "sum ahead", 0, Kind.RUNNING_TOTAL)
                .or(() -> beside(a, "sum", AFTER, Kind.RUNNING_TOTAL))
                .or(() -> beside(a, "increment", AFTER, Kind.ADDITION))
                .or(() -> beside(a, "base", 0, Kind.ADDITION))
                .or(() -> beside(a, "portion", AFTER, Kind.PART))
                .or(() -> beside(a, "portion ahead", 0, Kind.PART));
    }

    private List<Cue> cues(Anchor a) {
        return scene.cues().get(a.sentence());
    }

    // ── two amounts ──

    private record Pair(Anchor base, @Nullable Anchor more, Kind kind) {}

    /** "$100 billion on top of the $38 billion"; "expanding the $38 billion by $100 billion", "… to $138 billion". */
    private @Nullable Pair pair(Cue cue) {
        if (cue.name().equals("instead")) {
            return replaced(cue);
        }
        boolean top = cue.name().equals("base");
        if (!top && !cue.name().equals("growth")) {
            return null;
        }
        Anchor base = after(cue.end(), BASE, cue);
        if (base == null) {
            return null;
        }
        if (top) {
            Anchor more = before(cue.first(), base);
            return new Pair(base, more == null ? after(base.end(), BEYOND, base) : more, Kind.ADDITION);
        }
        Anchor more = after(base.end(), BASE, base);
        String word = more == null ? "" : word(more.first() - 1);
        return switch (word) {
            case "by" -> new Pair(base, more, Kind.ADDITION);
            case "to" -> new Pair(base, more, Kind.RUNNING_TOTAL);
            default -> null;
        };
    }

    /** "$250 billion instead of $300 billion"; not "$70 billion, up from $40 billion last year". */
    private @Nullable Pair replaced(Cue cue) {
        Anchor old = after(cue.end(), BASE, cue);
        Anchor now = old == null ? null : before(cue.first(), old);
        return old == null || now == null || ofAnotherPeriod(old) ? null : new Pair(old, now, Kind.REPLACES);
    }

    /** "to $10 billion from $1.5 billion", with either of the two. */
    private Optional<Pair> raised(Anchor a) {
        if (word(a.first() - 1).equals("from")) {
            Anchor now = before(a.first(), a);
            return now != null && isRaised(now, a) ? Optional.of(new Pair(a, now, Kind.REPLACES)) : Optional.empty();
        }
        Anchor old = after(a.end(), FORMER, a);
        return old != null && isRaised(a, old) ? Optional.of(new Pair(old, a, Kind.REPLACES)) : Optional.empty();
    }

    private boolean isRaised(Anchor now, Anchor old) {
        return word(old.first() - 1).equals("from")
                && word(now.first() - 1).equals("to")
                && old.first() - now.end() <= FORMER
                && isPlain(now.end(), old.first())
                && !ofAnotherPeriod(old);
    }

    /** Nothing that makes what follows "from" a source: "to $5 billion of orders from". */
    private boolean isPlain(int from, int end) {
        for (int i = from; i < end; i++) {
            if (word(i).equals("of")
                    || word(i).equals("and")
                    || scene.prose().token(i).capitalised()) {
                return false;
            }
        }
        return true;
    }

    private boolean ofAnotherPeriod(Anchor amount) {
        for (int i = amount.end(); i < amount.end() + PERIOD; i++) {
            String word = word(i);
            if (PERIODS.contains(word) || word.matches("(?:19|20)\\d\\d")) {
                return true;
            }
        }
        return false;
    }

    /** The first amount behind a cue, in its clause. */
    private @Nullable Anchor after(int from, int reach, Cue cue) {
        return scene.anchors().stream()
                .skip(firstAt(from))
                .limit(1)
                .filter(a -> a.type().numbered() && a.first() - from <= reach && isOneClause(from, a.first()))
                .filter(a -> sentence(cue.first()) == a.sentence())
                .findFirst()
                .orElse(null);
    }

    /** The first amount like another behind it, in its sentence. */
    private @Nullable Anchor after(int from, int reach, Anchor like) {
        List<Anchor> all = scene.anchors();
        for (int i = like.index() + 1; i < all.size() && all.get(i).sentence() == like.sentence(); i++) {
            Anchor a = all.get(i);
            if (a.type() == like.type()) {
                return a.first() - from <= reach ? a : null;
            }
        }
        return null;
    }

    private @Nullable Anchor before(int end, Anchor like) {
        for (int i = like.index() - 1; i >= 0; i--) {
            Anchor a = scene.anchors().get(i);
            if (a.sentence() != like.sentence()) {
                return null;
            }
            if (a.type() == like.type() && a.end() <= end) {
                return a;
            }
        }
        return null;
    }

    private int sentence(int token) {
        List<Anchor> all = scene.anchors();
        int at = firstAt(token);
        return at < all.size() && scene.sentence(all.get(at).sentence()).first() <= token
                ? all.get(at).sentence()
                : -1;
    }

    /** Index of the first anchor that starts at a token or behind it. */
    private int firstAt(int token) {
        List<Anchor> all = scene.anchors();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).first() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    // ── one amount ──

    private Optional<Told> beside(Anchor a, String name, int behind, Kind kind) {
        return cues(a).stream()
                .filter(c -> c.name().equals(name))
                .filter(c -> c.end() <= a.first() ? leads(c, a) : c.first() - a.end() < behind && trails(c, a))
                .findFirst()
                .map(c -> new Told(kind, c, null));
    }

    private boolean leads(Cue c, Anchor a) {
        int reach = switch (c.name()) {
            case "sum ahead" -> reached(a) ? TOTAL : 1;
            case "portion ahead" -> opens(c, a) ? BEYOND : AHEAD;
            case "base" -> POINTERS.contains(word(c.end())) ? BEYOND : -1;
            default -> BEFORE;
        };
        boolean beyond = c.name().equals("base") || c.name().equals("portion ahead") && opens(c, a);
        return a.first() - c.end() <= reach && isFree(c.end(), a) && (beyond || isOneClause(c.end(), a.first()));
    }

    /** "Of this amount, the company will invest … only if": said of all that the sentence tells. */
    private boolean opens(Cue c, Anchor a) {
        return c.first() == scene.sentence(a.sentence()).first();
    }

    /** "bringing the total to …", "a total of …". */
    private boolean reached(Anchor a) {
        return Set.of("to", "of", "at").contains(word(a.first() - 1));
    }

    private boolean trails(Cue c, Anchor a) {
        boolean leading = Set.of("another", "plus", "adding", "adds", "added", "to add", "further", "extra")
                .contains(scene.prose()
                        .span(c.first(), c.end() - 1)
                        .in(scene.prose().text())
                        .toLowerCase(java.util.Locale.ROOT));
        return c.first() >= a.end() && !leading && isOneClause(a.end(), c.first());
    }

    /** No other amount between. */
    private boolean isFree(int from, Anchor a) {
        int before = a.index() - 1;
        return before < 0
                || !scene.anchors().get(before).type().numbered()
                || scene.anchors().get(before).first() < from;
    }

    private boolean isOneClause(int from, int end) {
        for (int i = from; i < end; i++) {
            if (BREAKS.contains(word(i))) {
                return false;
            }
        }
        return true;
    }

    private String word(int token) {
        Prose prose = scene.prose();
        return token < 0 || token >= prose.size() ? "" : prose.token(token).lower();
    }
}
