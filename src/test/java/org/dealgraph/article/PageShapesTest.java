package org.dealgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dealgraph.article.Reading.Read;
import org.dealgraph.article.Reading.Unread;
import org.dealgraph.article.Reading.Why;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small pages of our own, one for each shape in which news comes: what is article, what is around it, and what it says of itself. */
class PageShapesTest {

    private static final List<String> PARAGRAPHS = List.of(
            "Hillside Power said on Tuesday that it would supply 400 megawatts to a data center that Lakeview Compute"
                    + " is building near the town of Barrow.",
            "The agreement runs for twelve years and begins in 2028, when the first of four halls is expected to be"
                    + " ready, the companies said in a joint statement.",
            "Lakeview will pay about $1.2 billion over the term, according to two people who have read the contract"
                    + " and asked not to be named because it is private.",
            "A spokeswoman for Hillside said the price follows an index and that the utility keeps the right to sell"
                    + " what the halls do not use.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "news|Hillside to power Lakeview's halls|Dana Alder, Kim"
                        + " Birch|2026-03-03|https://courier.example/2026/03/03/hillside-lakeview",
                "wire|Hillside Power and Lakeview Compute Sign Twelve-Year"
                        + " Agreement||2026-03-03|https://courier.example/wire",
                "filing|HILLSIDE POWER CORP.: 8-K||2026-03-03|https://courier.example/filing",
                "filing-marked|Hillside Power Corp.: 8-K||2026-03-03|https://courier.example/filing-marked",
                "blog|Why the Barrow deal matters|Robin Cedar|2026-03-05|https://courier.example/2026/03/barrow/",
                "amp|Hillside to power Lakeview's halls|Dana"
                        + " Alder|2026-03-03|https://courier.example/hillside-lakeview",
                "live|Power talks live: Hillside and Lakeview||2026-03-03|https://courier.example/live",
                "german|Hillside liefert Strom für Rechenzentrum|Dana Erle|2026-03-03|https://courier.example/german",
                "breaks|Hillside to power Lakeview's halls||2026-03-03|https://courier.example/breaks",
                "divs|Hillside to power Lakeview's halls||2026-03-03|https://courier.example/divs",
                "tail|Hillside to power Lakeview's halls||2026-03-03|https://courier.example/tail"
            })
    void reads_what_a_page_says_of_itself(
            String page, String title, String byline, PartialDate published, String address) throws IOException {
        Article article = article(page);

        assertThat(article.title()).isEqualTo(title);
        assertThat(article.byline()).isEqualTo(byline);
        assertThat(article.published()).isEqualTo(published);
        assertThat(article.address()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"news", "amp", "breaks", "divs", "tail"})
    void reads_the_article_and_nothing_around_it(String page) throws IOException {
        assertThat(article(page).text().split("\n\n")).containsExactlyElementsOf(PARAGRAPHS);
    }

    @Test
    void keeps_rows_of_tables_quotes_lists_and_updates() throws IOException {
        assertThat(article("wire").text()).contains("Hall | Megawatts | Ready", "Two | 100 | 2029");
        assertThat(article("filing").text()).contains("2029 | $ | 100 million");
        assertThat(article("blog").text())
                .contains("nobody knows where the index will be", "Four halls of 100 MW each")
                .doesNotContain("Share this", "Great post");
        assertThat(article("live").text()).contains("Update 0", "Update 7");
    }

    @ParameterizedTest
    @CsvSource({"wall, PAYWALL", "consent, CONSENT"})
    void tells_what_stands_before_an_article(String page, Why why) throws IOException {
        assertThat(read(page))
                .isInstanceOfSatisfying(
                        Unread.class, unread -> assertThat(unread.why()).isEqualTo(why));
    }

    private static Article article(String page) throws IOException {
        return ((Read) read(page)).article();
    }

    private static Reading read(String page) throws IOException {
        try (InputStream in = PageShapesTest.class.getResourceAsStream("/pages/" + page + ".html")) {
            byte[] body = Objects.requireNonNull(in).readAllBytes();
            return new ArticleReader()
                    .read(
                            new Page(body, "text/html; charset=utf-8", "https://courier.example/" + page),
                            new Origin("test", null, Tier.TRADE, Instant.EPOCH));
        }
    }
}
