package org.dealgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dealgraph.article.Reading.Read;
import org.dealgraph.article.Reading.Unread;
import org.dealgraph.article.Reading.Why;
import org.dealgraph.model.Article;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {

    private static final String ADDRESS = "https://www.example.org/news/deal?utm_source=x";
    private static final Origin ORIGIN = new Origin("test", null, Tier.TRADE, Instant.parse("2026-04-23T08:00:00Z"));
    private static final String FIRST =
            "The start-up will rent computing capacity worth $10 billion over five years, the two companies said on Wednesday.";
    private static final String SECOND =
            "The first of the sites is to open early next year, and the agreement leaves room for a further gigawatt after that.";
    private static final String THIRD =
            "Neither side would say how the capacity is to be paid for, but analysts expect the lender to take part of the risk.";

    private static Reading reading(String html) {
        return new ArticleReader().read(new Page(html.getBytes(StandardCharsets.UTF_8), "text/html", ADDRESS), ORIGIN);
    }

    private static Article read(String html) {
        return ((Read) reading(html)).article();
    }

    private static String paragraphs() {
        return "<p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";
    }

    @Test
    void reads_what_a_page_says_of_itself() {
        Article article = read("""
                <html lang="en-US"><head><title>Big deal | Example News</title>
                <link rel="canonical" href="/news/deal?utm_medium=y">
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
                 "headline": "Big deal &amp; more", "author": [{"@type": "Person", "name": "A. Writer"}, {"name": "B. Writer"}],
                 "publisher": {"name": "Example News"}, "datePublished": "2026-04-22T22:30:00-05:00", "dateModified": "2026-04-23T06:00:00Z"}]}</script>
                </head><body><nav><a href="/">Home</a></nav><h1>Big deal &amp; more</h1><article>%s</article></body></html>""".formatted(paragraphs()));

        assertThat(article.title()).isEqualTo("Big deal & more");
        assertThat(article.byline()).isEqualTo("A. Writer, B. Writer");
        assertThat(article.publisher()).isEqualTo("Example News");
        assertThat(article.published()).hasToString("2026-04-22");
        assertThat(article.modified()).isEqualTo(Instant.parse("2026-04-23T06:00:00Z"));
        assertThat(article.address()).isEqualTo("https://www.example.org/news/deal");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property='article:published_time' content='2026-04-22T10:00:00Z'>",
                        "<meta name=date content='22 April 2026'>",
                "<body><article><time datetime='2026-04-22'>yesterday</time>",
                        "<body><div class=post-date>Apr. 22, 2026</div>",
                "<body><p>SAN FRANCISCO, April 22, 2026 (GLOBE NEWSWIRE) -- Example Inc. today said that it is well.</p>"
            })
    void finds_the_date_wherever_it_stands(String html) {
        assertThat(read("<html>" + html + paragraphs()).published()).hasToString("2026-04-22");
    }

    @Test
    void leaves_out_what_surrounds_the_article() {
        Article article = read("""
                <body><header class="site-header"><p>The newspaper of record for those who build and pay for very large computers, since 1999.</p></header>
                <div class="cookie-banner"><p>We use cookies to give you the best experience on this site, and to show you advertisements.</p></div>
                <main><div class="story-body"><h1>Big deal</h1>
                <p>%s</p><div class="newsletter-signup"><p>Sign up for our newsletter, which tells you what matters every morning before breakfast.</p></div>
                <figure><img src=x><figcaption>The chief executive in front of a building that is going to be finished next year.</figcaption></figure>
                <p>%s</p><p>Read more: <a href="/other">Another deal that was signed last week</a></p><p>%s</p>
                <h3>Related stories</h3><ul><li><a href="/a">One more deal of the same kind</a></li><li><a href="/b">And yet another</a></li></ul></div>
                <aside><p>Most read: the ten largest deals of the year, and what became of all of them in the end.</p></aside>
                <section id="comments"><p>I have always said that this would happen, and nobody believed me when I said so at the time.</p></section></main>
                <footer><p>Copyright 2026 Example News. All rights reserved. Reproduction only with our written consent.</p></footer></body>""".formatted(FIRST, SECOND, THIRD));

        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
    }

    @Test
    void keeps_a_table_row_by_row() {
        Article article = read(
                "<article>" + paragraphs()
                        + "<table><tr><th>Year</th><th>Megawatts</th></tr><tr><td>2027</td><td> 250 </td></tr></table></article>");

        assertThat(article.text()).endsWith("Year | Megawatts\n\n2027 | 250");
    }

    @Test
    void reads_a_filing_without_its_hidden_header() {
        Article article = read("""
                <html><head><title>nvda-20260225</title></head><body><div style="display:none"><ix:header><p>Some hidden facts that stand in every such
                filing, of which there are a great many.</p></ix:header></div><div><span>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</span></div>
                <div style="text-align:center"><span>FORM 8-K</span></div><div><span>Item 1.01 Entry into a Material Definitive Agreement.</span></div>
                <div><span>%s</span></div><div><span>%s</span></div><div><span>%s</span></div></body></html>""".formatted(FIRST, SECOND, THIRD));

        assertThat(article.text()).contains("Item 1.01", FIRST, SECOND, THIRD).doesNotContain("hidden facts");
    }

    @Test
    void reads_a_whole_submission_with_its_exhibits() {
        Article article = read("""
                <SEC-DOCUMENT>0001-26-1.txt : 20260225
                <SEC-HEADER>
                COMPANY CONFORMED NAME:\t\tEXAMPLE & SONS INC
                FILED AS OF DATE:\t\t20260225
                </SEC-HEADER>
                <DOCUMENT>
                <TYPE>8-K
                <TEXT>
                <html><head><title>x</title></head><body><div><span>%s</span></div><div><span>%s</span></div></body></html>
                </TEXT>
                </DOCUMENT>
                <DOCUMENT>
                <TYPE>EX-99.1
                <TEXT>
                %s
                </TEXT>
                </DOCUMENT>
                <DOCUMENT>
                <TYPE>GRAPHIC
                <TEXT>
                begin 644 picture.jpg
                </TEXT>
                </DOCUMENT>""".formatted(FIRST, SECOND, THIRD));

        assertThat(article.title()).isEqualTo("EXAMPLE & SONS INC: 8-K");
        assertThat(article.publisher()).isEqualTo("EXAMPLE & SONS INC");
        assertThat(article.published()).hasToString("2026-02-25");
        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
    }

    @Test
    void reads_a_release_laid_out_with_tables_and_line_breaks() {
        Article article = read("<table><tr><td><a href=/>Home</a></td><td>" + FIRST + "<br><br>" + SECOND + "<br><br>"
                + THIRD + "</td></tr></table>");

        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAYWALL|<article><p>The start-up will rent computing capacity worth billions over five years, the companies said…</p><div class=paywall>Subscribe to continue reading</div></article>",
                "CONSENT|<title>Before you continue</title><body><p>We and our 842 partners store and access information on a device. Accept all cookies or manage your choices.</p>",
                "BLOCKED|<title>Just a moment...</title><body><p>Checking your browser before accessing the site. Please enable JavaScript and cookies to continue, this takes seconds.</p>",
                "BLOCKED|<title>404</title><body><h1>Page not found</h1><p>The page that you are looking for has moved or was never there in the first place, so sorry.</p>",
                "NO_TEXT|<body><nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></nav>",
                "NO_TEXT|<body><script>render()</script>"
            })
    void says_why_a_page_is_no_article(Why why, String html) {
        assertThat(reading("<html>" + html))
                .isInstanceOfSatisfying(
                        Unread.class, unread -> assertThat(unread.why()).isEqualTo(why));
    }

    @Test
    void takes_a_whole_article_though_it_also_offers_a_subscription() {
        String html = "<article>" + paragraphs().repeat(8)
                + "</article><div class=paywall-offer>Subscribe for full access</div>";

        assertThat(reading(html)).isInstanceOf(Read.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7 x", "PK\u0003\u0004 zip", "\u0000\u0001\u0002\u0003\u0004\u0005\u0006"})
    void takes_no_picture_archive_or_document_for_text(String body) {
        Reading reading = new ArticleReader()
                .read(new Page(body.getBytes(StandardCharsets.ISO_8859_1), "text/html", ADDRESS), ORIGIN);

        assertThat(reading).isEqualTo(new Unread(Why.NOT_TEXT, ADDRESS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|Das Unternehmen wird in den nächsten fünf Jahren Rechenleistung für zehn Milliarden Dollar mieten, und die erste der Anlagen ist für das Frühjahr geplant, wie es am Mittwoch mitteilte.",
                "fr|La société va louer de la puissance de calcul pour dix milliards de dollars sur cinq ans, et le premier des sites est prévu pour le printemps, a-t-elle dit mercredi dans un communiqué.",
                "ja|同社は今後五年間で百億ドル相当の計算能力を借りると水曜日に発表しました。最初の施設は来年の春に開設される予定です。この契約にはさらに一ギガワットの追加が含まれています。資金の調達方法については明らかにされていません。またリスクの一部は金融機関が負うとみられています。"
            })
    void keeps_other_languages_and_marks_them(String language, String text) {
        assertThat(read("<html lang=en><article><p>" + text + "</p></article>").language())
                .isEqualTo(language);
    }

    @Test
    void reads_plain_text_with_its_title_and_date() {
        Article article = ((Read) new ArticleReader()
                        .readText(
                                "BACK TO BLOG\r\nApril 22, 2026A. Writer\r\n\r\nA title of some length\r\n\r\n" + FIRST
                                        + "\r\n",
                                "file:a.txt",
                                ORIGIN))
                .article();

        assertThat(article.title()).isEqualTo("A title of some length");
        assertThat(article.published()).hasToString("2026-04-22");
        assertThat(article.text())
                .isEqualTo("BACK TO BLOG\nApril 22, 2026A. Writer\n\nA title of some length\n\n" + FIRST);
        assertThat(article.address()).isEqualTo("file:a.txt");
    }

    @Test
    void reads_an_entry_of_a_feed_by_its_own_words() {
        FeedEntry entry = new FeedEntry(
                "1",
                null,
                "https://example.org/a?utm_source=rss",
                "Deal",
                Instant.parse("2026-04-22T10:00:00Z"),
                null,
                "A. Writer",
                List.of(),
                paragraphs());

        Article article = ((Read) new ArticleReader().readEntry(entry, "feed#1", ORIGIN)).article();

        assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + THIRD);
        assertThat(article.address()).isEqualTo("https://example.org/a");
        assertThat(article.published()).hasToString("2026-04-22");
    }

    @Test
    void gives_the_same_words_at_the_same_address_the_same_id() {
        Article first = read("<html><title>A</title>" + paragraphs());
        Article second = read("<html><title>B</title><nav>x</nav>" + paragraphs());

        assertThat(first.id()).isEqualTo(second.id()).matches("a-[0-9a-f]{32}");
        assertThat(read("<html>" + paragraphs().replace("$10", "$11")).id()).isNotEqualTo(first.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<p><a>", "<svg>", "<select><option>"})
    void survives_any_depth(String tag) {
        assertThat(reading("<html><body>" + tag.repeat(50_000) + "text")).isInstanceOf(Unread.class);
    }

    @Test
    void lets_nothing_through_that_is_no_text() {
        String text = read("<article>" + paragraphs()
                        + "<p>&lt;script&gt;alert(1)&lt;/script&gt; is harmless, since it is only shown as text here.</p>"
                        + "<script>evil()</script><style>p{}</style><noscript>no</noscript><template><p>t</p></template></article>")
                .text();

        assertThat(text)
                .endsWith("<script>alert(1)</script> is harmless, since it is only shown as text here.")
                .doesNotContain("evil", "p{}");
    }
}
