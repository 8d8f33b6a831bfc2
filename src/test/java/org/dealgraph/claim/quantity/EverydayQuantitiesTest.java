package org.dealgraph.claim.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts and dates as people write them everywhere, far from news about chips; the reference day is a Tuesday. */
class EverydayQuantitiesTest {

    static Stream<Arguments> money() {
        return Rendering.table("""
                the fare was $3.5 m => USD 3500000
                they paid €1.234,56 for it => EUR 1234.56
                they paid EUR 30.000.000,00 for it => EUR 30000000
                they paid $ 1 234 567 in all => USD 1234567
                the dam cost R100 million => ZAR 100000000
                it drew R2.5bn => ZAR 2500000000
                a sum of Dh100m => AED 100000000
                a loan of N500 billion => NGN 500000000000
                it cost Sh500 million => KES 500000000
                a loan of TRY 100 million => TRY 100000000
                they paid $2 1/2 million => USD 2500000
                they took 2 dozen dollars => USD 24
                it cost 1.5 Mio. Euro => EUR 1500000
                it cost € 2,5 Mio => EUR 2500000
                it cost 2,5 Mrd Euro => EUR 2500000000
                Rs 500 crore was sanctioned => INR 5000000000
                a fine of Rs. 25 lakh => INR 2500000
                the loan of INR 3.2 lakh crore => INR 3200000000000
                it cost 10 quid => GBP 10
                a tenner, or 5 quid apiece => GBP 5
                twenty-five dollars and 40 cents => USD 25.4
                25 dollars and 40 cents => USD 25.4
                five dollars and fifty cents => USD 5.5
                three pounds and 20 pence => GBP 3.2
                10 euros and 15 cents => EUR 10.15
                USD1.2bn in bonds => USD 1200000000
                USD 1.2 bn in bonds => USD 1200000000
                2 thousand pesos => MXN 2000
                between $5 and $10 => USD 5..10
                from $5 to $10 in all => USD 5..10
                $5-10 each => USD 5..10
                $5 to $10 million in total => USD 5000000..10000000
                under $15 => USD <=15
                over $15 => USD >=15
                more than 15 dollars => USD >=15
                at least fifteen dollars => USD >=15
                about 1,500 dollars => USD ~1500
                around $20 => USD ~20
                nearly twenty pounds => GBP ~20
                exactly $40 => USD 40
                one dollar => USD 1
                ten cents => USD 0.1
                99 cents => USD 0.99
                75¢ => USD 0.75
                fifty pence => GBP 0.5
                a hundred bucks => USD 100
                20 bucks => USD 20
                30 dollars => USD 30
                thirty thousand dollars => USD 30000
                thirty-two thousand five hundred dollars => USD 32500
                one hundred and twenty pounds => GBP 120
                two hundred fifty thousand euros => EUR 250000
                a couple of million dollars => USD 2000000 vague
                half a million pounds => GBP 500000
                a million dollars => USD 1000000
                one point five million dollars => USD 1500000
                $1,234.56 => USD 1234.56
                $1,234,567 => USD 1234567
                €1.234.567 => EUR 1234567
                EUR 20 => EUR 20
                20 EUR => EUR 20
                20EUR => EUR 20
                EUR20 => EUR 20
                GBP 12.50 => GBP 12.5
                12.50 GBP => GBP 12.5
                £12.50 => GBP 12.5
                12 pounds sterling => GBP 12
                12 British pounds => GBP 12
                JPY 3000 => JPY 3000
                3,000 yen => JPY 3000
                3,000 Japanese yen => JPY 3000
                3000 JPY => JPY 3000
                CNY 88 => CNY 88
                88 RMB => CNY 88
                88 renminbi => CNY 88
                88 Chinese yuan => CNY 88
                5 million Australian dollars => AUD 5000000
                AUD 5m => AUD 5000000
                AU$5m => AUD 5000000
                A$ 5 => AUD 5
                NZ$5 => NZD 5
                5 New Zealand dollars => NZD 5
                CA$5 => CAD 5
                CAD 5.25 => CAD 5.25
                5 Canadian dollars => CAD 5
                SGD 7 => SGD 7
                7 Singapore dollars => SGD 7
                HKD 70 => HKD 70
                70 Hong Kong dollars => HKD 70
                100 Swiss francs => CHF 100
                CHF100 => CHF 100
                100 Swedish krona => SEK 100
                SEK 100 => SEK 100
                100 Norwegian kroner => NOK 100
                100 Danish kroner => DKK 100
                DKK100 => DKK 100
                100 zloty => PLN 100
                100 Polish zlotys => PLN 100
                PLN 100 => PLN 100
                100 Czech koruna => CZK 100
                CZK 100 => CZK 100
                100 forints => HUF 100
                HUF 100 => HUF 100
                100 Turkish lira => TRY 100
                ₺100 => TRY 100
                100 shekels => ILS 100
                ₪100 => ILS 100
                NIS 100 million => ILS 100000000
                100 South African rand => ZAR 100
                ZAR 100 => ZAR 100
                100 naira => NGN 100
                ₦100 => NGN 100
                100 Kenyan shillings => KES 100
                KSh 100 => KES 100
                100 Egyptian pounds => EGP 100
                EGP 100 => EGP 100
                100 Saudi riyals => SAR 100
                SAR 100 => SAR 100
                100 dirhams => AED 100
                AED 100 => AED 100
                100 Qatari riyals => QAR 100
                QAR 100 => QAR 100
                100 Kuwaiti dinars => KWD 100
                KWD 100 => KWD 100
                100 Thai baht => THB 100
                THB 100 => THB 100
                100 ringgit => MYR 100
                MYR 100 => MYR 100
                100 rupiah => IDR 100
                Rp 100 trillion => IDR 100000000000000
                IDR 100 => IDR 100
                100 dong => VND 100
                VND 100 => VND 100
                100 Philippine pesos => PHP 100
                PHP 100 => PHP 100
                100 Mexican pesos => MXN 100
                MXN 100 => MXN 100
                MX$100 => MXN 100
                100 Argentine pesos => ARS 100
                100 Chilean pesos => CLP 100
                100 Colombian pesos => COP 100
                100 reais => BRL 100
                BRL 100 => BRL 100
                100 Brazilian reais => BRL 100
                100 Pakistani rupees => PKR 100
                PKR 100 => PKR 100
                100 taka => BDT 100
                100 Indian rupees => INR 100
                INR 100 => INR 100
                ₹100 => INR 100
                100 hryvnia => UAH 100
                ₴100 => UAH 100
                100 Russian roubles => RUB 100
                ₽100 => RUB 100
                KRW 100 => KRW 100
                100 South Korean won => KRW 100
                TWD 100 => TWD 100
                NT$100 => TWD 100
                100 Icelandic kronur => ISK 100
                100 lei => RON 100
                100 Bulgarian leva => BGN 100
                $20/month => USD 20/MONTH
                $20 per month => USD 20/MONTH
                $20 a month => USD 20/MONTH
                20 dollars monthly => USD 20/MONTH
                $1.2 million a year => USD 1200000/YEAR
                $1.2 million per annum => USD 1200000/YEAR
                $1.2 million annually => USD 1200000/YEAR
                an annual fee of $40,000 => USD 40000/YEAR
                a monthly rent of £900 => GBP 900/MONTH
                """);
    }

    static Stream<Arguments> dates() {
        return Rendering.table("""
                the 3rd of March 2013 => 2013-03-03
                the twenty-first of March 2013 => 2013-03-21
                March the third, 2013 => 2013-03-03
                3-Mar-13 => 2013-03-03
                2013.03.04 => 2013-03-04
                the first three months of 2013 => 2013-Q1
                the last six months of 2013 => 2013-H2
                7 to 9 October 2013 => from 2013-10-07, to 2013-10-09
                3 March 2013 => 2013-03-03
                3rd March 2013 => 2013-03-03
                March 3, 2013 => 2013-03-03
                March 3rd, 2013 => 2013-03-03
                Mar 3 2013 => 2013-03-03
                Mar. 3, 2013 => 2013-03-03
                3-Mar-2013 => 2013-03-03
                03 Mar 2013 => 2013-03-03
                03/04/2013 => 2013-03-04
                3/4/13 => 2013-03-04
                25/12/2013 => 2013-12-25
                2013-03-04 => 2013-03-04
                2013/03/04 => 2013-03-04
                2013-03-04T10:00 => 2013-03-04
                2013-03-04T10:00:00Z => 2013-03-04
                20130304T100000 => nothing
                04.03.2013 => 2013-03-04
                March 2013 => 2013-03
                Mar. 2013 => 2013-03
                March of 2013 => 2013-03
                in March, 2013 => 2013-03
                the year 2013 => 2013
                on Mar. 3 => 2026-03-03 relative
                on March 3rd => 2026-03-03 relative
                on the 3rd of March => 2026-03-03 relative
                on 3 March => 2026-03-03 relative
                last Tuesday => 2026-03-03 relative
                on Thursday => 2026-03-05 relative
                last Thursday => 2026-03-05 relative
                yesterday => 2026-03-09 relative
                today => 2026-03-10 relative
                last month => 2026-02 relative
                last year => 2025 relative
                next year => 2027 relative
                this year => 2026 relative
                next month => 2026-04 relative
                two years ago => 2024 relative
                three months ago => 2025-12 relative
                last March => 2025-03 relative
                next June => 2026-06 relative
                in the spring of 2013 => 2013-H1
                in the first quarter of 2013 => 2013-Q1
                since 2013 => from 2013
                until 2013 => to 2013
                by March 2013 => by 2013-03
                by 2013 => by 2013
                after March 3, 2013 => from 2013-03-03
                Christmas 2013 => 2013
                in the late 1990s => nothing
                in 1999 => 1999
                in '99 => nothing
                October 7-9, 2013 => 2013-10-07
                """);
    }

    @ParameterizedTest
    @MethodSource("money")
    void reads_money_in_every_currency_and_notation(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void reads_dates_in_every_usual_form(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }
}
