package org.dealgraph.claim.detail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.claim.candidate.Actor;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.lexicon.Cue;
import org.dealgraph.claim.lexicon.Cues;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.Token;
import org.dealgraph.model.ClaimKind;

/**
 * Describes by numbers how an article speaks of a deal: which tones stand how near its anchor, in the sentences around it,
 * in the headline and opening, and wherever else the same parties are named.
 */
final class Tones {

    private static final double REACH = 6;
    private static final double BREAK = 0.8;
    private static final int OPENING = 6;
    private static final int FAR = 60;
    private static final Set<String> BREAKS = Set.of(
            ";",
            ":",
            "—",
            "–",
            "(",
            ")",
            ",",
            "while",
            "whereas",
            "but",
            "and",
            "which",
            "who",
            "after",
            "because",
            "although",
            "as",
            "when",
            "where");
    private static final Set<String> OPEN =
            Set.of("talks", "bid", "letter", "sources", "report", "hope", "would", "plan", "option");
    private static final Set<String> POINTERS =
            Set.of("that", "this", "it", "both", "they", "the", "but", "these", "those", "neither", "nothing", "now");

    /** The places a tone can stand in, seen from an anchor. */
    private enum Place {
        BEFORE,
        AFTER,
        SENTENCE,
        PREVIOUS,
        NEXT,
        POINTING,
        PARAGRAPH,
        TITLE,
        OPENING,
        SHARE,
        PARTIES
    }

    /** What else is told of a reading. */
    private enum Fact {
        CORE,
        POSITION,
        NUMBERED,
        OUTLET,
        OUTLET_BEFORE,
        FROM_IN_TITLE,
        TO_IN_TITLE,
        QUESTION,
        QUOTED,
        TALKS_RULE,
        LETTER_RULE,
        SOURCES_RULE,
        ENDED_RULE,
        COVERED_TALKS,
        COVERED_LETTER,
        AHEAD,
        COULD,
        WOULD_BE,
        HAS,
        HAD,
        WAS
    }

    private static final Map<String, Fact> CHAIN = Map.ofEntries(
            Map.entry("will", Fact.AHEAD),
            Map.entry("would", Fact.WOULD_BE),
            Map.entry("could", Fact.COULD),
            Map.entry("may", Fact.COULD),
            Map.entry("might", Fact.COULD),
            Map.entry("should", Fact.COULD),
            Map.entry("has", Fact.HAS),
            Map.entry("have", Fact.HAS),
            Map.entry("had", Fact.HAD),
            Map.entry("was", Fact.WAS),
            Map.entry("were", Fact.WAS));

    private static final Set<String> UNSURE = Set.of("talks", "letter", "sources", "report");
    private static final Set<String> OVER = Set.of("ended", "refused");
    private static final List<String> FEATURES = names();

    private final Scene scene;
    private final Firmness firmness;
    private final double[][] sentences;
    private final double[] share;
    private final double[] title;
    private final List<List<Cue>> cues = new ArrayList<>();
    private final List<Set<String>> keys = new ArrayList<>();

    Tones(Scene scene, Cues words) {
        this.scene = scene;
        this.firmness = new Firmness(scene);
        Prose prose = scene.prose();
        prose.sentences().forEach(s -> cues.add(new ArrayList<>()));
        for (Cue c : words.in(prose)) {
            if (!(c.name().equals("would") && Firmness.isReportedWill(prose, c.first()))) {
                prose.sentenceAt(prose.token(c.first()).start())
                        .ifPresent(s -> cues.get(s.index()).add(c));
            }
        }
        for (int s = 0; s < cues.size(); s++) {
            cues.set(s, widened(cues.get(s), scene.cue(s, "named outlet")));
        }
        this.sentences = cues.stream().map(Tones::present).toArray(double[][]::new);
        this.share = share(sentences);
        this.title = present(widened(words.in(scene.mentions().title()), false));
        for (List<Actor> actors : scene.actors()) {
            Set<String> here = new HashSet<>();
            actors.forEach(a -> a.members().forEach(m -> here.add(m.key())));
            keys.add(here);
        }
    }

    /** Reports count where an outlet is named; what is unsure or over in any way is so by a common name too. */
    private static List<Cue> widened(List<Cue> cues, boolean outlet) {
        List<Cue> widened = new ArrayList<>();
        for (Cue c : cues) {
            if (!c.name().equals("report") || outlet) {
                widened.add(c);
                if (UNSURE.contains(c.name())) {
                    widened.add(new Cue("unsure", c.first(), c.end()));
                }
                if (OVER.contains(c.name())) {
                    widened.add(new Cue("over", c.first(), c.end()));
                }
            }
        }
        return widened;
    }

    /** The names of the numbers, in the order of a row. */
    static List<String> features() {
        return FEATURES;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Tone tone : Tone.values()) {
            for (Place place : Place.values()) {
                names.add(tone + "." + place);
            }
        }
        Stream.of(Fact.values()).forEach(f -> names.add(f.name()));
        Stream.of(ClaimKind.values()).forEach(k -> names.add(k.name()));
        return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
    }

    private static double[] present(List<Cue> cues) {
        double[] present = new double[Tone.values().length];
        cues.forEach(c -> Tone.named(c.name()).ifPresent(t -> present[t.ordinal()] = 1));
        return present;
    }

    private static double[] share(double[][] sentences) {
        double[] share = new double[Tone.values().length];
        for (double[] sentence : sentences) {
            for (int t = 0; t < share.length; t++) {
                share[t] += sentence[t] / sentences.length;
            }
        }
        return share;
    }

    /** The numbers of a reading. */
    double[] row(Candidate c, boolean core) {
        double[] row = new double[FEATURES.size()];
        Anchor a = c.anchor();
        near(a, row);
        around(a, row);
        parties(c, row);
        facts(c, core, row);
        rules(a, core, row);
        chain(a, row);
        return row;
    }

    private void near(Anchor a, double[] row) {
        for (Cue cue : beside(a)) {
            Tone.named(cue.name()).ifPresent(tone -> {
                boolean before = cue.first() < a.first();
                raise(row, tone, before ? Place.BEFORE : Place.AFTER, nearness(cue, a));
            });
        }
    }

    /** The cues of an anchor's sentence without those of another clause. */
    private List<Cue> beside(Anchor a) {
        return cues.get(a.sentence()).stream()
                .filter(c -> !Firmness.isParted(scene.prose(), c, a))
                .toList();
    }

    private double nearness(Cue cue, Anchor a) {
        int low = Math.min(cue.end(), a.end());
        int high = Math.max(cue.first(), a.first());
        int breaks = 0;
        for (int i = low; i < high; i++) {
            breaks += BREAKS.contains(scene.prose().token(i).lower()) ? 1 : 0;
        }
        return 1 / (1 + Math.max(0, high - low) / REACH + BREAK * breaks);
    }

    private void around(Anchor a, double[] row) {
        int s = a.sentence();
        int paragraph = scene.sentence(s).paragraph();
        double[] here = present(beside(a));
        for (Tone tone : Tone.values()) {
            int t = tone.ordinal();
            raise(row, tone, Place.SENTENCE, here[t]);
            raise(row, tone, Place.TITLE, title[t]);
            raise(row, tone, Place.OPENING, sentences[0][t]);
            raise(row, tone, Place.SHARE, share[t]);
            if (s > 0) {
                raise(row, tone, Place.PREVIOUS, sentences[s - 1][t]);
            }
            if (s + 1 < sentences.length) {
                raise(row, tone, Place.NEXT, sentences[s + 1][t]);
            }
            for (int i = s - 1;
                    i >= Math.max(0, s - OPENING) && scene.sentence(i).paragraph() == paragraph;
                    i--) {
                raise(row, tone, Place.PARAGRAPH, sentences[i][t]);
            }
        }
        if (s + 1 < sentences.length && points(scene.sentence(s + 1))) {
            int first = scene.sentence(s + 1).first();
            cues.get(s + 1).stream()
                    .filter(c -> c.first() - first < 2 * OPENING)
                    .forEach(c -> Tone.named(c.name()).ifPresent(t -> raise(row, t, Place.POINTING, 1)));
        }
    }

    private boolean points(Sentence s) {
        return POINTERS.contains(scene.prose().token(s.first()).lower());
    }

    /** What is said wherever both parties are named. */
    private void parties(Candidate c, double[] row) {
        Set<String> both = new HashSet<>(c.from().keys());
        if (c.to() != null) {
            both.addAll(c.to().keys());
        }
        int here = c.anchor().sentence();
        for (int s = Math.max(0, here - FAR); s < Math.min(sentences.length, here + FAR); s++) {
            if (s != here && keys.get(s).containsAll(both)) {
                for (Tone tone : Tone.values()) {
                    raise(row, tone, Place.PARTIES, sentences[s][tone.ordinal()]);
                }
            }
        }
    }

    private void facts(Candidate c, boolean core, double[] row) {
        int s = c.anchor().sentence();
        set(row, Fact.CORE, core);
        row[at(Fact.POSITION)] = (double) s / sentences.length;
        set(row, Fact.NUMBERED, c.anchor().type().numbered());
        set(row, Fact.OUTLET, scene.cue(s, "named outlet"));
        set(row, Fact.OUTLET_BEFORE, s > 0 && scene.cue(s - 1, "named outlet"));
        set(row, Fact.FROM_IN_TITLE, scene.titleKeys().containsAll(c.from().keys()));
        set(row, Fact.TO_IN_TITLE, c.to() != null && scene.titleKeys().containsAll(c.to().keys()));
        List<Token> tokens = scene.prose().tokens(scene.sentence(s));
        set(row, Fact.QUESTION, tokens.getLast().is("?"));
        set(row, Fact.QUOTED, tokens.stream().anyMatch(Token::quote));
        row[FEATURES.size() - ClaimKind.values().length + c.kind().ordinal()] = 1;
    }

    /** What the plain reading of near cues says. */
    private void rules(Anchor a, boolean core, double[] row) {
        set(row, Fact.TALKS_RULE, firmness.near(a, "talks"));
        set(row, Fact.LETTER_RULE, firmness.near(a, "letter of intent"));
        set(row, Fact.SOURCES_RULE, firmness.near(a, "sources"));
        set(row, Fact.ENDED_RULE, firmness.ended(a));
        set(row, Fact.COVERED_TALKS, firmness.negotiated() && firmness.unsettled(a));
        set(row, Fact.COVERED_LETTER, core && firmness.letter());
    }

    /** The auxiliary nearest before the anchor tells the tense of what it is the amount of. */
    private void chain(Anchor a, double[] row) {
        int start = scene.sentence(a.sentence()).first();
        for (int i = a.first() - 1; i >= start; i--) {
            String word = scene.prose().token(i).lower();
            if (word.equals(";")) {
                return;
            }
            Fact fact = Firmness.isReportedWill(scene.prose(), i) ? Fact.AHEAD : CHAIN.get(word);
            if (fact != null) {
                set(row, fact, true);
                return;
            }
        }
    }

    /** Whether a letter of intent, or the talks that are the article's news, cover a reading. */
    static boolean covered(double[] row) {
        return row[at(Fact.COVERED_LETTER)] + row[at(Fact.COVERED_TALKS)] + row[at(Fact.LETTER_RULE)] > 0;
    }

    /** Whether the reading's own sentence is firm: it has none of the words of what is open, however the rest of the article speaks. */
    static boolean firm(double[] row) {
        return OPEN.stream().map(Tone::named).flatMap(Optional::stream).allMatch(t -> row[at(t, Place.SENTENCE)] == 0);
    }

    /** Whether talks or unnamed sources stand near. */
    static boolean unsure(double[] row) {
        return row[at(Fact.TALKS_RULE)] + row[at(Fact.SOURCES_RULE)] > 0;
    }

    /** Whether the words say that it ended or was refused. */
    static boolean over(double[] row) {
        return row[at(Fact.ENDED_RULE)] + row[at(Tone.REFUSED, Place.SENTENCE)] > 0;
    }

    private static int at(Tone tone, Place place) {
        return tone.ordinal() * Place.values().length + place.ordinal();
    }

    private static int at(Fact fact) {
        return Tone.values().length * Place.values().length + fact.ordinal();
    }

    private static void set(double[] row, Fact fact, boolean value) {
        row[at(fact)] = value ? 1 : 0;
    }

    private static void raise(double[] row, Tone tone, Place place, double value) {
        row[at(tone, place)] = Math.max(row[at(tone, place)], value);
    }
}
