package org.dealgraph.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.Source;
import org.dealgraph.model.Tier;
import org.dealgraph.model.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedSourcesTest {

    @TempDir
    Path folder;

    @Test
    void ships_sources_of_every_tier_and_says_where_each_was_seen() {
        List<Source> sources = SourceFiles.load(Path.of("ingest"));

        assertThat(sources).hasSizeGreaterThan(80);
        assertThat(sources)
                .extracting(Source::tier)
                .contains(Tier.FILING, Tier.COMPANY, Tier.WIRE, Tier.TRADE, Tier.BLOG);
        assertThat(sources)
                .filteredOn(Source::checked)
                .allSatisfy(s -> assertThat(s.seen()).isNotNull());
        assertThat(sources)
                .allSatisfy(s ->
                        assertThat(WebAddress.parse(s.address())).as(s.id()).isPresent());
    }

    @Test
    void wants_filings_of_the_forms_it_names() {
        Source nvidia = SourceFiles.load(Path.of("ingest")).stream()
                .filter(s -> s.id().equals("edgar-nvidia"))
                .findFirst()
                .orElseThrow();

        assertThat(nvidia.wants(entry("NVIDIA: 8-K", List.of("8-K", "2.02")))).isTrue();
        assertThat(nvidia.wants(entry("NVIDIA: 4", List.of("4")))).isFalse();
    }

    @Test
    void finds_words_as_whole_words() throws IOException {
        write(
                "news",
                "id: news\ntitle: News\npublisher: P\ntier: TRADE\nkind: RSS\naddress: https://example.org/feed\npoll: 1h\n"
                        + "include:\n  words: [AI, data center]\nexclude:\n  words: [podcast]\nchecked: false\n");
        Source news = SourceFiles.load(folder).getFirst();

        assertThat(news.wants(entry("Big money for AI", List.of()))).isTrue();
        assertThat(news.wants(entry("Two data centers planned", List.of()))).isTrue();
        assertThat(news.wants(entry("Rain in Spain", List.of()))).isFalse();
        assertThat(news.wants(entry("AI podcast", List.of()))).isFalse();
    }

    @Test
    void names_file_and_line_of_what_is_wrong() throws IOException {
        write(
                "bad",
                "id: bad\ntitle: Bad\npublisher: P\ntier: GOLD\nkind: RSS\naddress: https://example.org/feed\npoll: 1s\nchecked: true\n");

        assertThatThrownBy(() -> SourceFiles.load(folder))
                .hasMessageContaining("sources/bad.yml:4")
                .hasMessageContaining("'poll'")
                .hasMessageContaining("'seen'");
    }

    private void write(String id, String text) throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources").resolve(id + ".yml"), text);
    }

    private static FeedEntry entry(String title, List<String> tags) {
        return new FeedEntry("id", null, null, title, null, null, null, tags, "");
    }
}
