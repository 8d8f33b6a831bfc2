package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {

    private static final Robots ROBOTS = Robots.parse("""
            User-agent: *
            Disallow: /

            user-agent: Dealgraph
            User-agent: other
            Disallow: /private
            Allow: /private/news
            Disallow: /*.pdf$
            Crawl-delay: 2.5
            Sitemap: https://example.org/sitemap.xml
            """);

    @ParameterizedTest
    @CsvSource({
        "Dealgraph, /, true",
        "dealgraph, /private/x, false",
        "DEALGRAPH, https://example.org/private/news/1, true",
        "Dealgraph, /a.pdf, false",
        "Dealgraph, /a.pdf?x, true",
        "Somebody, /, false",
        "other, /private, false"
    })
    void lets_the_longest_rule_of_ones_own_group_decide(String agent, String address, boolean allowed) {
        assertThat(ROBOTS.allows(agent, address)).isEqualTo(allowed);
    }

    @Test
    void reads_the_pause_and_bounds_it() {
        assertThat(ROBOTS.delay("Dealgraph")).contains(Duration.ofMillis(2500));
        assertThat(Robots.parse("user-agent: *\ncrawl-delay: 86400").delay("x")).contains(Duration.ofMinutes(1));
    }

    @Test
    void costs_little_however_many_stars() {
        Robots robots = Robots.parse("user-agent: *\ndisallow: /" + "*a".repeat(5_000) + "b");

        assertThat(robots.allows("x", "/" + "a".repeat(100_000))).isTrue();
    }
}
