package org.dealgraph.answer.dependence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
        assertThat(needs.of(OPENAI)).noneMatch(need -> need.what() == Need.What.COMPUTE);
    }

    @Test
    void conditions_do_not_hide_a_dependence() {
        Needs needs = of(
                Owed.by("openai").to("oracle").spend(300).flag(Flag.CONDITIONAL).term());
        assertThat(needs.of(OPENAI))
                .filteredOn(need -> need.what() == Need.What.COMPUTE)
                .hasSize(1);
    }

    @Test
    void a_chip_that_is_bought_leads_down_to_its_foundry() {
        Node some = Node.organization("new:lab");
        Needs needs = of(Owed.by("nvidia").to("new:lab").supply("gb200").term());
        Dependence lab = new Dependence(needs, some, 8);
        assertThat(lab.singlePoints()).contains(Node.product("gb200"), Node.organization("tsmc"));
        assertThat(lab.under().get(Node.organization("tsmc")))
                .startsWith(some, Node.product("gb200"))
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
                List.of(), CATALOGUE, null, List.of(Dependence.Use.of("claude", List.of("amazon-bedrock"))));
        assertThat(new Dependence(needs, Dependence.STACK, 8).singlePoints())
                .contains(Node.platform("amazon-bedrock"), Node.organization("amazon"), Node.organization("anthropic"));
    }

    @Test
    void shares_are_of_the_ways_that_tell_one_unit_and_say_how_many_do() {
        Need compute = of(
                        Owed.by("openai").to("oracle").spend(300).term(),
                        Owed.by("openai").to("aws").spend(100).term(),
                        Owed.by("tcs")
                                .to("openai")
                                .capacity(1, Power.Layer.COMPUTE)
                                .term())
                .of(OPENAI)
                .getFirst();
        assertThat(compute.ways())
                .extracting(way -> way.on().id(), way -> way.share() == null)
                .containsExactly(tuple("amazon", false), tuple("oracle", false), tuple("tata-group", true));
        assertThat(compute.told()).isEqualTo(2);
        assertThat(compute.concentration())
                .hasValueSatisfying(hhi -> assertThat(hhi).isEqualByComparingTo("0.625"));
    }

    @Test
    void who_runs_platforms_has_their_chips_beside_those_it_buys() {
        Need silicon = of(Owed.by("nvidia").to("aws").supply("gb200").term()).of(Node.organization("amazon")).stream()
                .filter(need -> need.what() == Need.What.SILICON)
                .findFirst()
                .orElseThrow();
        assertThat(silicon.ways()).extracting(Need.Way::on).contains(Node.product("gb200"), Node.product("trainium2"));
    }

    @Test
    void a_vendor_stops_with_the_only_foundry_of_its_chips_and_not_with_one_of_three_memory_vendors() {
        Needs needs = of();
        Node vendor = Node.organization("nvidia");
        assertThat(Outage.of(needs, Set.of(Node.organization("tsmc")), 2).stops(vendor))
                .isTrue();
        assertThat(Outage.of(needs, Set.of(Node.organization("sk-hynix")), 2).stops(vendor))
                .isFalse();
    }

    @Test
    void ways_that_rest_on_one_thing_have_it_in_common() {
        Needs needs = of();
        Need platforms = needs.of(Node.model("claude")).stream()
                .filter(need -> need.what() == Need.What.PLATFORM)
                .findFirst()
                .orElseThrow();
        assertThat(needs.common(platforms, 8)).doesNotContain(Node.platform("amazon-bedrock"));
        Need two = new Need(
                Node.model("claude"),
                Need.What.PLATFORM,
                platforms.ways().stream()
                        .filter(way -> way.on().id().equals("amazon-bedrock")
                                || way.on().id().equals("google-vertex-ai"))
                        .toList());
        assertThat(needs.common(two, 8)).contains(Node.organization("tsmc"));
    }

    @Test
    void my_stack_in_one_region_stops_with_it_and_in_two_clouds_does_not() {
        Dependence.Use one = new Dependence.Use("claude", List.of("amazon-bedrock"), List.of("us-east-1"), List.of());
        Dependence.Use two = new Dependence.Use(
                "claude", List.of("amazon-bedrock", "google-vertex-ai"), List.of("us-east-1"), List.of("trainium2"));
        Set<Node> region = Set.of(Node.region("us-east-1"));
        assertThat(Outage.of(Dependence.needs(List.of(), CATALOGUE, null, List.of(one)), region, 8)
                        .stops(Dependence.STACK))
                .isTrue();
        Needs both = Dependence.needs(List.of(), CATALOGUE, null, List.of(two));
        assertThat(Outage.of(both, region, 8).stops(Dependence.STACK)).isFalse();
        assertThat(new Dependence(both, Dependence.STACK, 8).under())
                .containsKeys(
                        new Node(Node.Type.DEPLOYMENT, "amazon-bedrock in us-east-1 on trainium2"),
                        Node.product("trainium2"));
    }

    private static Needs of(Term... terms) {
        return Dependence.needs(List.of(terms), CATALOGUE, null, List.of());
    }
}
