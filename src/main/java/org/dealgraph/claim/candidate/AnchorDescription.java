package org.dealgraph.claim.candidate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.quantity.BareNumber;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.claim.quantity.MoneyAmount;
import org.dealgraph.claim.quantity.PowerAmount;
import org.dealgraph.claim.quantity.UnitCount;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/** What can be said of an anchor whatever its reading: where it stands, how it is hedged, what kind of figure it looks like. */
final class AnchorDescription {

    private static final Map<String, Feature> FIGURES = Map.ofEntries(
            Map.entry("valuation", Feature.VALUATION),
            Map.entry("market value", Feature.MARKET_VALUE),
            Map.entry("revenue", Feature.REVENUE),
            Map.entry("backlog", Feature.BACKLOG),
            Map.entry("economy", Feature.ECONOMY),
            Map.entry("users", Feature.USERS),
            Map.entry("performance", Feature.PERFORMANCE),
            Map.entry("share price", Feature.SHARE_PRICE),
            Map.entry("damages", Feature.DAMAGES),
            Map.entry("order book", Feature.ORDER_BOOK),
            Map.entry("unit cost", Feature.UNIT_COST),
            Map.entry("fund size", Feature.FUND_SIZE));

    private static final Map<String, Feature> FLAGS = Map.ofEntries(
            Map.entry("talks", Feature.TALKS),
            Map.entry("letter of intent", Feature.TALKS),
            Map.entry("plan", Feature.PLAN),
            Map.entry("sources", Feature.SOURCES),
            Map.entry("ended", Feature.ENDED),
            Map.entry("denial", Feature.DENIAL),
            Map.entry("condition", Feature.CONDITION),
            Map.entry("addition", Feature.ADDITION),
            Map.entry("part", Feature.PART),
            Map.entry("total", Feature.TOTAL),
            Map.entry("each", Feature.EACH),
            Map.entry("together", Feature.TOGETHER));

    private static final Map<String, Feature> FRAMES = Map.of(
            "stake", Feature.FRAME_STAKE,
            "hold", Feature.FRAME_HOLD,
            "belong", Feature.FRAME_HOLD,
            "holder", Feature.FRAME_HOLDER,
            "warrant", Feature.FRAME_WARRANT,
            "back", Feature.FRAME_BACK,
            "invest", Feature.FRAME_INVEST,
            "investment", Feature.FRAME_INVEST);

    private static final double REACH = 4;
    private static final Set<String> LINKS = Set.of(
            "of",
            "at",
            "about",
            "around",
            "roughly",
            "approximately",
            "nearly",
            "over",
            "more",
            "than",
            "to",
            "some",
            "is",
            "was",
            "were",
            "are",
            "be",
            "been",
            "will",
            "would",
            "stands",
            "stood",
            "reached",
            "hit",
            "the",
            "a",
            "its",
            "now",
            "in",
            "-",
            "exceeds",
            "passed",
            "topped",
            "had",
            "has",
            "put",
            "as",
            "much",
            "up",
            "between",
            "for",
            "combined",
            "company",
            "startup",
            "total",
            "approaching",
            "'s");
    private static final int FIGURE_BEFORE = 8;
    private static final int FIGURE_AFTER = 3;
    private static final int COMPARED = 15;
    private static final int PLACE_REACH = 10;

    private final Scene scene;
    private final Anchor anchor;
    private final Setting setting;
    private final double[] row = new double[Feature.values().length];
    private final Places places;

    AnchorDescription(Setting setting) {
        this.setting = setting;
        this.scene = setting.scene();
        this.anchor = setting.anchor();
        this.places = setting.places();
    }

    double[] row() {
        Sentence sentence = scene.sentence(anchor.sentence());
        set(Feature.valueOf(anchor.type().name()), 1);
        set(Feature.NAMED_SHARE, setting.totals().namedShare());
        set(Feature.SENTENCE_INDEX, Math.min(3, anchor.sentence()));
        set(Feature.ITEM, sentence.kind() == Sentence.Kind.ITEM ? 1 : 0);
        set(Feature.ANCHORS_IN_SENTENCE, Math.min(6, setting.peers().size()));
        set(Feature.ANCHOR_ORDER, Math.min(6, setting.peers().indexOf(anchor)));
        number();
        words();
        for (Cue cue : scene.cues().get(anchor.sentence())) {
            cue(cue);
        }
        return row;
    }

    /** Which word a holding or a right hangs on; whether a product is known by its kind only. */
    private void words() {
        for (Trigger t : scene.triggers().get(anchor.sentence())) {
            Feature frame = t.first() == anchor.first() ? FRAMES.get(t.frame().name()) : null;
            if (frame != null) {
                set(frame, 1);
            }
        }
        if (anchor.right() != null) {
            switch (anchor.right()) {
                case PRIMARY_PROVIDER, OTHER -> set(Feature.RIGHT_PRIMARY, 1);
                case EXCLUSIVE_DISTRIBUTION -> set(Feature.RIGHT_EXCLUSIVE, 1);
                case DISTRIBUTION -> set(Feature.RIGHT_DISTRIBUTION, 1);
                case IP_LICENSE, FIRST_REFUSAL -> set(Feature.RIGHT_LICENCE, 1);
            }
        }
        boolean made = scene.actors().get(anchor.sentence()).stream()
                .anyMatch(a -> a.indirect() && a.first() < anchor.end() && a.end() > anchor.first());
        set(Feature.GENERIC, anchor.product() != null && !made ? 1 : 0);
        place();
        boolean respectively =
                scene.prose().tokens(scene.sentence(anchor.sentence())).stream().anyMatch(t -> t.is("respectively"));
        set(Feature.RESPECTIVELY, respectively ? 1 : 0);
    }

    /** Whether the amount goes into a place ("in Hiroshima", "in the UK") and whether a known site is near. */
    private void place() {
        Prose prose = scene.prose();
        int end = scene.sentence(anchor.sentence()).end();
        for (int i = anchor.end(); i < Math.min(end - 1, anchor.end() + PLACE_REACH); i++) {
            if (prose.token(i).is("in")
                    || prose.token(i).is("at")
                    || prose.token(i).is("across")) {
                int next = prose.token(i + 1).is("the") && i + 2 < end ? i + 2 : i + 1;
                boolean named = scene.actors().get(anchor.sentence()).stream()
                        .anyMatch(a -> !a.indirect() && a.first() <= next && next < a.end());
                if (prose.token(next).capitalised() && !named) {
                    set(Feature.IN_PLACE, 1);
                }
                break;
            }
        }
        boolean site = scene.mentions().in(scene.sentence(anchor.sentence())).stream()
                .anyMatch(m -> Actors.kind(m, KnownName.Kind.SITE));
        set(Feature.SITE_NEAR, site ? 1 : 0);
    }

    private void number() {
        Interval value = interval(anchor.measured());
        if (value == null) {
            return;
        }
        set(Feature.MAGNITUDE, Math.log10(Math.max(1, value.value().doubleValue())));
        set(Feature.UP_TO, value.bound() == Bound.UP_TO || value.bound() == Bound.BETWEEN ? 1 : 0);
        set(Feature.AT_LEAST, value.bound() == Bound.AT_LEAST ? 1 : 0);
        set(Feature.ABOUT, value.bound() == Bound.ABOUT ? 1 : 0);
        set(Feature.BARE, anchor.measured() instanceof BareNumber ? 1 : 0);
        set(
                Feature.RATE,
                anchor.measured() instanceof MoneyAmount m && m.money().per() != null ? 1 : 0);
        set(Feature.REPEATED, repeated(value.value()) ? 1 : 0);
        set(Feature.IN_TITLE, inTitle() ? 1 : 0);
    }

    /** The number of an anchor, or null where it has none. */
    static @Nullable Interval interval(@Nullable Measured measured) {
        return switch (measured) {
            case MoneyAmount m -> m.money().amount();
            case PowerAmount p -> p.power().megawatts();
            case UnitCount u -> u.count();
            case BareNumber b -> b.number();
            case null, default -> null;
        };
    }

    private boolean repeated(BigDecimal value) {
        return scene.around(scene.anchors(), anchor.index()).stream()
                .filter(a -> a.type() == anchor.type() && a.index() != anchor.index())
                .map(a -> interval(a.measured()))
                .anyMatch(i -> i != null && i.value().compareTo(value) == 0);
    }

    private boolean inTitle() {
        Measured measured = anchor.measured();
        String core = switch (measured) {
            case MoneyAmount m -> m.core().in(scene.prose().text());
            case PowerAmount p -> p.core().in(scene.prose().text());
            case UnitCount u -> u.core().in(scene.prose().text());
            case null, default -> "";
        };
        String digits = core.replaceAll("[^0-9.]", "");
        return digits.length() > 0 && scene.article().title().contains(digits);
    }

    private void cue(Cue cue) {
        Feature flag = FLAGS.get(cue.name());
        int gap = Places.gap(cue.first(), cue.end(), anchor.first(), anchor.end());
        if (flag != null) {
            row[flag.ordinal()] = Math.max(row[flag.ordinal()], 1 / (1 + gap / REACH));
        }
        Feature figure = FIGURES.get(cue.name());
        if (figure != null) {
            double breaks = cue.end() <= anchor.first()
                    ? places.breaks(cue.end(), anchor.first())
                    : places.breaks(anchor.end(), cue.first());
            row[figure.ordinal()] = Math.max(row[figure.ordinal()], 1 / (1 + gap / REACH + breaks));
            boolean compared = cue.name().equals("economy") && gap <= COMPARED;
            if (owns(cue) || compared) {
                set(Feature.FIGURE, 1);
            }
        }
    }

    /**
     * Whether a figure's word and the amount belong together: "valuation of about $60 billion", "$7 billion in revenue"; what is
     * raised "at a valuation" is none.
     */
    private boolean owns(Cue cue) {
        boolean before = cue.end() <= anchor.first() && anchor.first() - cue.end() <= FIGURE_BEFORE;
        boolean after = cue.first() >= anchor.end() && cue.first() - anchor.end() <= FIGURE_AFTER;
        if (!before && !after) {
            return false;
        }
        if (after && scene.prose().token(anchor.end()).is("at")) {
            return false;
        }
        int low = before ? cue.end() : anchor.end();
        int high = before ? anchor.first() : cue.first();
        return linked(low, high) && (!before || !dealBefore(cue));
    }

    /** Whether only small words and names stand between two tokens: "were about", "the ChatGPT maker at". */
    private boolean linked(int low, int high) {
        for (int i = low; i < high; i++) {
            int at = i;
            boolean named =
                    scene.actors().get(anchor.sentence()).stream().anyMatch(a -> a.first() <= at && at < a.end());
            if (!named && !LINKS.contains(scene.prose().token(i).lower())) {
                return false;
            }
        }
        return true;
    }

    /** "a transaction valued at", "a holding valued at": the word before names a deal. */
    private boolean dealBefore(Cue cue) {
        return scene.triggers().get(anchor.sentence()).stream()
                .anyMatch(t -> t.shape() == org.dealgraph.claim.lexicon.Shape.NOUN
                        && cue.name().equals("valuation")
                        && t.end() <= cue.first()
                        && cue.first() - t.end() <= 1);
    }

    private void set(Feature feature, double value) {
        row[feature.ordinal()] = value;
    }
}
