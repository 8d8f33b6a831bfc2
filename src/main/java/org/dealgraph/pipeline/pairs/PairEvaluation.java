package org.dealgraph.pipeline.pairs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.claim.corpus.Corpus;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.deal.Directory;
import org.dealgraph.entity.NameMatcher;
import org.dealgraph.entity.Resolver;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Party;
import org.dealgraph.model.SourcedClaim;

/**
 * Measures the rules of identity on the labelled pairs of the training stories: with the annotated claims, so that nothing
 * but the rules is judged, and with the claims that the reader finds.
 */
public final class PairEvaluation {

    private final Path corpus;
    private final NameMatcher names;
    private final Map<String, SourcedClaim> gold = new HashMap<>();
    private final Grouping annotated;
    private final ReadClaims found;
    private final Grouping read;

    private PairEvaluation(
            Path corpus, NameMatcher names, List<SourcedClaim> gold, Directory directory, ReadClaims found) {
        this.corpus = corpus;
        this.names = names;
        gold.forEach(claim -> this.gold.put(claim.claim().id(), claim));
        this.annotated = Grouping.of(gold, directory);
        this.found = found;
        this.read = Grouping.of(found.claims(), directory);
    }

    /** Reads the corpus below an ingest folder, which takes seconds. */
    public static PairEvaluation of(Path ingest, Catalogue catalogue, ClaimReader reader) {
        Path corpus = ingest.resolve("corpus");
        NameMatcher names = NameMatcher.load(ingest);
        Resolver resolver = new Resolver(catalogue, names, List.of());
        List<CorpusDocument> documents = Corpus.read(corpus.resolve("dev")).stream()
                .filter(document -> !document.validation())
                .toList();
        ReadClaims found = new ReadClaims(reader, catalogue, resolver);
        documents.forEach(found::read);
        List<SourcedClaim> gold = new GoldClaims(party -> registered(party, catalogue)).of(documents);
        return new PairEvaluation(corpus, names, gold, Directory.of(catalogue), found);
    }

    /** The annotators wrote one short name for each organization: the registry's, or one of its own that stands for itself. */
    private static String registered(Party party, Catalogue catalogue) {
        String id = party.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return catalogue.organizations().stream()
                .filter(o -> o.name().equals(party.name()))
                .map(o -> o.id())
                .findFirst()
                .orElse(id);
    }

    /** Same term or same deal, with the annotated claims. */
    public Score gold(String label) {
        return score(label, pair -> annotated.of(label, pair.a()).equals(annotated.of(label, pair.b())));
    }

    /** What kind, parties and amount alone would say. */
    public Score baseline(String label) {
        return score(label, pair -> alike(claim(pair.a()), claim(pair.b())));
    }

    /** The same with the claims that were read; one that was missed is in no term. */
    public Score read(String label) {
        return score(label, pair -> together(label, pair.a(), pair.b()));
    }

    /** The same for the pairs of which both claims were read. */
    public Score readBoth(String label) {
        List<LabelledPair> both = LabelledPair.ofClaims(corpus, label).stream()
                .filter(pair -> found.answer(pair.a()) != null && found.answer(pair.b()) != null)
                .toList();
        return Score.of(both, pair -> together(label, pair.a(), pair.b()));
    }

    /** Names of organizations at the operating point of the matcher. */
    public Score names(String part) {
        return Score.of(
                LabelledPair.ofNames(corpus, part),
                pair -> names.match(pair.a(), pair.b()).verdict() == Judgement.Verdict.SAME);
    }

    /** Of the claims that both tellings of a story annotate, those that land in one deal, as right and missed. */
    public Score toldTwice() {
        return Score.of(retellings(), pair -> annotated.of("deal", pair.a()).equals(annotated.of("deal", pair.b())));
    }

    /** The same with the claims that were read, of those that were read in both. */
    public Score toldTwiceRead() {
        return Score.of(
                retellings().stream()
                        .filter(pair -> found.answer(pair.a()) != null && found.answer(pair.b()) != null)
                        .toList(),
                pair -> together("deal", pair.a(), pair.b()));
    }

    private List<LabelledPair> retellings() {
        List<LabelledPair> pairs = new ArrayList<>();
        for (String plain :
                gold.keySet().stream().filter(id -> id.contains("-p#")).sorted().toList()) {
            String hard = plain.substring(0, plain.indexOf("-p#")) + "-h#";
            gold.keySet().stream()
                    .filter(id -> id.startsWith(hard))
                    .filter(id -> alike(claim(plain), claim(id)) && sameThing(claim(plain), claim(id)))
                    .sorted()
                    .findFirst()
                    .ifPresent(id -> pairs.add(new LabelledPair(plain, id, true)));
        }
        return pairs;
    }

    private boolean together(String label, String a, String b) {
        BinaryOperator<String> group = (kind, annotation) -> {
            String claim = found.answer(annotation);
            return claim == null ? "missed " + annotation : read.of(kind, claim);
        };
        return group.apply(label, a).equals(group.apply(label, b));
    }

    private Score score(String label, Predicate<LabelledPair> same) {
        return Score.of(LabelledPair.ofClaims(corpus, label), same);
    }

    private SourcedClaim claim(String id) {
        return Objects.requireNonNull(gold.get(id), () -> "could not find the annotation of a pair: " + id);
    }

    private static boolean alike(SourcedClaim x, SourcedClaim y) {
        return x.claim().kind() == y.claim().kind()
                && x.from().equals(y.from())
                && x.to().equals(y.to())
                && x.claim()
                        .subject()
                        .quantity()
                        .map(Interval::value)
                        .equals(y.claim().subject().quantity().map(Interval::value));
    }

    private static boolean sameThing(SourcedClaim x, SourcedClaim y) {
        return Objects.equals(x.claim().subject().right(), y.claim().subject().right())
                && Objects.equals(
                        x.claim().subject().product(), y.claim().subject().product());
    }

    /** Every measure as lines for people. */
    public String report() {
        List<String> lines = new ArrayList<>();
        for (String label : List.of("term", "deal")) {
            lines.add("same " + label + ", annotated claims: " + gold(label).figures());
            lines.add("same " + label + ", same kind, parties and amount (baseline): "
                    + baseline(label).figures());
            lines.add("same " + label + ", claims as read: " + read(label).figures() + "; where both were read "
                    + readBoth(label).figures());
        }
        lines.add(told("annotated claims", toldTwice()));
        lines.add(told("claims as read", toldTwiceRead()));
        for (String part : List.of("tuned", "held", "later", "fresh", "fresh2", "fresh3")) {
            lines.add("names, " + part + ": " + names(part).figures());
        }
        return Stream.concat(Stream.of("pairs labelled by hand"), lines.stream().map(line -> "  " + line))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static String told(String which, Score score) {
        return "told twice, in one deal, " + which + ": " + score.right() + " of " + (score.right() + score.missed());
    }
}
