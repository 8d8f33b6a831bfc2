package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Totals;
import org.dealgraph.deal.DealTraps;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stories that others sum up wrongly, through the whole pipeline. Where a test says "texts", the reader reads them; the
 * other claims are built by hand, since it does not read every way of putting them.
 */
@ExtendWith(Neo4jTest.class)
class DealTrapsTest {

    private static final String TRUTH = """
            Anthropic extends its work with Amazon

            April 20, 2026

            Anthropic has committed more than $100 billion to AWS over ten years.
            """;

    private static GraphStore store;
    private static ApplicationContext context;

    @BeforeAll
    static void start(GraphStore opened) {
        store = opened;
        context = RunningApplication.on(opened);
    }

    @AfterAll
    static void stop() {
        Wiped.articlesAndDecisions(store);
        context.close();
    }

    @BeforeEach
    void wipe() {
        Wiped.articlesAndDecisions(store);
    }

    static IntStream turned() {
        return IntStream.range(0, DealTraps.turned().size());
    }

    static IntStream own() {
        return IntStream.range(0, DealTraps.own().size());
    }

    @ParameterizedTest
    @MethodSource("turned")
    void spending_that_is_turned_round_disputes_it_and_enters_no_total(int which) {
        take(List.of(DealTraps.spending(), DealTraps.turned().get(which)));
        assertThat(terms()).singleElement().satisfies(term -> {
            assertThat(term.from()).containsExactly("anthropic");
            assertThat(term.disputes()).hasSize(1);
        });
        assertThat(billions(Basis.HEADLINE, ClaimKind.SPEND)).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("own")
    void what_a_seller_spends_on_its_own_account_is_a_deal_of_its_own(int which) {
        take(List.of(DealTraps.spending(), DealTraps.own().get(which)));
        assertThat(terms())
                .hasSize(2)
                .allSatisfy(term -> assertThat(term.disputes()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS has signed a contract to buy more than $100 billion of computing power from Anthropic.",
                "Amazon has signed a contract to buy $100 billion of computing power from Anthropic.",
                "AWS will pay Anthropic more than $100 billion over ten years for cloud computing.",
                "Amazon will pay Anthropic $100 billion for computing capacity over ten years.",
                "AWS agreed to purchase $100 billion of cloud services from Anthropic over a decade.",
                "Amazon agreed to buy more than $100 billion of cloud computing from Anthropic.",
                "AWS has committed to buy $100 billion of compute from Anthropic over ten years.",
                "Amazon has agreed to pay $100 billion to Anthropic for cloud capacity.",
                "AWS signed a $100 billion cloud contract to buy computing power from Anthropic.",
                "Amazon will purchase more than $100 billion of computing capacity from Anthropic over ten years."
            })
    void texts_that_turn_it_round_never_become_spending_on_anthropic(String sentence) {
        texts(TRUTH, "A blog looks at the contract\n\nApril 21, 2026\n\n" + sentence);
        assertThat(terms())
                .noneMatch(term -> term.kind() == ClaimKind.SPEND
                        && term.counted()
                        && term.to().contains("anthropic"));
        assertThat(billions(Basis.HEADLINE, ClaimKind.SPEND)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amazon will spend $100 billion on data centers this year.",
                "Amazon plans to spend $100 billion on its own data centers in 2026.",
                "Amazon will spend $11 billion on a data center campus in Indiana.",
                "Microsoft will spend $100 billion on data centers.",
                "Amazon will buy $100 billion of chips from NVIDIA.",
                "Amazon will invest $5 billion in Anthropic.",
                "OpenAI has signed a contract to buy $38 billion of computing power from AWS.",
                "Google will invest $10 billion in Anthropic.",
                "Amazon will build data centers worth $20 billion in Pennsylvania.",
                "Meta will spend $100 billion on data centers."
            })
    void texts_of_what_others_spend_leave_it_undisputed(String sentence) {
        texts(TRUTH, "Another story\n\nApril 21, 2026\n\n" + sentence);
        assertThat(terms())
                .filteredOn(term -> term.from().equals(List.of("anthropic")))
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.disputes()).isEmpty();
                    assertThat(term.supports()).hasSize(1);
                });
    }

    @Test
    void a_letter_of_intent_that_equity_replaced_leaves_thirty_billion_firm() {
        take(DealTraps.letterThenEquity());
        assertThat(billions(Basis.FIRM, ClaimKind.INVEST)).isEqualTo(30);
        assertThat(billions(Basis.HEADLINE, ClaimKind.INVEST)).isEqualTo(30);
        assertThat(terms())
                .flatExtracting(Term::links)
                .extracting(TermLink::kind)
                .containsExactly(TermLink.Kind.REPLACES);
    }

    @Test
    void texts_of_the_letter_and_of_the_equity_make_no_hundred_and_thirty_firm() {
        texts("""
                NVIDIA and OpenAI sign a letter of intent

                September 22, 2025

                NVIDIA has signed a letter of intent to invest up to $100 billion in OpenAI.
                """, """
                OpenAI closes a round

                February 27, 2026

                NVIDIA will invest $30 billion in OpenAI.
                """);
        assertThat(terms()).hasSize(2);
        assertThat(billions(Basis.FIRM, ClaimKind.INVEST)).isEqualTo(30);
    }

    @Test
    void guarantees_that_stand_for_the_same_leases_count_once() {
        take(DealTraps.sameLeases());
        assertThat(terms()).hasSize(2);
        assertThat(billions(Basis.HEADLINE, ClaimKind.LEND)).isEqualTo(42);
    }

    private static void take(Collection<SourcedClaim> claims) {
        Stated.articles(List.copyOf(claims))
                .forEach(article -> context.getBean(Intake.class).takeStated(article, "a run"));
    }

    private static void texts(String... texts) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String text : texts) {
            files.put("text-" + files.size() + ".txt", text);
        }
        context.getBean(Intake.class).take(RunningApplication.read(files));
    }

    private static List<Term> terms() {
        return RunningApplication.terms(context);
    }

    private static double billions(Basis basis, ClaimKind kind) {
        return Totals.of(new ArrayList<>(terms()), Scope.everything(), basis).stream()
                .filter(total -> total.category().kind() == kind)
                .mapToDouble(total -> total.amount().value().doubleValue() / 1e9)
                .sum();
    }
}
