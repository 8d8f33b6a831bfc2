package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dealgraph.model.Article;
import org.dealgraph.pipeline.HostileDocuments.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile documents of every kind end in time and in a small heap, load nothing, and what is read of them is plain text of
 * bounded size. Time is the thread's own, so that other work on the machine does not count.
 */
class HostileDocumentsTest {

    private static final int KINDS = 64;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Map<String, Hostile> ALL = HostileDocuments.all();

    static Stream<String> kinds() {
        return ALL.keySet().stream();
    }

    @Test
    void there_are_sixty_four_kinds_at_least() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(KINDS);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void is_read_in_time_and_nothing_active_comes_out(String kind) {
        Hostile hostile = Objects.requireNonNull(ALL.get(kind));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Input> inputs = new Documents().read(hostile.file(), hostile.body(), null, Instant.EPOCH);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;

        assertThat(Duration.ofNanos(spent)).isLessThan(LONGEST);
        for (Input input : inputs) {
            if (input instanceof Input.Document document) {
                holdsPlainText(document.article(), kind.startsWith("escaped"));
            }
        }
    }

    private static void holdsPlainText(Article article, boolean speaksOfScript) {
        assertThat(article.text()).hasSizeLessThanOrEqualTo(1 << 20).doesNotContain("root:x:0");
        assertThat(article.title()).hasSizeLessThanOrEqualTo(1_000);
        assertThat(article.address()).doesNotStartWith("javascript:").doesNotStartWith("data:");
        if (!speaksOfScript) {
            assertThat(article.title() + article.byline() + article.publisher() + article.text())
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContainIgnoringCase("onerror=");
        }
    }
}
