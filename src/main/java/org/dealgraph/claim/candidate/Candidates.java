package org.dealgraph.claim.candidate;

import java.util.ArrayList;
import java.util.List;
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

    private final Setting setting;
    private final Anchor anchor;
    private final Description description;
    private final List<Candidate> candidates = new ArrayList<>();

    private Candidates(Setting setting, Description description) {
        this.setting = setting;
        this.anchor = setting.anchor();
        this.description = description;
    }

    /** The candidates of each anchor; a list for each, perhaps empty. */
    public static List<List<Candidate>> of(Scene scene) {
        List<List<Candidate>> all = new ArrayList<>();
        Totals totals = new Totals(scene);
        Sides sides = new Sides(scene);
        Roles roles = null;
        int sentence = -1;
        boolean figure = false;
        for (Anchor anchor : scene.anchors()) {
            if (roles == null || anchor.sentence() != sentence) {
                sentence = anchor.sentence();
                roles = new Roles(scene, sentence);
            }
            List<Side> near = sides.near(anchor);
            Setting setting = new Setting(scene, totals, roles, anchor, near);
            Description description = new Description(setting, near);
            figure = description.figure() || (figure && description.continues());
            all.add(Compared.is(scene, anchor) ? List.of() : new Candidates(setting, description).all(near, figure));
        }
        return all;
    }

    private List<Candidate> all(List<Side> near, boolean figure) {
        Parallel parallel = Parallel.of(setting.scene(), anchor);
        List<Contender> contenders = near.stream()
                .filter(s -> !ownsAnother(s)
                        && !InTurn.excludes(setting.scene(), anchor, s)
                        && !parallel.excludes(s, anchor))
                .map(this::contender)
                .toList();
        for (ClaimKind kind : anchor.kinds()) {
            boolean ruledOut = figure && kind != ClaimKind.ACQUIRE
                    || kind != ClaimKind.BUILD && description.paysItself()
                    || kind == ClaimKind.LEND && convertible();
            if (!ruledOut) {
                of(kind, contenders);
            }
        }
        return candidates;
    }

    /**
     * A side with what rules it out.
     *
     * @param receives whether it can be the other side: not where that of another amount of a list is
     * @param gives the same of the giving side
     */
    private record Contender(SideDescription described, boolean gives, boolean receives) {

        Side side() {
            return described.side();
        }
    }

    private Contender contender(Side side) {
        SideDescription described = description.side(side);
        return new Contender(described, !ofAnother(described, GIVING), !ofAnother(described, RECEIVING));
    }

    private void of(ClaimKind kind, List<Contender> contenders) {
        Optional<Side> syndicate = kind == ClaimKind.INVEST || kind == ClaimKind.LEND
                ? Syndicate.of(setting.scene(), anchor, kind)
                : Optional.empty();
        for (Contender from : contenders) {
            if (from.side().own()
                    || lends(kind, from.side(), syndicate)
                    || RoundShare.excludes(setting.scene(), anchor, kind, from.side())) {
                continue;
            }
            if (kind == ClaimKind.BUILD) {
                candidates.add(new Candidate(
                        anchor, kind, from.side(), null, () -> description.row(kind, from.described(), null)));
                continue;
            }
            boolean among = among(syndicate, from.side());
            for (Contender to : contenders) {
                if (possible(kind, from, to)) {
                    candidates.add(
                            new Candidate(anchor, kind, from.side(), to.side(), () -> row(kind, from, to, among)));
                }
            }
        }
    }

    private double[] row(ClaimKind kind, Contender from, Contender to, boolean among) {
        double[] row = description.row(kind, from.described(), to.described());
        row[Feature.FROM_SHARED.ordinal()] = among ? 1 : row[Feature.FROM_SHARED.ordinal()];
        return row;
    }

    /** Whether two can be the sides: nobody is supplied with what it makes itself, and a hint alone turns no habit round. */
    private boolean possible(ClaimKind kind, Contender from, Contender to) {
        if (!from.gives()
                || !to.receives()
                || !from.side().disjoint(to.side())
                || kind != ClaimKind.ACQUIRE && to.side().own()
                || kind == ClaimKind.SUPPLY && to.described().maker()) {
            return false;
        }
        boolean traded = kind == ClaimKind.SPEND || kind == ClaimKind.CAPACITY || kind == ClaimKind.SUPPLY;
        return !(traded && anchor.type() == AnchorType.HINT && Prior.of(kind, from.side(), to.side()) <= 0);
    }

    /** Whether a name behind the amount owns the next one: "for 5 gigawatts, alongside OpenAI's 2-gigawatt deal". */
    private boolean ownsAnother(Side side) {
        Actor actor = side.actor();
        return setting.here(side)
                && actor.first() >= anchor.end()
                && actor.mention().possessive()
                && setting.peers().stream().anyMatch(o -> o.first() >= actor.end() && o.first() - actor.end() <= 2);
    }

    /**
     * Whether a side is that of another amount of a list: in "$100 billion in A, $5 billion in B" A stands behind an amount of
     * its own, and B hangs on this one.
     */
    private boolean ofAnother(SideDescription side, Set<Slot> behind) {
        Places places = setting.places();
        return side.apart()
                && setting.actors().stream()
                        .anyMatch(a -> !a.indirect()
                                && !side.side().keys().contains(a.key())
                                && behind.contains(places.preposition(a.first()))
                                && places.attached(a, anchor));
    }

    /** Whether convertible paper is told beside the amount: who takes it invests. */
    private boolean convertible() {
        Scene scene = setting.scene();
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
    private boolean lends(ClaimKind kind, Side side, Optional<Side> syndicate) {
        return kind == ClaimKind.INVEST
                && side.whole()
                && syndicate.filter(s -> s.key().equals(side.key())).isEmpty()
                && Syndicate.of(setting.scene(), anchor, ClaimKind.LEND)
                        .filter(s -> s.key().equals(side.key()))
                        .isPresent();
    }
}
