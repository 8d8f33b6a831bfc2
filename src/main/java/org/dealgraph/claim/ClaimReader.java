package org.dealgraph.claim;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Candidates;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.SceneReader;
import org.dealgraph.claim.detail.ClaimWriter;
import org.dealgraph.claim.detail.Standings;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.claim.judge.Judge;
import org.dealgraph.claim.judge.Model;
import org.dealgraph.claim.judge.ModelFile;
import org.dealgraph.claim.lexicon.Lexicon;
import org.dealgraph.claim.mention.Mentions;
import org.dealgraph.claim.mention.Vocabulary;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.claim.quantity.Quantities;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.PartialDate;

/**
 * Reads the claims of an article. Deterministic and pure: the same article, registry, lexicon and model give the same
 * claims, and nothing is read or written. Any number of threads may share one reader.
 */
public final class ClaimReader {

    private static final String ENGLISH = "en";

    /** Confidence of what a set phrase says: kept below the gate until there are enough of them to measure. */
    private static final double WORDED = 0.7;

    private static final int REASONS = 8;

    private final Mentions mentions;
    private final SceneReader scenes;
    private final Judge judge;
    private final Standings standings;

    public ClaimReader(Catalogue catalogue, Vocabulary vocabulary, Lexicon lexicon, Model model, Standings standings) {
        this(new Mentions(catalogue, vocabulary), new SceneReader(catalogue, lexicon), new Judge(model), standings);
    }

    /** A reader with what an ingest folder knows. */
    public static ClaimReader load(Path ingest, Catalogue catalogue) {
        return new ClaimReader(
                catalogue,
                Vocabulary.load(ingest),
                Lexicon.load(ingest),
                ModelFile.load(ingest),
                Standings.load(ingest));
    }

    private ClaimReader(Mentions mentions, SceneReader scenes, Judge judge, Standings standings) {
        this.mentions = mentions;
        this.scenes = scenes;
        this.judge = judge;
        this.standings = standings;
    }

    /** A reader that finds what can be a claim and has not learned to choose; for training. */
    public static ClaimReader untrained(Path ingest, Catalogue catalogue) {
        return new ClaimReader(
                catalogue, Vocabulary.load(ingest), Lexicon.load(ingest), Model.none(), Standings.untrained(ingest));
    }

    /** The same reader with another model. */
    public ClaimReader with(Model model) {
        return new ClaimReader(mentions, scenes, new Judge(model), standings);
    }

    /** The same reader with another judge of standing. */
    public ClaimReader with(Standings other) {
        return new ClaimReader(mentions, scenes, judge, other);
    }

    /** What writes the claims of a scene. */
    public ClaimWriter writer(Scene scene) {
        return new ClaimWriter(scene, standings);
    }

    /** The claims of an article in the order of its text; none where it is in another language. */
    public List<Claim> read(Article article) {
        if (!article.language().startsWith(ENGLISH) && !article.language().equals("und")) {
            return List.of();
        }
        Scene scene = scene(article);
        return writer(scene).claims(choices(scene)).stream()
                .filter(claim -> Assertion.isMade(claim.evidence(), article.text()))
                .filter(claim -> Named.isReached(claim, scene))
                .toList();
    }

    /** The claims of an article, each with its reasons. */
    public List<Explanation> explain(Article article) {
        Set<String> read = read(article).stream().map(Claim::id).collect(Collectors.toSet());
        if (read.isEmpty()) {
            return List.of();
        }
        Scene scene = scene(article);
        ClaimWriter writer = writer(scene);
        return writer.written(choices(scene)).stream()
                .filter(w -> read.contains(w.claim().id()))
                .map(w -> explanation(w, writer, article))
                .toList();
    }

    private Explanation explanation(ClaimWriter.Written written, ClaimWriter writer, Article article) {
        Choice choice = written.choice();
        Measured measured = choice.candidate().anchor().measured();
        return new Explanation(
                written.claim(),
                choice.score(),
                judge.reasons(choice, REASONS),
                writer.reason(choice.candidate()).orElse(null),
                measured == null ? null : measured.in(article.text()),
                written.relation());
    }

    /** What was found in an article, before anything is decided. */
    public Scene scene(Article article) {
        PartialDate published = article.published();
        LocalDate day = published == null ? null : published.latest();
        return scenes.scene(
                article, mentions.read(article.title(), article.text()), Quantities.read(article.text(), day));
    }

    /** The readings that the judge chose. */
    List<Choice> choices(Scene scene) {
        List<List<Candidate>> candidates = Candidates.of(scene);
        List<Choice> choices = new ArrayList<>(judge.choose(scene, candidates));
        for (List<Candidate> anchor : candidates) {
            String text = scene.article().text();
            OwnedContract.among(anchor, text)
                    .or(() -> SharedContract.among(anchor, scene))
                    .or(() -> AddedPower.after(choices, anchor, text))
                    .or(() -> CoveredProducts.among(choices, anchor, scene))
                    .map(c -> new Choice(c, WORDED, WORDED, c.row()))
                    .or(() -> BaseContract.beneath(choices, anchor, text))
                    .ifPresent(worded -> {
                        choices.removeIf(choice -> choice.candidate()
                                .anchor()
                                .equals(worded.candidate().anchor()));
                        choices.add(worded);
                    });
        }
        List<Choice> all = List.copyOf(choices);
        choices.removeIf(c -> isTurned(c, all));
        choices.replaceAll(c -> RoundTotal.cautious(c, all, scene));
        return choices;
    }

    /** Whether a surer choice says the opposite: nobody is bought by whom it buys. */
    private static boolean isTurned(Choice choice, List<Choice> all) {
        Candidate c = choice.candidate();
        return c.kind() == ClaimKind.ACQUIRE
                && all.stream()
                        .anyMatch(o -> o.confidence() > choice.confidence()
                                && o.candidate().kind() == c.kind()
                                && o.candidate().pair().equals(c.swapped()));
    }
}
