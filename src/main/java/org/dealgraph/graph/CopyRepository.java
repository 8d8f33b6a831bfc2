package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.dealgraph.model.Article;
import org.neo4j.driver.TransactionContext;

/** Which articles are copies of one text. The links of a group form a tree, so that following them stays cheap. */
@Singleton
public final class CopyRepository {

    private static final int MOST_CANDIDATES = 50;

    private final Queries queries;

    public CopyRepository(Queries queries) {
        this.queries = queries;
    }

    /** Saves the keys under which copies of a saved article are looked for. */
    public void saveBands(TransactionContext tx, String article, Collection<String> keys) {
        queries.execute(
                tx,
                Statement.COPY_SAVE_BANDS,
                new Row().with("article", article).with("keys", List.copyOf(keys)));
    }

    /** Articles that share a key with this one; of very many those that share most. */
    public List<Article> listCandidates(TransactionContext tx, String article) {
        return queries.list(
                tx,
                Statement.COPY_LIST_CANDIDATES,
                new Row().with("article", article).with("most", MOST_CANDIDATES),
                ArticleRepository::read);
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
