package org.dealgraph.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dealgraph.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpmlTest {

    @TempDir
    Path folder;

    @Test
    void reads_feeds_at_any_level_once() {
        List<Source> sources = read("""
                <opml version="2.0"><body><outline text="AI">
                <outline type="rss" text="Über &amp; unter" xmlUrl="https://example.org/feed"/>
                <outline type="rss" text="Again" xmlUrl="https://example.org/feed"/><outline text="A page" htmlUrl="https://example.org/"/>
                <outline type="atom" text="Other" xmlUrl="https://example.com/atom"/><outline text="Bad" xmlUrl="file:///etc/passwd"/></outline></body></opml>""");

        assertThat(sources).extracting(Source::id).containsExactly("uber-unter", "other");
        assertThat(sources).extracting(Source::checked).containsOnly(false);
    }

    @Test
    void brings_back_the_feeds_it_wrote() {
        List<Source> feeds = SourceFiles.load(Path.of("ingest")).stream()
                .filter(s -> s.kind() == Source.Kind.RSS || s.kind() == Source.Kind.ATOM)
                .toList();

        assertThat(read(Opml.write(feeds)))
                .extracting(Source::address)
                .containsExactlyElementsOf(feeds.stream().map(Source::address).toList());
    }

    @Test
    void brings_back_a_source_it_wrote_as_a_file() throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        List<Source> shipped = SourceFiles.load(Path.of("ingest"));
        for (Source source : shipped) {
            Files.writeString(folder.resolve("sources").resolve(source.id() + ".yml"), SourceFiles.write(source));
        }

        assertThat(SourceFiles.load(folder)).isEqualTo(shipped);
    }

    @Test
    void expands_no_entities_and_names_the_line_of_a_fault() {
        assertThatThrownBy(
                        () -> read(
                                "<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<opml><outline text='&x;' xmlUrl='https://example.org/'/></opml>"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("list.opml:2");
    }

    private static List<Source> read(String text) {
        return Opml.read(text.getBytes(StandardCharsets.UTF_8), "list.opml");
    }
}
