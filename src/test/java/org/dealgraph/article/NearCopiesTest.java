package org.dealgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearCopiesTest {

    private static final String REPORT = """
            %1$s to invest $%3$s billion in %2$s

            %1$s said on Tuesday it would invest $%3$s billion in %2$s, a step that deepens a partnership which began three years ago.

            Under the agreement the start-up will buy computing capacity from its new shareholder for ten years, and both firms will work on chips for training large models together.

            "We are glad to take this next step," the chief executive of %2$s said in a statement, adding that demand had grown faster than anyone in the company had planned for.

            The deal still needs the consent of regulators, who have looked closely at such arrangements since last summer and may ask for changes to its terms.

            Shares in %1$s rose slightly in early trading, while analysts wondered how the sum would be paid and when the first of the new data centres could open.""";

    @Test
    void takes_the_same_text_for_a_copy() {
        String text = REPORT.formatted("Amazon", "Anthropic", "5");

        assertThat(NearCopies.areCopies(
                        text, text + "\n\nReporting by a correspondent in Seattle; editing by the desk"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Amazon, Anthropic, 8",
        "Google, Anthropic, 5",
        "Amazon, OpenAI, 5",
        "Microsoft, Mistral, 3",
        "Nvidia, xAI, 2.5"
    })
    void keeps_reports_apart_that_say_the_same_of_others(String investor, String investee, String billions) {
        String text = REPORT.formatted("Amazon", "Anthropic", "5");

        assertThat(NearCopies.areCopies(text, REPORT.formatted(investor, investee, billions)))
                .isFalse();
    }

    @Test
    void keeps_a_report_apart_in_which_one_number_differs() {
        String text = REPORT.formatted("Amazon", "Anthropic", "5");

        assertThat(NearCopies.areCopies(text, text.replace("for ten years", "for 12 years")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void finds_a_rewrite_that_keeps_nine_words_of_ten(int seed) {
        String text = REPORT.formatted("Amazon", "Anthropic", "5");
        Random random = new Random(seed);
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        int changed = 0;
        while (changed < words.size() / 10) {
            int at = random.nextInt(words.size());
            if (words.get(at).matches("[a-z]{3,}")) {
                words.set(at, "reworded");
                changed++;
            }
        }

        assertThat(NearCopies.areCopies(text, String.join(" ", words))).isTrue();
    }

    @Test
    void finds_a_copy_that_lost_its_last_paragraph() {
        String text = REPORT.formatted("Amazon", "Anthropic", "5");

        assertThat(NearCopies.areCopies(text, text.substring(0, text.lastIndexOf("\n\n"))))
                .isTrue();
    }

    @Test
    void keeps_two_accounts_of_one_event_apart() {
        String other = """
                Anthropic takes $5 billion from Amazon

                The maker of Claude has raised another round from the Seattle company, which already held a stake. In return it promised to rent servers from Amazon's cloud arm over the coming decade.

                Regulators have yet to agree. Investors took the news calmly, and the stock hardly moved before noon.""";

        assertThat(NearCopies.areCopies(REPORT.formatted("Amazon", "Anthropic", "5"), other))
                .isFalse();
    }

    @Test
    void groups_copies_whatever_the_order_and_names_the_earliest_first() {
        String text = REPORT.formatted("Amazon", "Anthropic", "5");
        List<Article> articles = new ArrayList<>(Stream.of(
                        article("late", text + "\n\nCopyright of the wire", "2026-04-22"),
                        article("early", text, "2026-04-20"),
                        article("other", REPORT.formatted("Google", "Anthropic", "5"), "2026-04-19"),
                        article("middle", text.replace("slightly", "a little"), "2026-04-21"))
                .toList());

        List<List<String>> groups = NearCopies.groups(articles);
        Collections.reverse(articles);

        assertThat(groups).containsExactly(List.of("early", "middle", "late")).isEqualTo(NearCopies.groups(articles));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Amazon to invest $5 billion in start-up | Google to invest $5 billion in start-up | false",
                "Amazon To Invest In Start-Up | Google To Invest In Start-Up | false",
                "Cloud firm to invest $5 billion | Cloud firm to invest $8 billion | false",
                "Cloud firm to invest $5 billion | Cloud firm to invest $5bn | true",
                "Cloud firm to invest in start-up | Chip maker and start-up: what the deal means | true",
                "Cloud firm to invest in start-up | UPDATE 1 Cloud firm to invest in start-up | true",
                "Start-up takes money | | true"
            })
    void looks_at_headlines_where_the_texts_name_nobody(String one, String other, boolean copies) {
        String body = REPORT.formatted("The company", "the start-up", "many").substring(60);

        Article a = titled("a", one, body);
        Article b = titled("b", other == null ? "" : other, body);

        assertThat(NearCopies.areCopies(a, b)).isEqualTo(copies).isEqualTo(NearCopies.areCopies(b, a));
    }

    private static Article titled(String id, String title, String text) {
        return article(id, title, text, "2026-04-20");
    }

    private static Article article(String id, String text, String published) {
        return article(id, "", text, published);
    }

    private static Article article(String id, String title, String text, String published) {
        return new Article(
                id,
                "https://example.org/" + id,
                "test",
                null,
                Tier.WIRE,
                title,
                null,
                PartialDate.parse(published),
                null,
                null,
                "en",
                text,
                null,
                null);
    }
}
