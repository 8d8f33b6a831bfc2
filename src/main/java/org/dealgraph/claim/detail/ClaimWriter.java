package org.dealgraph.claim.detail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dealgraph.claim.candidate.Actor;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.claim.mention.Part;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Party;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Stage;
import org.jspecify.annotations.Nullable;

/** Writes chosen readings down as claims, each with its evidence, standing, dates and speaker. */
public final class ClaimWriter {

    private static final double HEDGED = 0.6;
    private static final int MOST = 20;
    private static final Set<String> SERVES =
            Set.of("power", "powers", "serve", "serves", "support", "train", "host", "house", "for", "supply");

    private final Scene scene;
    private final Standings standings;
    private final Tones tones;
    private final Firmness firmness;
    private final Speaker speaker;
    private final Dates dates;
    private final Milestones milestones;
    private final Subjects subjects;
    private final Quotes quotes;

    public ClaimWriter(Scene scene, Standings standings) {
        this.scene = scene;
        this.standings = standings;
        this.tones = new Tones(scene, standings.words());
        this.firmness = new Firmness(scene);
        this.speaker = new Speaker(scene, firmness);
        this.dates = new Dates(scene);
        this.milestones = new Milestones(scene, dates);
        this.subjects = new Subjects(scene);
        this.quotes = new Quotes(scene);
    }

    /** The claims of the choices, in the order of the text; a reading stated twice is one claim, at its surest place. */
    public List<Claim> claims(List<Choice> choices) {
        return written(choices).stream().map(Written::claim).toList();
    }

    /**
     * A claim with what it was made of.
     *
     * @param claim the claim
     * @param choice the reading
     * @param relation the words that tell how its amount stands to others, or null
     */
    public record Written(
            Claim claim, Choice choice, @Nullable String relation) {}

    /** The claims of the choices, each with its choice. */
    public List<Written> written(List<Choice> choices) {
        Map<String, Choice> distinct = new LinkedHashMap<>();
        Map<String, List<Anchor>> places = new HashMap<>();
        for (Choice c : choices) {
            String key = same(c.candidate());
            distinct.merge(key, c, this::better);
            places.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(c.candidate().anchor());
        }
        List<Retold> kept = distinct.entrySet().stream()
                .filter(e -> !covered(e.getValue(), distinct.values()))
                .map(e -> retold(e.getValue(), places.getOrDefault(e.getKey(), List.of())))
                .sorted(Comparator.comparingInt(r -> r.anchor().index()))
                .toList();
        Neighbours neighbours = new Neighbours(scene, choices);
        List<Claim> claims = kept.stream().map(r -> claim(r, neighbours)).toList();
        Relations relations = new Relations(new Increments(scene), kept);
        List<Claim> linked = relations.linked(claims);
        return IntStream.range(0, kept.size())
                .mapToObj(i -> new Written(linked.get(i), kept.get(i).choice(), words(relations.words(kept.get(i)))))
                .toList();
    }

    private static Retold retold(Choice choice, List<Anchor> places) {
        List<Anchor> anchors = new ArrayList<>(List.of(choice.candidate().anchor()));
        places.stream()
                .filter(a -> !a.equals(choice.candidate().anchor()))
                .limit(MOST)
                .forEach(anchors::add);
        return new Retold(choice, anchors);
    }

    private @Nullable String words(@Nullable Cue cue) {
        return cue == null
                ? null
                : scene.prose()
                        .span(cue.first(), cue.end() - 1)
                        .in(scene.prose().text());
    }

    /** Of two places that say the same, the one that hedges its number, unless it is much less sure; else the surer. */
    private Choice better(Choice a, Choice b) {
        if (hedged(a) != hedged(b)) {
            Choice hedged = hedged(a) ? a : b;
            Choice bare = hedged(a) ? b : a;
            return hedged.confidence() >= HEDGED * bare.confidence() ? hedged : bare;
        }
        return b.confidence() > a.confidence() ? b : a;
    }

    private boolean hedged(Choice c) {
        return subjects.of(c.candidate())
                .quantity()
                .filter(i -> i.bound() != Bound.STATED)
                .isPresent();
    }

    /** A candidate as a claim with kind, parties and subject only, as examples are compared with gold claims. */
    public Claim bare(Candidate c) {
        return new Claim(
                "",
                scene.article().id(),
                c.kind(),
                parties(c.from()),
                parties(c.to()),
                List.of(),
                subjects.of(c),
                Claim.Schedule.none(),
                Claim.Standing.agreed(),
                org.dealgraph.model.Attribution.author(),
                true,
                new org.dealgraph.model.Evidence(List.of(), ""),
                new Claim.Reading("", 0));
    }

    /** What two readings share when they are one claim. */
    private String same(Candidate c) {
        Claim.Subject s = subjects.of(c);
        String quantity = s.money() != null
                ? s.money().currency() + s.money().amount().value()
                : s.power() != null
                        ? s.power().megawatts().value() + "MW"
                        : s.units() != null ? s.units().value() + "x" : String.valueOf(s.product()) + s.right();
        return c.triple() + " " + quantity;
    }

    /** A word without a number says nothing where the same parties have a claim of the same kind with one. */
    private boolean covered(Choice c, Collection<Choice> all) {
        Anchor a = c.candidate().anchor();
        if (a.type() == AnchorType.UNITS && c.candidate().kind() == ClaimKind.INVEST) {
            return priced(c, all);
        }
        if (a.type().numbered() || a.right() != null) {
            return false;
        }
        return all.stream()
                .filter(o -> o.candidate().anchor().type().numbered()
                        && o.candidate().triple().equals(c.candidate().triple()))
                .anyMatch(o -> a.product() == null
                        || a.product().equals(o.candidate().anchor().product()));
    }

    /** "Invests $1 billion, buying 166 million shares": the shares are what the money buys; warrants stand for themselves. */
    private boolean priced(Choice c, Collection<Choice> all) {
        int sentence = c.candidate().anchor().sentence();
        boolean warrants = scene.triggers().get(sentence).stream()
                .anyMatch(t -> t.frame().name().equals("warrant"));
        return !warrants
                && all.stream()
                        .map(Choice::candidate)
                        .anyMatch(o -> o.anchor().type() == AnchorType.MONEY
                                && Math.abs(o.anchor().sentence() - sentence) <= 1
                                && o.triple().equals(c.candidate().triple()));
    }

    private Claim claim(Retold retold, Neighbours neighbours) {
        Choice choice = retold.choice();
        Candidate c = choice.candidate();
        Anchor a = c.anchor();
        boolean core = core(c);
        Standings.Verdict verdict = verdict(c, core);
        Stage stage = firmness.stage(a, core, verdict);
        Polarity polarity = firmness.polarity(a, stage);
        List<Party> from = parties(c.from());
        List<Party> to = parties(c.to());
        List<Party> beneficiaries = beneficiaries(c);
        Claim.Standing standing =
                new Claim.Standing(stage, firmness.flags(retold, neighbours), polarity, AmountRelation.whole());
        return new Claim(
                id(c, from, to),
                scene.article().id(),
                c.kind(),
                from,
                to,
                beneficiaries,
                subjects.of(c),
                dates.of(retold, neighbours).with(milestones.of(retold, neighbours)),
                standing,
                speaker.of(a, verdict),
                core,
                quotes.of(c, beneficiaries),
                new Claim.Reading(rule(c), Math.rint(choice.confidence() * 1000) / 1000));
    }

    /** The numbers by which the standing of a reading is judged. */
    public double[] standing(Candidate c) {
        return tones.row(c, core(c));
    }

    private Standings.Verdict verdict(Candidate c, boolean core) {
        return standings.trained() ? standings.verdict(tones.row(c, core)) : firmness.verdict(c.anchor(), core);
    }

    /** Why a reading stands as it does; empty where nothing was learned. */
    public Optional<Standings.Reason> reason(Candidate c) {
        double[] row = standing(c);
        return standings.reason(standings.verdict(row), row);
    }

    /** The article's own news: its parties are in the headline, or it opens the text and looks at nothing earlier. */
    private boolean core(Candidate c) {
        boolean from = scene.titleKeys().containsAll(c.from().keys());
        Side other = c.to();
        boolean to = other == null || scene.titleKeys().containsAll(other.keys());
        return (from && to) || (c.anchor().sentence() <= 2 && (from || to));
    }

    private static List<Party> parties(@Nullable Side side) {
        if (side == null) {
            return List.of();
        }
        Mention m = side.actor().mention();
        return side.members().stream()
                .map(member -> new Party(member.name(), member.entity(), m.part() == Part.TEXT ? m.span() : null))
                .toList();
    }

    /** For whom a builder builds: a name after the amount behind "for", or behind a verb like "power" or "serve". */
    private List<Party> beneficiaries(Candidate c) {
        if (c.kind() != ClaimKind.BUILD) {
            return List.of();
        }
        for (Actor actor : scene.actors().get(c.anchor().sentence())) {
            if (actor.mention().first() > c.anchor().first()
                    && !actor.indirect()
                    && serves(actor)
                    && !c.from().keys().contains(actor.members().getFirst().key())) {
                return actor.members().stream()
                        .map(m ->
                                new Party(m.name(), m.entity(), actor.mention().span()))
                        .toList();
            }
        }
        return List.of();
    }

    private boolean serves(Actor actor) {
        int first = actor.mention().first();
        boolean verb =
                first > 0 && SERVES.contains(scene.prose().token(first - 1).lower());
        return verb || scene.slot(actor) == Slot.FOR;
    }

    private String rule(Candidate c) {
        Trigger governor = scene.governor(c);
        String word = governor == null
                ? "context"
                : governor.frame().name().replace(' ', '-') + "/"
                        + governor.shape().name().toLowerCase(java.util.Locale.ROOT);
        return c.anchor().type().name().toLowerCase(java.util.Locale.ROOT) + "/" + word;
    }

    private String id(Candidate c, List<Party> from, List<Party> to) {
        StringBuilder key = new StringBuilder(scene.article().id()).append('\n').append(c.kind());
        from.forEach(p -> key.append('\n').append(p.key()).append(p.span()));
        key.append("\n>");
        to.forEach(p -> key.append('\n').append(p.key()).append(p.span()));
        key.append('\n').append(c.anchor().span()).append(c.anchor().right());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(key.toString().getBytes(StandardCharsets.UTF_8));
            return "c-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("could not hash: SHA-256 is missing", e);
        }
    }
}
