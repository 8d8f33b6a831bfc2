package org.dealgraph.claim.candidate;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.WordList;

/** Tells which name stands right by an amount, and how: "$3 billion with Nebius", "Kinara for $307 million", "DST $400 million". */
final class Pairs {

    private static final int REACH = 7;
    private static final int BESIDE = 2;
    private static final int THINGS = 5;
    private static final Set<String> BEHIND = WordList.of("with in into to from for");
    private static final Set<String> BEFORE = WordList.of("for with");
    private static final Set<String> MORE = WordList.of("another a further an additional some with its");
    private static final Set<String> JOINTS = WordList.of("and , ; while");
    private static final Set<String> MONTHS =
            WordList.of("january february march april may june july august september october november december");

    private final Scene scene;
    private final Prose prose;
    private final Places places;

    Pairs(Scene scene) {
        this.scene = scene;
        this.prose = scene.prose();
        this.places = scene.places();
    }

    /**
     * A name by an amount.
     *
     * @param manner the same for amounts that are listed alike
     * @param actor the name, empty where it is no known or likely party
     */
    record Pair(String manner, Optional<Actor> actor) {}

    Optional<Pair> pair(Anchor anchor) {
        return behind(anchor).or(() -> before(anchor));
    }

    /** "$3 billion with Nebius". */
    private Optional<Pair> behind(Anchor anchor) {
        int at = preposition(anchor.end());
        if (at < 0) {
            return Optional.empty();
        }
        String manner = prose.token(at).lower() + " …";
        int limit = Math.min(at + REACH, next(anchor));
        Optional<Actor> first = scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.single() && !a.indirect() && a.first() > at && a.first() <= limit)
                .min(Comparator.comparingInt(Actor::first));
        if (first.isEmpty()) {
            return isName(at + 1) ? Optional.of(new Pair(manner, Optional.empty())) : Optional.empty();
        }
        return first.filter(a -> !a.mention().possessive() && !isListed(a))
                .filter(a -> isOneClause(at, a.first()))
                .map(a -> new Pair(manner, first));
    }

    /** Where the next amount starts. */
    private int next(Anchor anchor) {
        int i = anchor.index() + 1;
        return i < scene.anchors().size() ? scene.anchors().get(i).first() : prose.size();
    }

    /** The index of "with" or the like behind an amount, past "of capacity", or -1. */
    private int preposition(int end) {
        boolean of = end < prose.size() && prose.token(end).is("of");
        for (int i = end; i < Math.min(prose.size(), of ? end + THINGS : end + 1); i++) {
            if (BEHIND.contains(prose.token(i).lower())) {
                return i;
            }
            if (!prose.token(i).word()) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isName(int i) {
        return i < prose.size()
                && prose.token(i).word()
                && prose.token(i).capitalised()
                && !MONTHS.contains(prose.token(i).lower());
    }

    /** No comma and no verb stands between, but for that of "Oslo-based". */
    private boolean isOneClause(int from, int to) {
        boolean hyphen = false;
        for (int i = from; i < to; i++) {
            if (prose.token(i).is(",")
                    || prose.token(i).is(";")
                    || prose.token(i).is("(")) {
                return false;
            }
            hyphen |= prose.token(i).hyphen();
        }
        return hyphen || places.verbs(from, to) == 0;
    }

    /** "from Microsoft and Nvidia": they share the amount. */
    private boolean isListed(Actor actor) {
        return actor.group() >= 0
                && scene.actors().get(actor.sentence()).stream()
                        .anyMatch(b -> b.group() == actor.group()
                                && b.first() >= actor.end()
                                && b.first() - actor.end() <= BESIDE);
    }

    /** "Kinara for $307 million". */
    private Optional<Pair> before(Anchor anchor) {
        int at = anchor.first() - 1;
        if (at < 2 || !BEFORE.contains(prose.token(at).lower())) {
            return Optional.empty();
        }
        String manner = "… " + prose.token(at).lower();
        Optional<Actor> actor = ending(anchor, at);
        boolean unknown = isName(at - 1) && JOINTS.contains(prose.token(at - 2).lower());
        return actor.isPresent() || unknown ? Optional.of(new Pair(manner, actor)) : Optional.empty();
    }

    private Optional<Actor> ending(Anchor anchor, int end) {
        return scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.single()
                        && !a.indirect()
                        && a.end() == end
                        && !a.mention().possessive())
                .findFirst();
    }

    /** "and DST $400 million", "Microsoft up to $5 billion": a name right before its amount, its verb left out. */
    Optional<Actor> gap(Anchor anchor) {
        int followed = followed(anchor);
        return (followed < 0 ? beside(anchor) : ending(anchor, followed))
                .filter(a -> a.first() > 0
                        && JOINTS.contains(prose.token(a.first() - 1).lower()));
    }

    private Optional<Actor> beside(Anchor anchor) {
        return ending(anchor, more(anchor.first(), ""));
    }

    /** The index before "another", "a further" and the like that stand before an index, up to a last word. */
    private int more(int first, String last) {
        int at = first;
        while (at > 1
                && first - at < BESIDE
                && MORE.contains(prose.token(at - 1).lower())
                && !prose.token(at - 1).is(last)) {
            at--;
        }
        return at;
    }

    /** The "followed" of "followed in May with another $2 billion", or -1. */
    int followed(Anchor anchor) {
        int with = more(anchor.first(), "with") - 1;
        if (with < 1 || !prose.token(with).is("with")) {
            return -1;
        }
        for (int i = with - 1; i >= Math.max(0, with - REACH) && !prose.token(i).is(","); i--) {
            if (prose.token(i).is("followed")) {
                return i;
            }
        }
        return -1;
    }

    /** The name right before an amount, or else the nearest one with a verb between. */
    Optional<Actor> giver(Anchor anchor) {
        return beside(anchor)
                .or(() -> scene.actors().get(anchor.sentence()).stream()
                        .filter(a -> a.single() && !a.indirect() && a.end() <= anchor.first())
                        .max(Comparator.comparingInt(Actor::first))
                        .filter(a -> places.verbs(a.end(), anchor.first()) > 0
                                && !a.mention().possessive()));
    }

    /** Finite verbs between two amounts; "and Google followed with another" only repeats the one before. */
    int verbs(Anchor a, Anchor b) {
        Anchor last = a.first() < b.first() ? b : a;
        int from = Math.min(a.end(), b.end());
        int verbs = places.verbs(from, last.first());
        return followed(last) > from ? verbs - 1 : verbs;
    }
}
