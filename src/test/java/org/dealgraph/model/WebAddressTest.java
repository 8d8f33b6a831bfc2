package org.dealgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://Example.ORG:80/a/../b, http://example.org/b",
        "https://0x7f.1/, https://127.0.0.1/",
        "http://[::FFFF:127.0.0.1]/, http://[::ffff:7f00:1]/",
        "http://münchen.example/ü, http://xn--mnchen-3ya.example/%C3%BC",
        "http://faß.example/, http://xn--fa-hia.example/",
        "http:\\\\example.org\\a, http://example.org/a",
        "https://user:secret@example.org/, https://user:secret@example.org/"
    })
    void serialises_an_address_in_one_form(String text, String href) {
        assertThat(WebAddress.parse(text)).get().extracting(WebAddress::href).isEqualTo(href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org/",
                "mailto:a@example.org",
                "http://",
                "http://exa mple.org/",
                "http://example.org:99999/",
                "http://1.2.3.4.5/",
                "http://[::1/",
                "http://xn--a-ecp.ru/"
            })
    void takes_nothing_else_for_an_address(String text) {
        assertThat(WebAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../c, https://example.org/a/c",
        "?q, https://example.org/a/b/?q",
        "//cdn.example.org/x, https://cdn.example.org/x",
        "/x#y, https://example.org/x#y",
        "http://other.example/, http://other.example/"
    })
    void resolves_what_is_relative(String link, String href) {
        assertThat(WebAddress.resolve("https://example.org/a/b/", link)).isEqualTo(href);
    }

    @Test
    void leaves_a_link_as_it_is_where_there_is_nothing_to_resolve_against() {
        assertThat(WebAddress.resolve("file:feed.xml", "/a")).isEqualTo("/a");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?utm_source=x&id=7&fbclid=1#top, https://example.org/a?id=7",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a.html?amp=1, https://www.example.org/a.html",
        "https://www.google.com/amp/s/www.example.org/news/a, https://www.example.org/news/a"
    })
    void names_the_page_without_what_tracks_its_readers(String address, String canonical) {
        assertThat(WebAddress.parse(address).orElseThrow().canonical().href()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/news/a", "https://www.example.org/news/a/",
                        "https://m.example.org/news/a?utm_campaign=x",
                "https://amp.example.org/news/a", "https://example.org/news/a/amp/", "https://example.org/amp/news/a",
                "https://example.org/news/a?outputType=amp", "https://example.org/news/a.amp",
                        "https://example.org/news/a/index.html",
                "https://example-org.cdn.ampproject.org/v/s/example.org/news/a?amp_js_v=0.1"
            })
    void knows_a_page_by_all_its_addresses(String address) {
        assertThat(WebAddress.parse(address).orElseThrow().identity()).isEqualTo("example.org/news/a");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/news/a, https://example.org/news/b",
                "https://example.org/a?id=1, https://example.org/a?id=2",
        "https://blog.example.org/a, https://example.org/a", "https://example.org:8443/a, https://example.org/a"
    })
    void keeps_different_pages_apart(String one, String other) {
        assertThat(WebAddress.parse(one).orElseThrow().identity())
                .isNotEqualTo(WebAddress.parse(other).orElseThrow().identity());
    }
}
