package org.dealgraph.claim.candidate;

import java.util.List;
import java.util.Locale;

/** What stands around an anchor, by which all of its sides are described. */
final class Setting {

    private final Scene scene;
    private final Totals totals;
    private final Anchor anchor;
    private final Roles roles;
    private final Anchor root;
    private final List<Anchor> peers;
    private final boolean attached;
    private final boolean each;
    private final int opening;
    private final int[] gaps;
    private final List<String> named;

    Setting(Scene scene, Totals totals, Roles roles, Anchor anchor, List<Side> sides) {
        this.scene = scene;
        this.totals = totals;
        this.anchor = anchor;
        this.roles = roles;
        this.root = Evidence.root(scene, anchor);
        this.peers = scene.around(scene.anchors(), anchor.index()).stream()
                .filter(a -> a.sentence() == anchor.sentence() && a.type() == anchor.type())
                .toList();
        this.attached =
                actors().stream().anyMatch(a -> !a.indirect() && scene.places().attached(a, anchor));
        this.opening = actors().stream().mapToInt(Actor::first).min().orElse(-1);
        this.gaps = sides.stream()
                .filter(s -> here(s) && !s.whole())
                .map(Side::actor)
                .mapToInt(a -> Places.gap(a.first(), a.end(), anchor.first(), anchor.end()))
                .toArray();
        this.named = actors().stream()
                .filter(a -> !a.indirect())
                .flatMap(a -> a.members().stream())
                .map(Actor.Member::key)
                .distinct()
                .toList();
        String words = scene.prose().text(scene.sentence(anchor.sentence())).toLowerCase(Locale.ROOT);
        this.each = words.contains(" each") || words.contains("apiece") || words.contains("respectively");
    }

    Scene scene() {
        return scene;
    }

    Totals totals() {
        return totals;
    }

    Places places() {
        return scene.places();
    }

    Anchor anchor() {
        return anchor;
    }

    Roles roles() {
        return roles;
    }

    /** The first amount of the anchor's list. */
    Anchor root() {
        return root;
    }

    /** The anchors of its sort in its sentence, itself among them. */
    List<Anchor> peers() {
        return peers;
    }

    /** Those in its sentence. */
    List<Actor> actors() {
        return scene.actors().get(anchor.sentence());
    }

    /** Whether somebody hangs on it by a preposition. */
    boolean attached() {
        return attached;
    }

    /** Whether its sentence gives each name of a list an amount of its own. */
    boolean each() {
        return each;
    }

    /** The first token of the first name in its sentence, or -1. */
    int opening() {
        return opening;
    }

    /** How many of its sides stand nearer to it in its sentence. */
    int nearer(int gap) {
        int nearer = 0;
        for (int other : gaps) {
            nearer += other < gap ? 1 : 0;
        }
        return nearer;
    }

    /** How many others are named in its sentence. */
    int others(Side from, Side to) {
        int others = 0;
        for (String key : named) {
            others += from.keys().contains(key) || to.keys().contains(key) ? 0 : 1;
        }
        return others;
    }

    boolean here(Side side) {
        return side.actor().sentence() == anchor.sentence();
    }
}
