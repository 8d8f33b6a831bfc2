package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Deal;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Model;
import org.dealgraph.model.Organization;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Platform;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Product;
import org.dealgraph.model.Region;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Site;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;

class JsonTest {

    private static final List<Class<? extends Record>> NOUNS = List.of(
            Article.class,
            Claim.class,
            Deal.class,
            FeedEntry.class,
            Judgement.class,
            Model.class,
            Organization.class,
            Platform.class,
            Product.class,
            Region.class,
            Revision.class,
            Site.class,
            SourcedClaim.class);

    @Property(tries = 300)
    void reading_gives_back_an_equal_record_and_the_same_text(@ForAll long seed) {
        AnyRecord any = new AnyRecord(seed);
        for (Class<? extends Record> noun : NOUNS) {
            Record record = any.of(noun);
            String text = Json.write(record);
            Record back = Json.read(text, noun);
            assertThat(back).isEqualTo(record);
            assertThat(Json.write(back)).isEqualTo(text);
        }
    }

    @Example
    void keys_are_sorted_and_nulls_left_out() {
        assertThat(Json.write(new Region("us", "United States", Region.Kind.COUNTRY, null, null)))
                .isEqualTo("{\"id\":\"us\",\"kind\":\"COUNTRY\",\"name\":\"United States\"}");
    }

    @Example
    void decimals_are_plain_and_an_open_end_is_left_out() {
        assertThat(Json.write(Interval.atLeast(new BigDecimal("1E+11"))))
                .isEqualTo("{\"bound\":\"AT_LEAST\",\"low\":100000000000,\"value\":100000000000}");
    }

    @Example
    void dates_keep_their_precision() {
        assertThat(Json.write(List.of(PartialDate.parse("2027-H2"), PartialDate.parse("2026-10-05"))))
                .isEqualTo("[\"2027-H2\",\"2026-10-05\"]");
    }

    @Example
    void sets_are_written_in_order_whatever_order_they_have() {
        Set<Flag> turned = new LinkedHashSet<>(List.of(Flag.CANCELABLE, Flag.CONDITIONAL));
        assertThat(Json.write(turned)).isEqualTo(Json.write(EnumSet.copyOf(turned)));
        assertThat(Json.write(new Claim.Standing(Stage.AGREED, turned, Polarity.ASSERTS, AmountRelation.whole())))
                .contains("\"flags\":[\"CONDITIONAL\",\"CANCELABLE\"]");
    }

    @Example
    void text_that_is_no_record_is_refused_by_the_name_of_the_record() {
        assertThatThrownBy(() -> Json.read("{\"id\":", Region.class))
                .isInstanceOf(GraphException.class)
                .hasMessage("could not read from JSON: Region");
    }
}
