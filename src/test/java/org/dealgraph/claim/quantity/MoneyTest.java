package org.dealgraph.claim.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyTest {

    static Stream<Arguments> forms() {
        return Rendering.table("""
                worth $38 billion => USD 38000000000
                worth $38B => USD 38000000000
                worth $38bn => USD 38000000000
                worth US$38bn => USD 38000000000
                worth US $38 million => USD 38000000
                worth U.S. $ 112.7 million => USD 112700000
                worth USD 38,000 million => USD 38000000000
                worth USD38 million => USD 38000000
                worth 38 billion dollars => USD 38000000000
                worth 1.2 billion u.s. dollars => USD 1200000000
                half a trillion dollars => USD 500000000000
                a hundred billion dollars => USD 100000000000
                a quarter of a million dollars => USD 250000
                three-quarters of a billion dollars => USD 750000000
                one and a half billion dollars => USD 1500000000
                two point five million euros => EUR 2500000
                $1½ billion => USD 1500000000
                a billion and a half dollars => USD 1500000000
                $1.4 trillion => USD 1400000000000
                $6.5 M => USD 6500000
                $6.5m => USD 6500000
                $ 38 billion => USD 38000000000
                a $38-billion deal => USD 38000000000
                a billion-dollar deal => USD 1000000000
                $0.30 => USD 0.3
                $.5 million => USD 500000
                €5bn => EUR 5000000000
                20€ => EUR 20
                £1.5bn => GBP 1500000000
                50p => GBP 0.5
                ¥5.7 trillion => JPY 5700000000000
                ¥ 16,257 => JPY 16257
                ₩10 trillion => KRW 10000000000000
                10 trillion won => KRW 10000000000000
                50 trillion South Korean won => KRW 50000000000000
                ₹12,000 crore => INR 120000000000
                Rs 1.2 lakh crore => INR 1200000000000
                Rs. 2,00,000 crore => INR 2000000000000
                12 crore rupees => INR 120000000
                10,00,000 rupees => INR 1000000
                Rs. 20 => INR 20
                200亿元 => CNY 20000000000
                RMB 20 billion => CNY 20000000000
                20 billion yuan => CNY 20000000000
                A$20 billion => AUD 20000000000
                $20 million Canadian => CAD 20000000
                S$3bn => SGD 3000000000
                C$ 11.5 million => CAD 11500000
                HK$5m => HKD 5000000
                20 billion Hong Kong dollars => HKD 20000000000
                NT$1.2 trillion => TWD 1200000000000
                1.2 trillion New Taiwan dollars => TWD 1200000000000
                R$3 billion => BRL 3000000000
                kr 5 million => SEK 5000000
                300 million Swedish kronor => SEK 300000000
                20 billion Danish kroner => DKK 20000000000
                NOK 3bn => NOK 3000000000
                CHF 38 million => CHF 38000000
                25 million Swiss francs => CHF 25000000
                20 billion riyals => SAR 20000000000
                30 billion UAE dirhams => AED 30000000000
                ₱500 => PHP 500
                ฿30 => THB 30
                500 rubles => RUB 500
                RM20 million => MYR 20000000
                3000 italian lire => ITL 3000
                20 bucks => USD 20
                fifteen dollars => USD 15
                twelve hundred dollars => USD 1200
                a hundred twenty dollars and fifty cents => USD 120.5
                ten dollars and forty-three cents => USD 10.43
                69.9 cents => USD 0.699
                one hundred and twenty-three thousand four hundred and fifty-six dollars => USD 123456
                10 thousand euros => EUR 10000
                275 mln dollars => USD 275000000
                3.5 GBP => GBP 3.5
                AED 20 => AED 20
                $20K => USD 20000
                €1.234.567 => EUR 1234567
                100 m euros => EUR 100000000
                US$ 1,5 billion => USD 1500000000
                ５００億円 => JPY 50000000000
                ＄３８ billion => USD 38000000000
                $ 38 billion => USD 38000000000
                ١٢٣ dollars => USD 123
                """);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void reads_value_and_currency(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> bounds() {
        return Rendering.table("""
                more than $100 billion => USD >=100000000000
                over $5 billion => USD >=5000000000
                at least $5 billion => USD >=5000000000
                upwards of $5 billion => USD >=5000000000
                north of $5 billion => USD >=5000000000
                in excess of $5 billion => USD >=5000000000
                no less than $5 billion => USD >=5000000000
                exceeding $5 billion => USD >=5000000000
                well over $10 billion => USD >=10000000000
                a minimum of $5 billion => USD >=5000000000
                $100B+ => USD >=100000000000
                $100+ billion => USD >=100000000000
                $5 billion or more => USD >=5000000000
                $5 billion-plus => USD >=5000000000
                $5-plus billion => USD >=5000000000
                $5 billion and counting => USD >=5000000000
                >$10bn => USD >=10000000000
                its more-than-$100 billion order => USD >=100000000000
                which adds up to $21 billion => USD 21000000000
                some $5 billion => USD ~5000000000
                around $5 billion => USD ~5000000000
                roughly $5 billion => USD ~5000000000
                approximately $5 billion => USD ~5000000000
                close to $5 billion => USD ~5000000000
                nearly $5 billion => USD ~5000000000
                almost $5 billion => USD ~5000000000
                about $5 billion => USD ~5000000000
                $5 billion or so => USD ~5000000000
                ~$10bn => USD ~10000000000
                something like $5 billion => USD ~5000000000
                just over $5 billion => USD ~5000000000
                just under $5 billion => USD ~5000000000
                a shade over $5 billion => USD ~5000000000
                not quite $5 billion => USD ~5000000000
                up to $5 billion => USD <=5000000000
                up to about $5 billion => USD <=5000000000
                up to an additional $5 billion => USD <=5000000000
                as much as $5 billion => USD <=5000000000
                could climb to as much as $5 billion => USD <=5000000000
                no more than $5 billion => USD <=5000000000
                at most $5 billion => USD <=5000000000
                $5 billion at most => USD <=5000000000
                a maximum of $5 billion => USD <=5000000000
                could reach $5 billion => USD <=5000000000
                capped at $5 billion => USD <=5000000000
                potentially $5 billion => USD <=5000000000
                under $5 billion => USD <=5000000000
                below $5 billion => USD <=5000000000
                under 10 dollars => USD <=10
                talks over $5 billion of debt => USD 5000000000
                another $5 billion => USD 5000000000
                $5 billion plus $3 billion => USD 5000000000, USD 3000000000
                """);
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void reads_bounds_before_and_after(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> ranges() {
        return Rendering.table("""
                between $5 billion and $7 billion => USD 5000000000..7000000000
                between 10 and 20 dollars => USD 10..20
                $17.4 billion to $19.4 billion => USD 17400000000..19400000000
                $900 million to $1.1 billion => USD 900000000..1100000000
                $5-7 billion => USD 5000000000..7000000000
                $1-$2 billion => USD 1000000000..2000000000
                $10bn–$15bn => USD 10000000000..15000000000
                $500 million-$1 billion => USD 500000000..1000000000
                €15-20 => EUR 15..20
                $30 to $40 billion => USD 30000000000..40000000000
                $30 to 40 billion => USD 30000000000..40000000000
                two to three billion dollars => USD 2000000000..3000000000
                costs from $10 to $20 => USD 10..20
                raised from $5 billion to $7 billion => USD 5000000000, USD 7000000000
                raised from 5 to 7 billion dollars => USD 5000000000, USD 7000000000
                rose by $2 billion to $7 billion => USD 2000000000, USD 7000000000
                tens of billions of dollars => USD 10000000000..100000000000 vague
                worth "tens of billions" of dollars => USD 10000000000..100000000000 vague
                millions of dollars => USD >=2000000 vague
                hundreds of dollars => USD 100..1000 vague
                several billion dollars => USD >=2000000000 vague
                a multi-billion-dollar deal => USD >=2000000000 vague
                a multibillion-dollar deal => USD >=2000000000 vague
                an eleven-figure sum => USD 10000000000..100000000000 vague
                $5 billion now and up to another 20 billion later => USD 5000000000, USD <=20000000000
                """);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void tells_ranges_changes_and_orders_of_magnitude(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> rates() {
        return Rendering.table("""
                $1.25 billion a month => USD 1250000000/MONTH
                $5 billion annually => USD 5000000000/YEAR
                $5bn per year => USD 5000000000/YEAR
                more than $5bn a year => USD >=5000000000/YEAR
                $3/mo => USD 3/MONTH
                monthly payments of $1.25 billion => USD 1250000000/MONTH
                annual rent of $200 million => USD 200000000/YEAR
                $5 billion over a year => USD 5000000000
                $2 per GPU-hour => other 2 USD/gpu-hour
                $10 million per MW => other 10000000 USD/mw
                $50bn a gigawatt => other 50000000000 USD/gigawatt
                $38 a share => other 38 USD/share
                183 pence a share => other 1.83 GBP/share
                $0.05/kWh => other 0.05 USD/kwh
                $15 per million tokens => other 15 USD/million tokens
                $104 million, up from $90 million a year ago => USD 104000000, USD 90000000, 2025 relative
                $31 million against $10 million a year earlier => USD 31000000, USD 10000000
                $10 million a year later on => USD 10000000
                $1 billion a quarter => other 1000000000 USD/quarter
                """);
    }

    @ParameterizedTest
    @MethodSource("rates")
    void tells_rates_and_prices_from_sums(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> conversions() {
        return Rendering.table("""
                CHF 38 million ($43 million) => CHF 38000000 = USD 43000000
                ¥5.7 trillion (about $38 billion) => JPY 5700000000000 = USD ~38000000000
                ¥774.5 billion, or roughly $5 billion, => JPY 774500000000 = USD ~5000000000
                USD 5 million / EUR 4.5 million => USD 5000000 = EUR 4500000
                $8.9 billion, roughly €7.6 billion at current rates => USD 8900000000 = EUR ~7600000000
                $8.9 billion, €7.6 billion at present rates => USD 8900000000 = EUR 7600000000
                $8 billion, €7 billion and £2 billion => USD 8000000000, EUR 7000000000, GBP 2000000000
                $38 billion (A$57 billion) => USD 38000000000 = AUD 57000000000
                $38 billion ($5 billion more than planned) => USD 38000000000, USD 5000000000
                """);
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void takes_a_converted_amount_for_the_same_money(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> traps() {
        return Rendering.table("""
                the 49 won the cup => nothing
                AMD 6 GW => 6000 MW
                a model with 70B parameters => other 70000000000 parameters
                A $5 billion ticket => USD 5000000000
                Item 1.01 => nothing
                version 1.2.3.4 => nothing
                """);
    }

    @ParameterizedTest
    @MethodSource("traps")
    void leaves_lookalikes_alone(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    @Test
    void span_holds_the_bound_and_core_the_figure() {
        String text = "It will pay more than $100 billion a year.";
        MoneyAmount amount = (MoneyAmount) Quantities.read(text, null).getFirst();
        assertThat(amount.span().in(text)).isEqualTo("more than $100 billion a year");
        assertThat(amount.core().in(text)).isEqualTo("$100 billion");
        assertThat(amount.money().amount().low()).isEqualByComparingTo(new BigDecimal("100000000000"));
    }

    @Test
    void a_text_in_canadian_dollars_gives_the_bare_sign_its_meaning() {
        String text = "All figures are in Canadian dollars. The deal is worth $20 million.";
        assertThat(Rendering.of(text)).isEqualTo("CAD 20000000");
    }
}
