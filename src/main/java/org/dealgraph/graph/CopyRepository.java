package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dealgraph.model.Article;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Which articles are copies of one text. The links of a group form a tree, so that following them stays cheap. */
@Singleton
public final class CopyRepository {

    private static final int MOST_CANDIDATES = 50;
    private static final int MOST_OF_A_KEY = 200;

    private final Queries queries;

    public CopyRepository(Queries queries) {
        this.queries = queries;
    }

    /** Saves the keys under which copies of saved articles are looked for, by the articles' ids. */
    public void saveBands(TransactionContext tx, Map<String, Set<String>> keys) {
        List<Map<String, Object>> rows = new ArrayList<>();
        keys.forEach((id, own) -> rows.add(Map.of("id", id, "keys", List.copyOf(own))));
        queries.execute(tx, Statement.COPY_SAVE_BANDS, new Row().with("rows", rows));
    }

    /**
     * Ids of the articles that share a key with one of these, by its id; of very many those that share most. Where a key is
     * shared by hundreds, as those of a boilerplate text are, only some of these are looked at.
     */
    public Map<String, List<String>> listCandidates(TransactionContext tx, Collection<String> articles) {
        Map<String, List<String>> candidates = new TreeMap<>();
        queries.run(
                        tx,
                        Statement.COPY_LIST_CANDIDATES,
                        new Row()
                                .with("articles", List.copyOf(articles))
                                .with("sample", MOST_OF_A_KEY)
                                .with("most", MOST_CANDIDATES))
                .forEachRemaining(row -> candidates.put(
                        row.get("id").asString(), row.get("others").asList(Value::asString)));
        return candidates;
    }

    /** Those of these ids whose articles have copies. */
    public Set<String> listLinked(TransactionContext tx, Collection<String> articles) {
        return Set.copyOf(queries.list(
                tx,
                Statement.COPY_LIST_LINKED,
                new Row().with("articles", List.copyOf(articles)),
                row -> row.get("id").asString()));
    }

    /** Joins two groups, which must be different ones. */
    public void link(TransactionContext tx, String article, String other) {
        queries.execute(
                tx, Statement.COPY_LINK, new Row().with("article", article).with("other", other));
    }

    /** An article with all its copies and theirs, by id. */
    public List<Article> listGroup(TransactionContext tx, String article) {
        return queries.list(tx, Statement.COPY_LIST_GROUP, new Row().with("article", article), ArticleRepository::read);
    }
}
