package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.model.Article;
import org.dealgraph.model.Moment;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Articles, each below its source. The text is a property of its own, for the full-text index, and not in the body. */
@Singleton
public final class ArticleRepository {

    private final Queries queries;

    public ArticleRepository(Queries queries) {
        this.queries = queries;
    }

    /** Saves an article; one that is there already keeps the recording it has. */
    public void save(TransactionContext tx, Article article, Recording recording) {
        save(tx, List.of(article), recording);
    }

    /** Saves articles; those that are there already keep the recording they have. */
    public void save(TransactionContext tx, Collection<Article> articles, Recording recording) {
        queries.execute(
                tx,
                Statement.ARTICLE_SAVE,
                new Row()
                        .with("run", recording.run())
                        .with("recordedAt", recording.at().toString())
                        .with(
                                "rows",
                                articles.stream()
                                        .map(article -> new Row()
                                                .with("id", article.id())
                                                .with("source", article.source())
                                                .with("properties", properties(article))
                                                .map())
                                        .toList()));
    }

    public boolean exists(TransactionContext tx, String id) {
        return !listKnown(tx, List.of(id)).isEmpty();
    }

    /** Those of these ids under which there is an article. */
    public Set<String> listKnown(TransactionContext tx, Collection<String> ids) {
        return Set.copyOf(queries.list(
                tx,
                Statement.ARTICLE_LIST_KNOWN,
                new Row().with("ids", List.copyOf(ids)),
                row -> row.get("id").asString()));
    }

    public Optional<Article> find(TransactionContext tx, String id) {
        return queries.find(tx, Statement.ARTICLE_FIND, new Row().with("id", id), ArticleRepository::read);
    }

    /** The articles with these ids, in the order of their ids; unknown ids are passed over. */
    public List<Article> listByIds(TransactionContext tx, List<String> ids) {
        return queries.list(tx, Statement.ARTICLE_LIST_BY_IDS, new Row().with("ids", ids), ArticleRepository::read);
    }

    /** Every version of the page at an address, by id. */
    public List<Article> listByAddress(TransactionContext tx, String address) {
        return queries.list(
                tx, Statement.ARTICLE_LIST_BY_ADDRESS, new Row().with("address", address), ArticleRepository::read);
    }

    /** Every version of the pages among these addresses that have more than one, by id. */
    public List<Article> listVersions(TransactionContext tx, Collection<String> addresses) {
        return queries.list(
                tx,
                Statement.ARTICLE_LIST_VERSIONS,
                new Row().with("addresses", List.copyOf(addresses)),
                ArticleRepository::read);
    }

    /** Keeps when articles were seen once more, where that is later than what is kept. */
    public void seeAgain(TransactionContext tx, Collection<Article> articles) {
        queries.execute(
                tx,
                Statement.ARTICLE_SEE_AGAIN,
                new Row()
                        .with(
                                "rows",
                                articles.stream()
                                        .filter(a -> a.publishedAssumed() != null)
                                        .map(a -> Map.of(
                                                "id",
                                                a.id(),
                                                "seen",
                                                Objects.requireNonNull(a.publishedAssumed())
                                                        .toEpochMilli()))
                                        .toList()));
    }

    /** When the versions of pages at these addresses were seen again, by their ids; those never seen again are absent. */
    public Map<String, Instant> listSeenAgain(TransactionContext tx, Collection<String> addresses) {
        Map<String, Instant> seen = new HashMap<>();
        queries.run(tx, Statement.ARTICLE_LIST_SEEN_AGAIN, new Row().with("addresses", List.copyOf(addresses)))
                .forEachRemaining(row -> seen.put(
                        row.get("id").asString(),
                        Instant.ofEpochMilli(row.get("seen").asLong())));
        return seen;
    }

    /** At most {@code first} of the runs that had taken articles in by an instant, or now where it is null, the latest first. */
    public List<Run> listRuns(TransactionContext tx, int first, @Nullable Instant recordedAt) {
        return queries.list(
                tx,
                Statement.ARTICLE_LIST_RUNS,
                new Row().with("first", first).with("recordedAt", recordedAt == null ? null : recordedAt.toString()),
                row -> new Run(
                        row.get("run").asString(),
                        Instant.parse(row.get("began").asString()),
                        row.get("articles").asLong(),
                        row.get("sources").asList(Value::asString).stream()
                                .sorted()
                                .toList()));
    }

    /** Ids of the articles that a run took in. */
    public List<String> listIdsByRun(TransactionContext tx, String run) {
        return queries.list(
                tx,
                Statement.ARTICLE_LIST_IDS_BY_RUN,
                new Row().with("run", run),
                row -> row.get("id").asString());
    }

    /** Ids of the articles that came by a source. */
    public List<String> listIdsBySource(TransactionContext tx, String source) {
        return queries.list(
                tx,
                Statement.ARTICLE_LIST_IDS_BY_SOURCE,
                new Row().with("source", source),
                row -> row.get("id").asString());
    }

    /** At most {@code first} articles by id, after the id {@code after} (empty for the beginning). */
    public List<Article> list(TransactionContext tx, String after, int first) {
        return queries.list(
                tx,
                Statement.ARTICLE_LIST,
                new Row().with("after", after).with("first", first),
                ArticleRepository::read);
    }

    /** At most {@code first} articles, the latest published first, after a cursor. */
    public List<Ranked<Article>> listLatest(TransactionContext tx, @Nullable Cursor after, int first, Moment moment) {
        return queries.list(
                tx,
                Statement.ARTICLE_LIST_LATEST,
                new Row()
                        .with("day", after == null ? LocalDate.MAX.toEpochDay() : Math.round(-after.key()))
                        .with("id", after == null ? "" : after.id())
                        .with("first", first)
                        .with(
                                "knownBy",
                                moment.knownAt() == null
                                        ? null
                                        : moment.knownAt().latest().toEpochDay())
                        .with(
                                "recordedAt",
                                moment.recordedAt() == null
                                        ? null
                                        : moment.recordedAt().toString()),
                row -> new Ranked<>(
                        read(row),
                        new Cursor(row.get("key").asDouble(), row.get("id").asString())));
    }

    /** Whether the graph held an article at an instant. */
    public boolean heldAt(TransactionContext tx, String id, Instant at) {
        return queries.find(
                        tx,
                        Statement.ARTICLE_HELD_AT,
                        new Row().with("id", id).with("at", at.toString()),
                        row -> row.get("id").asString())
                .isPresent();
    }

    /** Articles whose title or text has every word, best first. */
    public List<Ranked<Article>> search(TransactionContext tx, String text, int skip, int first) {
        return FullText.query(text)
                .map(query -> queries.list(
                        tx,
                        Statement.ARTICLE_SEARCH,
                        new Row().with("query", query).with("skip", skip).with("first", first),
                        row -> Search.ranked(row, read(row), Article::id)))
                .orElse(List.of());
    }

    /** An article without any date stands before all others, so that it comes last. */
    private static Row properties(Article article) {
        PartialDate known = article.known();
        return new Row()
                .with("source", article.source())
                .with("address", article.address())
                .with("publisher", article.publisher())
                .with("tier", article.tier())
                .with("title", article.title())
                .with("published", article.published())
                .with("knownDay", known == null ? 0 : known.earliest().toEpochDay())
                .with("knownLastDay", known == null ? 0 : known.latest().toEpochDay())
                .with("language", article.language())
                .with("story", article.story())
                .with("text", article.text())
                .with("body", Json.write(withText(article, "")));
    }

    static Article read(Record row) {
        Article article = Json.read(row.get("body").asString(), Article.class);
        return withText(article, row.get("text").asString());
    }

    private static Article withText(Article a, String text) {
        return new Article(
                a.id(),
                a.address(),
                a.source(),
                a.publisher(),
                a.tier(),
                a.title(),
                a.byline(),
                a.published(),
                a.publishedAssumed(),
                a.modified(),
                a.language(),
                text,
                a.label(),
                a.story());
    }
}
