package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dealgraph.model.Mention;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Organization;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Resolution;
import org.dealgraph.model.SourcedClaim;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * Claims below their articles, with their parties resolved. A claim is never deleted: a retired one stays, and enters
 * neither blocks nor deals.
 */
@Singleton
public final class ClaimRepository {

    private static final int LOOKED = 200;
    private static final int LOOKED_FOR_EACH = 10;

    private final Queries queries;
    private final KeptBodies<SourcedClaim> kept = new KeptBodies<>(SourcedClaim.class, 64);

    public ClaimRepository(Queries queries) {
        this.queries = queries;
    }

    /**
     * Saves claims whose articles are saved, with edges to their parties, product, site and blocks. A party that no
     * registry holds becomes a provisional organization. Saved again, a claim takes the new resolution, and a retired one
     * stays retired; the state it had is kept for {@link #listAt}.
     */
    public void save(TransactionContext tx, Collection<BlockedClaim> claims, Recording recording) {
        if (!claims.isEmpty()) {
            Row rows = rows(claims, recording);
            queries.execute(tx, Statement.CLAIM_KEEP_STATES, rows);
            save(tx, claims.size(), rows);
        }
    }

    /** The same for claims of articles that are new here, which can have no earlier state. */
    public void saveNew(TransactionContext tx, Collection<BlockedClaim> claims, Recording recording) {
        if (!claims.isEmpty()) {
            save(tx, claims.size(), rows(claims, recording));
        }
    }

    private static Row rows(Collection<BlockedClaim> claims, Recording recording) {
        List<Map<String, @Nullable Object>> rows =
                claims.stream().map(claim -> row(claim).map()).toList();
        return new Row()
                .with("rows", rows)
                .with("run", recording.run())
                .with("recordedAt", recording.at().toString())
                .with("at", recording.at().toEpochMilli());
    }

    private void save(TransactionContext tx, int expected, Row rows) {
        long saved = queries.number(tx, Statement.CLAIM_SAVE, rows);
        if (saved != expected) {
            throw new GraphException("could not save " + (expected - saved) + " of " + expected
                    + " claims: their article is not in the graph");
        }
    }

    public Optional<SourcedClaim> find(TransactionContext tx, String id) {
        return queries.find(tx, Statement.CLAIM_FIND, new Row().with("id", id), Queries.body(SourcedClaim.class));
    }

    /** The claims with these ids, retired ones too, in the order of their ids; unknown ids are passed over. */
    public List<SourcedClaim> listByIds(TransactionContext tx, Collection<String> ids) {
        return list(tx, Statement.CLAIM_LIST_BY_IDS, new Row().with("ids", List.copyOf(ids)));
    }

    /** What one article states, by id, without the retired. */
    public List<SourcedClaim> listByArticle(TransactionContext tx, String article) {
        return list(tx, Statement.CLAIM_LIST_BY_ARTICLE, new Row().with("article", article));
    }

    /** What some articles state, by id, with the retired and why they are. */
    public List<StoredClaim> listStated(TransactionContext tx, Collection<String> articles) {
        return queries.list(
                tx,
                Statement.CLAIM_LIST_STATED,
                new Row().with("articles", List.copyOf(articles)),
                row -> new StoredClaim(
                        Queries.body(SourcedClaim.class).apply(row),
                        row.get("retiredFor").asString(null)));
    }

    /** The claims, retired ones too, that one of these organizations is a party to, by id. */
    public List<SourcedClaim> listByOrganizations(TransactionContext tx, Collection<String> organizations) {
        return list(
                tx, Statement.CLAIM_LIST_BY_ORGANIZATIONS, new Row().with("organizations", List.copyOf(organizations)));
    }

    /** Which of these claims are retired or not in the graph. */
    public SortedSet<String> listUnused(TransactionContext tx, Collection<String> ids) {
        return new TreeSet<>(queries.list(
                tx,
                Statement.CLAIM_LIST_UNUSED,
                new Row().with("ids", List.copyOf(ids)),
                row -> row.get("id").asString()));
    }

    /** The parties of these claims and how they came to be who they are, by claim, side and order. */
    public List<Mention> listMentions(TransactionContext tx, Collection<String> claims) {
        return queries.list(
                tx, Statement.CLAIM_LIST_MENTIONS, new Row().with("ids", List.copyOf(claims)), Mentions::of);
    }

    /** How claims in use name an organization: one mention a name, by name, at most {@code first}. */
    public List<Mention> listNames(TransactionContext tx, String organization, int first) {
        return queries.list(
                tx,
                Statement.CLAIM_LIST_NAMES,
                new Row().with("organization", organization).with("first", first),
                Mentions::of);
    }

    /** The claims behind a deal, by id. */
    public List<SourcedClaim> listByDeal(TransactionContext tx, String deal) {
        return list(tx, Statement.CLAIM_LIST_BY_DEAL, new Row().with("deal", deal));
    }

    /**
     * At most {@code first} of the claims that a filter lets through, by id, after the id {@code after} (empty for the
     * beginning), without the retired.
     */
    public List<SourcedClaim> list(TransactionContext tx, ClaimFilter filter, String after, int first) {
        return list(tx, Statement.CLAIM_LIST, filter.row().with("after", after).with("first", first));
    }

    /** Every claim in these blocks, by id, without the retired. */
    public List<SourcedClaim> listInBlocks(TransactionContext tx, Collection<String> keys) {
        return list(tx, Statement.CLAIM_LIST_IN_BLOCKS, new Row().with("keys", List.copyOf(keys)));
    }

    /** The blocks that these claims are in, retired or not. */
    public SortedSet<String> listBlocks(TransactionContext tx, Collection<String> claims) {
        return keys(tx, Statement.CLAIM_LIST_BLOCKS, new Row().with("claims", List.copyOf(claims)));
    }

    /** These blocks and every block that claims lead to from them, however far. */
    public SortedSet<String> listConnectedBlocks(TransactionContext tx, Collection<String> keys) {
        SortedSet<String> all = new TreeSet<>(keys);
        List<String> frontier = List.copyOf(all);
        while (!frontier.isEmpty()) {
            SortedSet<String> next = keys(tx, Statement.CLAIM_LIST_NEIGHBOUR_BLOCKS, new Row().with("keys", frontier));
            next.removeAll(all);
            all.addAll(next);
            frontier = List.copyOf(next);
        }
        return all;
    }

    /** Takes claims out of use, and keeps the state they had; says how many were in use. */
    public long retire(TransactionContext tx, Collection<String> ids, String reason, Instant at) {
        return queries.number(
                tx,
                Statement.CLAIM_RETIRE,
                new Row().with("ids", List.copyOf(ids)).with("reason", reason).with("recordedAt", at.toString()));
    }

    /** Brings retired claims back into use, and keeps the state they had; says how many were retired. */
    public long restore(TransactionContext tx, Collection<String> ids, Instant at) {
        return queries.number(
                tx,
                Statement.CLAIM_RESTORE,
                new Row().with("ids", List.copyOf(ids)).with("recordedAt", at.toString()));
    }

    /**
     * The claims that the graph held and used at an instant, or now where that is null, as they were resolved then, and that
     * a reader could know by a day, or ever where that is null; by id. One that nothing dates is known from the day it came.
     */
    public List<SourcedClaim> listAt(TransactionContext tx, @Nullable Instant recordedAt, @Nullable LocalDate knownBy) {
        return queries
                .list(
                        tx,
                        Statement.CLAIM_LIST_AT,
                        new Row().with("recordedAt", recordedAt == null ? null : recordedAt.toString()),
                        row -> Optional.of(Queries.body(SourcedClaim.class).apply(row))
                                .filter(claim -> knownBy == null
                                        || !known(claim, row.get("recordedAt").asString())
                                                .isAfter(knownBy)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The claims that were known at a moment, by id, and that speak of what had been agreed by then. */
    public List<SourcedClaim> listAt(TransactionContext tx, Moment moment) {
        LocalDate knownBy = moment.knownAt() == null ? null : moment.knownAt().latest();
        LocalDate day = moment.day();
        return listAt(tx, moment.recordedAt(), knownBy).stream()
                .filter(claim -> day == null || agreedBy(claim, day))
                .toList();
    }

    /** The date of agreement that a claim gives or, where it gives none, its publication as the latest it can have been. */
    private static boolean agreedBy(SourcedClaim claim, LocalDate day) {
        PartialDate agreed = claim.claim().schedule().agreed();
        PartialDate bound = agreed == null ? claim.published() : agreed;
        return bound != null && !bound.latest().isAfter(day);
    }

    private static LocalDate known(SourcedClaim claim, String recordedAt) {
        return claim.published() != null
                ? claim.published().latest()
                : LocalDate.ofInstant(Instant.parse(recordedAt), ZoneOffset.UTC);
    }

    /** Claims whose words have every word of the query, best first, without the retired. */
    public List<Ranked<SourcedClaim>> search(
            TransactionContext tx, String text, ClaimFilter filter, int skip, int first) {
        return FullText.query(text)
                .map(query ->
                        filter.row().with("query", query).with("skip", skip).with("first", first))
                .map(asked -> filter.equals(ClaimFilter.all())
                        ? best(tx, asked, skip, first).orElseGet(() -> search(tx, asked))
                        : search(tx, asked))
                .orElse(List.of());
    }

    private List<Ranked<SourcedClaim>> search(TransactionContext tx, Row asked) {
        return queries.list(tx, Statement.CLAIM_SEARCH, asked, this::ranked);
    }

    /**
     * The same by looking only at the first that the index gives, which takes a fifth of the time where thousands match;
     * empty where so many are equally good that those do not tell which come first.
     */
    private Optional<List<Ranked<SourcedClaim>>> best(TransactionContext tx, Row asked, int skip, int first) {
        int looked = Math.max(LOOKED, LOOKED_FOR_EACH * (skip + first));
        List<Sure> found = queries.list(
                tx,
                Statement.CLAIM_SEARCH_BEST,
                asked.with("looked", looked),
                row -> new Sure(
                        ranked(row), row.get("sure").asBoolean(), row.get("all").asBoolean()));
        boolean whole =
                found.size() == first || (!found.isEmpty() && found.getLast().all());
        return whole && found.stream().allMatch(Sure::sure)
                ? Optional.of(found.stream().map(Sure::claim).toList())
                : Optional.empty();
    }

    /**
     * A claim that was found among the first.
     *
     * @param sure whether none of the rest comes before it
     * @param all whether there is no rest
     */
    private record Sure(Ranked<SourcedClaim> claim, boolean sure, boolean all) {}

    private Ranked<SourcedClaim> ranked(Record row) {
        return Search.ranked(row, kept.apply(row), claim -> claim.claim().id());
    }

    private List<SourcedClaim> list(TransactionContext tx, Statement statement, Row parameters) {
        return queries.list(tx, statement, parameters, Queries.body(SourcedClaim.class));
    }

    private SortedSet<String> keys(TransactionContext tx, Statement statement, Row parameters) {
        return new TreeSet<>(
                queries.list(tx, statement, parameters, row -> row.get("key").asString()));
    }

    private static Row row(BlockedClaim blocked) {
        SourcedClaim sourced = blocked.claim();
        var claim = sourced.claim();
        return new Row()
                .with("id", claim.id())
                .with("article", claim.article())
                .with("from", parties(claim.from(), sourced.from(), how(blocked, 0)))
                .with(
                        "to",
                        parties(
                                claim.to(),
                                sourced.to(),
                                how(blocked, claim.from().size())))
                .with(
                        "for",
                        parties(
                                claim.beneficiaries(),
                                sourced.beneficiaries(),
                                how(blocked, claim.from().size() + claim.to().size())))
                .with("product", claim.subject().product())
                .with("site", claim.subject().site())
                .with("blocks", blocked.blocks().stream().sorted().toList())
                .with("properties", properties(sourced));
    }

    private static Row properties(SourcedClaim sourced) {
        var claim = sourced.claim();
        return new Row()
                .with("article", claim.article())
                .with("kind", claim.kind())
                .with("stage", claim.standing().stage())
                .with("polarity", claim.standing().polarity())
                .with("voice", claim.attribution().voice())
                .with("tier", sourced.tier())
                .with("core", claim.core())
                .with("confidence", claim.reading().confidence())
                .with("rule", claim.reading().rule())
                .with("published", sourced.published())
                .with("quote", claim.evidence().quote())
                .with("body", Json.write(sourced));
    }

    private static List<Resolution> how(BlockedClaim blocked, int from) {
        List<Resolution> all = blocked.resolutions();
        return from < all.size() ? all.subList(from, all.size()) : List.of();
    }

    /** Each resolved id with the provisional record that stands for it where no registry holds it. */
    private static List<Map<String, @Nullable Object>> parties(
            List<Party> named, List<String> ids, List<Resolution> how) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            String name = i < named.size() ? named.get(i).name() : id;
            rows.add(new Row()
                    .with("id", id)
                    .with(
                            "edge",
                            Mentions.edge(i, name, i < how.size() ? how.get(i) : null)
                                    .map())
                    .with("provisional", OrganizationRepository.properties(Organization.provisional(id, name), false))
                    .map());
        }
        return rows;
    }
}
