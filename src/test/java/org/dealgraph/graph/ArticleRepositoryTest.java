package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Neo4jTest.class)
class ArticleRepositoryTest {

    private final GraphStore store;
    private final ArticleRepository articles;

    ArticleRepositoryTest(GraphStore store) {
        this.store = store;
        this.articles = new ArticleRepository(store.queries());
    }

    @Test
    void what_was_saved_is_found_without_loss() {
        for (long seed = 0; seed < 40; seed++) {
            Article article = new AnyRecord(seed).of(Article.class);
            store.run(tx -> articles.save(tx, article, Sample.RECORDING));
            assertThat(store.<Optional<Article>>read(tx -> articles.find(tx, article.id())))
                    .contains(article);
        }
    }

    @Test
    void saved_twice_it_is_one_and_keeps_its_recording() {
        Article article = Sample.article("a-twice");
        store.run(tx -> articles.save(tx, article, Sample.RECORDING));
        store.run(tx -> articles.save(tx, article, new Recording("run-2", Instant.parse("2026-11-02T10:00:00Z"))));
        assertThat(store.<List<Article>>read(tx -> articles.listByAddress(tx, article.address())))
                .containsExactly(article);
        assertThat(store.<List<String>>read(tx -> articles.listIdsByRun(tx, "run-1")))
                .contains("a-twice");
        assertThat(store.<List<String>>read(tx -> articles.listIdsByRun(tx, "run-2")))
                .doesNotContain("a-twice");
    }

    @Test
    void only_what_was_saved_exists() {
        store.run(tx -> articles.save(tx, Sample.article("a-here"), Sample.RECORDING));
        assertThat(store.<Boolean>read(tx -> articles.exists(tx, "a-here"))).isTrue();
        assertThat(store.<Boolean>read(tx -> articles.exists(tx, "a-elsewhere")))
                .isFalse();
        assertThat(store.<Optional<Article>>read(tx -> articles.find(tx, "a-elsewhere")))
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_by_id() {
        List<String> ids = List.of("p-1", "p-2", "p-3", "p-4", "p-5");
        ids.reversed().forEach(id -> store.run(tx -> articles.save(tx, Sample.article(id), Sample.RECORDING)));
        List<Article> first = store.read(tx -> articles.list(tx, "p-", 3));
        List<Article> second =
                store.read(tx -> articles.list(tx, first.getLast().id(), 2));
        assertThat(first).extracting(Article::id).containsExactly("p-1", "p-2", "p-3");
        assertThat(second).extracting(Article::id).containsExactly("p-4", "p-5");
        assertThat(store.<List<Article>>read(tx -> articles.listByIds(tx, List.of("p-4", "p-0", "p-2"))))
                .extracting(Article::id)
                .containsExactly("p-2", "p-4");
        assertThat(store.<List<String>>read(tx -> articles.listIdsBySource(tx, "wire")))
                .containsAll(ids);
    }

    @Test
    void a_search_needs_every_word_in_any_form() {
        store.run(tx -> {
            articles.save(tx, Sample.article("s-1", "Gigawatts committed in Quuxville."), Sample.RECORDING);
            articles.save(tx, Sample.article("s-2", "Nothing but quuxville here."), Sample.RECORDING);
        });
        assertThat(search("quuxville gigawatt")).containsExactly("s-1");
        assertThat(search("Quuxville")).containsExactlyInAnyOrder("s-1", "s-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "&&",
                "*",
                "text:*",
                "a AND",
                "OR OR",
                "(((",
                "\"unclosed",
                "[a TO b]",
                "x\\",
                "a~9999999",
                "\u0000",
                "* OR 1=1"
            })
    void no_input_has_a_meaning_for_the_index(String hostile) {
        assertThat(search(hostile + " zzzunheardof")).isEmpty();
    }

    private List<String> search(String text) {
        return store.read(tx -> articles.search(tx, text, 0, 20)).stream()
                .map(hit -> hit.value().id())
                .toList();
    }
}
