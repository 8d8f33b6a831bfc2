package org.dealgraph.claim.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.ClaimKind;

/** Every candidate of an article, by anchor: each kind with each two sides that stand near. */
public final class Candidates {

    private static final int BESIDE = 4;
    private static final Set<Slot> GIVING = Set.of(Slot.FROM, Slot.BY);
    private static final Set<Slot> RECEIVING = Set.of(Slot.IN, Slot.INTO, Slot.TO, Slot.WITH);

    private Candidates() {}

    /** The candidates of each anchor; a list for each, perhaps empty. */
    public static List<List<Candidate>> of(Scene scene) {
        List<List<Candidate>> all = new ArrayList<>();
        Sides sides = new Sides(scene);
        boolean figure = false;
        for (Anchor anchor : scene.anchors()) {
            List<Side> near = sides.near(anchor);
            Description description = new Description(scene, anchor, near);
            figure = description.figure() || (figure && description.continues());
            all.add(Compared.is(scene, anchor) ? List.of() : of(scene, anchor, description, near, figure));
        }
        return all;
    }

    /** Whether a name behind the amount owns the next one: "for 5 gigawatts, alongside OpenAI's 2-gigawatt deal". */
    private static boolean ownsAnother(Scene scene, Anchor anchor, Side side) {
        Actor actor = side.actor();
        boolean behind = actor.sentence() == anchor.sentence()
                && actor.first() >= anchor.end()
                && actor.mention().possessive();
        return behind
                && scene.around(scene.anchors(), anchor.index()).stream()
                        .anyMatch(o -> o.sentence() == anchor.sentence()
                                && o.type() == anchor.type()
                                && o.first() >= actor.end()
                                && o.first() - actor.end() <= 2);
    }

    /** Whether a direction can be: nobody is supplied with what it makes itself, and a hint alone turns no habit round. */
    private static boolean possible(ClaimKind kind, Anchor anchor, double[] row) {
        if (kind == ClaimKind.SUPPLY && row[Feature.TO_MAKER.ordinal()] > 0) {
            return false;
        }
        boolean traded = kind == ClaimKind.SPEND || kind == ClaimKind.CAPACITY || kind == ClaimKind.SUPPLY;
        return !(traded && anchor.type() == AnchorType.HINT && row[Feature.PRIOR.ordinal()] <= 0);
    }

    /**
     * Whether a side is that of another amount of a list: in "$100 billion in A, $5 billion in B" A stands behind an amount of
     * its own, and B hangs on this one.
     */
    private static boolean ofAnother(Scene scene, Anchor anchor, Side side, boolean to, double[] row) {
        boolean apart = row[Feature.FROM_AMOUNTS_BETWEEN.on(to).ordinal()] > 0
                && row[Feature.FROM_ATTACHED.on(to).ordinal()] <= 0;
        Places places = new Places(scene.prose());
        return apart
                && scene.actors().get(anchor.sentence()).stream()
                        .anyMatch(a -> !a.indirect()
                                && !side.keys().contains(a.key())
                                && (to ? RECEIVING : GIVING).contains(places.preposition(a.first()))
                                && places.attached(a, anchor));
    }

    /** Whether convertible paper is told beside the amount: who takes it invests. */
    private static boolean convertible(Scene scene, Anchor anchor) {
        Sentence sentence = scene.sentence(anchor.sentence());
        int end = Math.min(sentence.end(), anchor.end() + BESIDE);
        for (int i = Math.max(sentence.first(), anchor.first() - BESIDE); i < end; i++) {
            if (scene.prose().token(i).lower().startsWith("convertible")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a side is one of those who share the amount. */
    private static boolean among(Optional<Side> syndicate, Side side) {
        return syndicate
                .filter(s -> !s.key().equals(side.key()) && s.keys().containsAll(side.keys()))
                .isPresent();
    }

    /** Whether a side is those who invest together with those who lend: together they do neither. */
    private static boolean lends(Scene scene, Anchor anchor, ClaimKind kind, Side side, Optional<Side> syndicate) {
        return kind == ClaimKind.INVEST
                && side.whole()
                && syndicate.filter(s -> s.key().equals(side.key())).isEmpty()
                && Syndicate.of(scene, anchor, ClaimKind.LEND)
                        .filter(s -> s.key().equals(side.key()))
                        .isPresent();
    }

    /** What the verb before the amount says of a side: 1 for it, -1 against it, 0 nothing. */
    private static double word(boolean open, boolean agrees) {
        return open ? 0 : agrees ? 1 : -1;
    }

    /**
     * Whether a name is one of a list that shares the amount: a sum is joint unless the sentence says "each", or has an
     * amount for each name.
     */
    private static boolean shared(Scene scene, Anchor anchor, Side side) {
        if (!anchor.type().numbered()
                || side.whole()
                || !side.part()
                || side.actor().sentence() != anchor.sentence()) {
            return false;
        }
        String words = scene.prose().text(scene.sentence(anchor.sentence())).toLowerCase(Locale.ROOT);
        if (words.contains(" each") || words.contains("apiece") || words.contains("respectively")) {
            return false;
        }
        long amounts = scene.around(scene.anchors(), anchor.index()).stream()
                .filter(a -> a.sentence() == anchor.sentence() && a.type() == anchor.type())
                .count();
        long names = side.actor().single()
                ? scene.actors().get(anchor.sentence()).stream()
                        .filter(a -> a.group() == side.actor().group())
                        .count()
                : side.actor().members().size();
        return amounts != names;
    }

    private static List<Candidate> of(
            Scene scene, Anchor anchor, Description description, List<Side> near, boolean figure) {
        Parallel parallel = Parallel.of(scene, anchor);
        List<Side> sides = near.stream()
                .filter(s -> !ownsAnother(scene, anchor, s)
                        && !InTurn.excludes(scene, anchor, s)
                        && !parallel.excludes(s, anchor))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (ClaimKind kind : anchor.kinds()) {
            if (figure && kind != ClaimKind.ACQUIRE) {
                continue;
            }
            if (kind != ClaimKind.BUILD && description.paysItself()) {
                continue;
            }
            if (kind == ClaimKind.LEND && convertible(scene, anchor)) {
                continue;
            }
            Strict strict = description.strict(kind);
            Optional<Side> syndicate = kind == ClaimKind.INVEST || kind == ClaimKind.LEND
                    ? Syndicate.of(scene, anchor, kind)
                    : Optional.empty();
            for (Side from : sides) {
                if (from.own()
                        || lends(scene, anchor, kind, from, syndicate)
                        || RoundShare.excludes(scene, anchor, kind, from)) {
                    continue;
                }
                if (kind == ClaimKind.BUILD) {
                    double[] row = description.row(kind, from, null);
                    row[Feature.FROM_STRICT.ordinal()] = word(strict.givers().isEmpty(), strict.from(from));
                    row[Feature.FROM_SHARED.ordinal()] = shared(scene, anchor, from) ? 1 : 0;
                    candidates.add(new Candidate(anchor, kind, from, null, row));
                    continue;
                }
                for (Side to : sides) {
                    if (from.disjoint(to) && (kind == ClaimKind.ACQUIRE || !to.own())) {
                        double[] row = description.row(kind, from, to);
                        row[Feature.MUTUAL.ordinal()] = description.mutual(kind) ? 1 : 0;
                        row[Feature.FROM_STRICT.ordinal()] =
                                word(strict.givers().isEmpty(), strict.from(from));
                        row[Feature.TO_STRICT.ordinal()] =
                                word(strict.receivers().isEmpty(), strict.to(to));
                        row[Feature.FROM_SHARED.ordinal()] =
                                shared(scene, anchor, from) || among(syndicate, from) ? 1 : 0;
                        row[Feature.TO_SHARED.ordinal()] = shared(scene, anchor, to) ? 1 : 0;
                        if (possible(kind, anchor, row)
                                && !ofAnother(scene, anchor, to, true, row)
                                && !ofAnother(scene, anchor, from, false, row)) {
                            candidates.add(new Candidate(anchor, kind, from, to, row));
                        }
                    }
                }
            }
        }
        return candidates;
    }
}
