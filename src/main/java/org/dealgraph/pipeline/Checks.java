package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealgraph.claim.ClaimReader;
import org.dealgraph.deal.Blocks;
import org.dealgraph.deal.Check;
import org.dealgraph.deal.Directory;
import org.dealgraph.deal.Finding;
import org.dealgraph.deal.Neighbourhood;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Moment;
import org.dealgraph.model.SourcedClaim;
import org.neo4j.driver.TransactionContext;

/** Reads a text that is not to be kept, and says of each claim in it how it stands to the graph. Writes nothing. */
@Singleton
public final class Checks {

    /** The longest text that is checked, in characters. */
    public static final int LONGEST = 200_000;

    private static final int MOST_CLAIMS = 200;

    private final GraphStore store;
    private final ClaimReader reader;
    private final Rulebook rulebook;
    private final Sourcing sourcing;
    private final Recomputation recomputation;
    private final ClaimRepository claims;
    private final Blocks blocks;
    private final Directory directory;
    private final Documents documents = new Documents();
    private final Clock clock = Clock.systemUTC();

    Checks(
            GraphStore store,
            ClaimReader reader,
            Rulebook rulebook,
            Sourcing sourcing,
            Recomputation recomputation,
            ClaimRepository claims,
            Blocks blocks,
            Directory directory) {
        this.store = store;
        this.reader = reader;
        this.rulebook = rulebook;
        this.sourcing = sourcing;
        this.recomputation = recomputation;
        this.claims = claims;
        this.blocks = blocks;
        this.directory = directory;
    }

    /** The claims of a text in the order in which it makes them, at most 200, each with its verdict. */
    public List<Finding> check(Article article) {
        return check(article, Moment.NOW);
    }

    private List<Finding> check(Article article, Moment moment) {
        if (article.text().length() > LONGEST) {
            throw new PipelineException("could not check a text: it is longer than " + LONGEST + " characters");
        }
        List<Claim> read = article.readable() ? reader.read(article) : List.of();
        return check(article, read, moment);
    }

    /** The same for words that somebody pasted: the first short line is the title, and a date line dates them. */
    public List<Finding> check(String text) {
        return check(text, Moment.NOW);
    }

    /**
     * The same for words that somebody pasted, against what was known and agreed at a moment.
     */
    public List<Finding> check(String text, Moment moment) {
        List<Finding> findings = new ArrayList<>();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        for (Input input : documents.read("pasted.txt", body, "text/plain; charset=utf-8", clock.instant())) {
            if (input instanceof Input.Document document) {
                findings.addAll(check(document.article(), moment));
            }
        }
        return findings;
    }

    private List<Finding> check(Article article, List<Claim> read, Moment moment) {
        return store.read(tx -> {
            Rules rules = moment.recordedAt() == null ? rulebook.at(tx) : rulebook.at(tx, moment.recordedAt());
            List<SourcedClaim> asked = read.stream()
                    .sorted(Comparator.comparingInt(Checks::start).thenComparing(Claim::id))
                    .limit(MOST_CLAIMS)
                    .map(claim -> sourcing.of(claim, article, article.address(), rules))
                    .toList();
            return check(tx, rules, asked, stored(tx, moment));
        });
    }

    private List<Finding> check(
            TransactionContext tx,
            Rules rules,
            List<SourcedClaim> asked,
            Function<Set<String>, List<SourcedClaim>> stored) {
        Set<String> ids = asked.stream().map(c -> c.claim().id()).collect(Collectors.toCollection(TreeSet::new));
        ids.removeIf(id -> !recomputation.isUnused(tx, id));
        Neighbourhood neighbourhood = new Neighbourhood(rules.maker(), with(asked, stored));
        Set<String> homes = asked.stream().map(blocks::home).collect(Collectors.toCollection(TreeSet::new));
        Check check = new Check(directory, homes.isEmpty() ? List.of() : neighbourhood.around(homes), ids);
        return asked.stream().map(check::of).toList();
    }

    /** The claims of a moment that have one of some keys, or that a key names. */
    private Function<Set<String>, List<SourcedClaim>> stored(TransactionContext tx, Moment moment) {
        if (moment.now()) {
            return keys -> recomputation.load(tx, keys);
        }
        List<SourcedClaim> known = claims.listAt(tx, moment);
        return keys -> known.stream()
                .filter(claim -> keys.contains(Blocks.CLAIM + claim.claim().id())
                        || !Collections.disjoint(blocks.of(claim), keys))
                .toList();
    }

    private Function<Set<String>, Collection<SourcedClaim>> with(
            List<SourcedClaim> asked, Function<Set<String>, List<SourcedClaim>> stored) {
        return keys -> {
            List<SourcedClaim> all = new ArrayList<>(stored.apply(keys));
            asked.stream()
                    .filter(claim -> !Collections.disjoint(blocks.of(claim), keys))
                    .forEach(all::add);
            return all;
        };
    }

    private static int start(Claim claim) {
        return claim.evidence().spans().isEmpty()
                ? 0
                : claim.evidence().spans().getFirst().start();
    }
}
