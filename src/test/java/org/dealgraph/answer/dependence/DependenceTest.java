package org.dealgraph.answer.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dealgraph.answer.Owed;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Power;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.junit.jupiter.api.Test;

class DependenceTest {

    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("ingest"));
    private static final Node OPENAI = Node.organization("openai");

    @Test
    void a_lab_rests_on_its_clouds_by_the_money_it_has_committed() {
        Need compute = of(
                        Owed.by("openai").to("oracle").spend(300).term(),
                        Owed.by("openai").to("aws").spend(100).term())
                .of(OPENAI)
                .getFirst();
        assertThat(compute.what()).isEqualTo(Need.What.COMPUTE);
        assertThat(compute.ways()).extracting(way -> way.on().id()).containsExactly("amazon", "oracle");
        assertThat(compute.ways().getLast().share()).isEqualByComparingTo("0.75");
        assertThat(compute.ways().getLast().unit()).isEqualTo("USD committed");
    }

    @Test
    void no_share_is_made_up_where_one_way_tells_no_sum() {
        Need compute = of(
                        Owed.by("openai").to("oracle").spend(300).term(),
                        Owed.by("aws")
                                .to("openai")
                                .capacity(2, Power.Layer.COMPUTE)
                                .term())
                .of(OPENAI)
                .getFirst();
        assertThat(compute.ways()).hasSize(2).allMatch(way -> way.share() == null);
    }

    @Test
    void talks_and_ended_deals_hold_nothing_up() {
        Needs needs = of(
                Owed.by("openai").to("oracle").spend(300).stage(Stage.TALKS).term(),
                Owed.by("openai").to("aws").spend(100).stage(Stage.CANCELLED).term());
        assertThat(needs.of(OPENAI)).isEmpty();
    }

    @Test
    void conditions_do_not_hide_a_dependence() {
        Needs needs = of(
                Owed.by("openai").to("oracle").spend(300).flag(Flag.CONDITIONAL).term());
        assertThat(needs.of(OPENAI)).hasSize(1);
    }

    @Test
    void a_chip_that_is_bought_leads_down_to_its_foundry() {
        Needs needs = of(Owed.by("nvidia").to("openai").supply("gb200").term());
        Dependence lab = Dependence.of(needs, OPENAI, 8, true);
        assertThat(lab.singlePoints()).contains(Node.product("gb200"), Node.organization("tsmc"));
        assertThat(lab.under().get(Node.organization("tsmc")))
                .startsWith(OPENAI, Node.product("gb200"))
                .endsWith(Node.organization("tsmc"));
    }

    @Test
    void a_model_on_several_platforms_survives_one_of_them() {
        Needs needs = of();
        Node claude = Node.model("claude");
        List<Node> platforms = needs.of(claude).stream()
                .filter(need -> need.what() == Need.What.PLATFORM)
                .flatMap(need -> need.ways().stream())
                .map(Need.Way::on)
                .toList();
        assertThat(platforms).contains(Node.platform("amazon-bedrock"), Node.platform("google-vertex-ai"));
        assertThat(Outage.of(needs, Set.of(Node.platform("amazon-bedrock")), 1).stops(claude))
                .isFalse();
        assertThat(Outage.of(needs, Set.of(Node.organization("anthropic")), 1).stops(claude))
                .isTrue();
    }

    @Test
    void my_stack_rests_on_what_its_platforms_rest_on() {
        Needs needs = Dependence.needs(
                List.of(), CATALOGUE, null, List.of(new Dependence.Use("claude", List.of("amazon-bedrock"))));
        assertThat(Dependence.of(needs, Dependence.STACK, 8, true).singlePoints())
                .contains(Node.platform("amazon-bedrock"), Node.organization("amazon"), Node.organization("anthropic"));
    }

    private static Needs of(Term... terms) {
        return Dependence.needs(List.of(terms), CATALOGUE, null, List.of());
    }
}
