package org.dealgraph.claim.candidate;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;

/**
 * "$14.2 billion with CoreWeave and $3 billion with Nebius", "TTTech for $625 million and Kinara for $307 million", "Nvidia is
 * investing $800 million and DST $400 million": where amounts and names stand in pairs, no name has another's amount.
 */
final class Parallel {

    private static final int REACH = 7;
    private static final int BESIDE = 2;
    private static final int THINGS = 5;
    private static final Set<String> BEHIND = WordList.of("with in into to from for");
    private static final Set<String> BEFORE = WordList.of("for with");
    private static final Set<String> MORE = WordList.of("another a further an additional some with its");
    private static final Set<String> OTHERS =
            WordList.of("investors others backers partners lenders banks shareholders");
    private static final Set<String> JOINTS = WordList.of("and , ; while");

    private Parallel() {}

    /** How a name stands by its amount, and who it is. */
    private record Pair(String manner, Actor actor) {}

    /** Whether a side cannot be one of this amount, since it is paired with another amount of the sentence. */
    static boolean excludes(Scene scene, Anchor anchor, Side side) {
        if (!anchor.type().numbered()
                || side.members().size() != 1
                || side.actor().sentence() != anchor.sentence()) {
            return false;
        }
        Optional<Pair> own = pair(scene, anchor);
        if (is(own.map(Pair::actor), side)) {
            return false;
        }
        return scene.around(scene.anchors(), anchor.index()).stream()
                .filter(o ->
                        o.type() == anchor.type() && o.sentence() == anchor.sentence() && o.index() != anchor.index())
                .filter(o -> verbs(scene, o, anchor) == 0)
                .anyMatch(o -> isOther(scene, anchor, own, o, side));
    }

    /** Finite verbs between two amounts; "and Google followed with another" only repeats the one before. */
    private static int verbs(Scene scene, Anchor a, Anchor b) {
        Anchor last = a.first() < b.first() ? b : a;
        int from = Math.min(a.end(), b.end());
        int verbs = new Places(scene.prose()).verbs(from, last.first());
        int followed = followed(scene.prose(), last);
        return followed > from ? verbs - 1 : verbs;
    }

    /** The "followed" of "followed in May with another $2 billion", or -1. */
    private static int followed(Prose prose, Anchor anchor) {
        int with = anchor.first() - 1;
        while (with > 1
                && anchor.first() - with <= BESIDE
                && MORE.contains(prose.token(with).lower())
                && !prose.token(with).is("with")) {
            with--;
        }
        if (with < 1 || !prose.token(with).is("with")) {
            return -1;
        }
        for (int i = with - 1; i >= Math.max(0, with - REACH); i--) {
            if (prose.token(i).is("followed")) {
                return i;
            }
            if (prose.token(i).is(",")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isOther(Scene scene, Anchor anchor, Optional<Pair> own, Anchor other, Side side) {
        Optional<Pair> theirs = pair(scene, other);
        boolean same = own.isPresent()
                && theirs.isPresent()
                && own.get().manner().equals(theirs.get().manner())
                && !own.get().actor().key().equals(theirs.get().actor().key());
        if (same && theirs.get().actor().key().equals(side.key())) {
            return true;
        }
        if (isOthers(scene.prose(), anchor) && other.end() <= anchor.first()) {
            return is(giver(scene, other), side);
        }
        Optional<Actor> gap = gap(scene, anchor);
        if (gap.isPresent() && other.end() <= gap.get().first()) {
            return !is(gap, side) && is(giver(scene, other), side);
        }
        Optional<Actor> next = gap(scene, other);
        return next.isPresent()
                && anchor.end() <= next.get().first()
                && is(next, side)
                && giver(scene, anchor).filter(a -> !a.key().equals(side.key())).isPresent();
    }

    /** "and a group of other investors $2.5 billion": somebody else, unnamed. */
    private static boolean isOthers(Prose prose, Anchor anchor) {
        return anchor.first() > 0
                && OTHERS.contains(prose.token(anchor.first() - 1).lower());
    }

    private static boolean is(Optional<Actor> actor, Side side) {
        return actor.filter(a -> a.key().equals(side.key())).isPresent();
    }

    private static Optional<Pair> pair(Scene scene, Anchor anchor) {
        return behind(scene, anchor).or(() -> before(scene, anchor));
    }

    /** "$3 billion with Nebius". */
    private static Optional<Pair> behind(Scene scene, Anchor anchor) {
        Prose prose = scene.prose();
        int at = preposition(prose, anchor.end());
        if (at < 0) {
            return Optional.empty();
        }
        Places places = new Places(prose);
        return scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.single() && !a.indirect() && a.first() > at && a.first() - at <= REACH)
                .min(Comparator.comparingInt(Actor::first))
                .filter(a -> !a.mention().possessive() && !isListed(scene, a))
                .filter(a -> places.verbs(at, a.first()) == 0 && !punctuated(prose, at, a.first()))
                .map(a -> new Pair(prose.token(at).lower() + " …", a));
    }

    /** The index of "with" or the like behind an amount, past "of capacity", or -1. */
    private static int preposition(Prose prose, int end) {
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

    /** "from Microsoft and Nvidia": they share the amount. */
    private static boolean isListed(Scene scene, Actor actor) {
        return actor.group() >= 0
                && scene.actors().get(actor.sentence()).stream()
                        .anyMatch(b -> b.group() == actor.group()
                                && b.first() >= actor.end()
                                && b.first() - actor.end() <= BESIDE);
    }

    private static boolean punctuated(Prose prose, int from, int to) {
        for (int i = from; i < to; i++) {
            Token t = prose.token(i);
            if (t.is(",") || t.is(";") || t.is("(")) {
                return true;
            }
        }
        return false;
    }

    /** "Kinara for $307 million". */
    private static Optional<Pair> before(Scene scene, Anchor anchor) {
        int at = anchor.first() - 1;
        if (at < 1 || !BEFORE.contains(scene.prose().token(at).lower())) {
            return Optional.empty();
        }
        return ending(scene, anchor, at)
                .map(a -> new Pair("… " + scene.prose().token(at).lower(), a));
    }

    private static Optional<Actor> ending(Scene scene, Anchor anchor, int end) {
        return scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.single()
                        && !a.indirect()
                        && a.end() == end
                        && !a.mention().possessive())
                .findFirst();
    }

    /** "and DST $400 million", "Microsoft up to $5 billion": a name right before its amount, its verb left out. */
    private static Optional<Actor> gap(Scene scene, Anchor anchor) {
        int followed = followed(scene.prose(), anchor);
        return (followed < 0 ? beside(scene, anchor) : ending(scene, anchor, followed))
                .filter(a -> a.first() > 0
                        && JOINTS.contains(scene.prose().token(a.first() - 1).lower()));
    }

    private static Optional<Actor> beside(Scene scene, Anchor anchor) {
        int at = anchor.first();
        while (at > 1
                && anchor.first() - at < BESIDE
                && MORE.contains(scene.prose().token(at - 1).lower())) {
            at--;
        }
        return ending(scene, anchor, at);
    }

    /** The name right before an amount, or else the nearest one with a verb between. */
    private static Optional<Actor> giver(Scene scene, Anchor anchor) {
        Places places = new Places(scene.prose());
        return beside(scene, anchor)
                .or(() -> scene.actors().get(anchor.sentence()).stream()
                        .filter(a -> a.single() && !a.indirect() && a.end() <= anchor.first())
                        .max(Comparator.comparingInt(Actor::first))
                        .filter(a -> places.verbs(a.end(), anchor.first()) > 0
                                && !a.mention().possessive()));
    }
}
