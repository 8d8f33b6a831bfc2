package org.dealgraph.claim.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Notations of reports, bulletins and speech that news about chips seldom has, and what only looks like them. */
class NotationTest {

    static Stream<Arguments> money() {
        return Rendering.table("""
                the van went for 5 grand => USD 5000
                rent is ten grand a month => USD 10000/MONTH
                repairs of 10 to 15 grand => USD 10000..15000
                a grant of £8 grand => GBP 8000
                the flat costs €1.250 a month => EUR 1250/MONTH
                a machine for 2.500 euros => EUR 2500
                milk at €1.250 per litre => other 1.25 EUR/litre
                a levy of €1.255 => EUR 1.255
                a quarter-million dollars => USD 250000
                a quarter-billion-dollar loan => USD 250000000
                three quarters billion pounds => GBP 750000000
                bids of 5-7 crore rupees => INR 50000000..70000000
                a scheme of Rs 5 to 7 lakh => INR 500000..700000
                Rs 50,000-60,000 crore => INR 500000000000..600000000000
                $500,000 to $2 million => USD 500000..2000000
                sales of MSEK 120 => SEK 120000000
                sales of 120 MSEK => SEK 120000000
                a cost of kEUR 500 => EUR 500000
                equity of TEUR 750 => EUR 750000
                debt of 75 USD million => USD 75000000
                debt of EUR million 75 => EUR 75000000
                a bond of USD one billion => USD 1000000000
                a bond of USD 1 250 000 => USD 1250000
                shares for Euro 5 million => EUR 5000000
                a relief of rupees 500 crore => INR 5000000000
                lunch at ringgit 42 => MYR 42
                lunch at 42 RM => MYR 42
                a fee of 20 US$ => USD 20
                a fee of 20 usd => USD 20
                a fee of W350bn => KRW 350000000000
                a line of LE 42 million => EGP 42000000
                a tram for Kč 500 million => CZK 500000000
                5 billion Aussie dollars => AUD 5000000000
                $1-1/2 billion => USD 1500000000
                20 ringgit and 43 sen => MYR 20.43
                It came to 15 dollars 50. => USD 15.5
                It came to thirteen dollars forty-five. => USD 13.45
                50 to 60 cents => USD 0.5..0.6
                the shares rose 6 pence to 388 pence => GBP 0.06, GBP 3.88
                """);
    }

    static Stream<Arguments> moneyTraps() {
        return Rendering.table("""
                ten grand pianos => nothing
                three Grand Slam titles => nothing
                15 dollars 50 years ago => USD 15, 1976 relative
                15 dollars and 50 people => USD 15, other 50 people
                the third quarter million-mile test => other 1000000 miles
                a room of 20 rm => nothing
                $5 million, 50 cents a share => USD 5000000, other 0.5 USD/share
                shares rose $2 to $30 => USD 2, USD 30
                $5 billion, €2 billion at the Dresden plant => USD 5000000000, EUR 2000000000
                MSEK 500 to SEK 2 billion => SEK 500000000, SEK 2000000000
                """);
    }

    static Stream<Arguments> dates() {
        return Rendering.table("""
                on 23/Sep/2020 => 2020-09-23
                on 2020-sep-3 => 2020-09-03
                on Sep-23-2020 => 2020-09-23
                on 16. Nov. 2016 => 2016-11-16
                on 10.31.1974 => 1974-10-31
                on june 3, 2013 => 2013-06-03
                on 3 june in 2013 => 2013-06-03
                the twenty second of June 2017 => 2017-06-22
                build 20270304 shipped => 2027-03-04
                due 10/2027 => 2027-10
                due 2027/10 => 2027-10
                the season 2026/27 => 2026
                the 2026 second quarter => 2026-Q2
                2027Q4 => 2027-Q4
                the 4th qtr of 2018 => 2018-Q4
                the third Tuesday of September 2014 => 2014-09-16
                the last Sunday in March 2014 => 2014-03-30
                the last day of October 2015 => 2015-10-31
                on 5 December 1391 => nothing
                """);
    }

    static Stream<Arguments> datesWithoutTheirYear() {
        return Rendering.table("""
                the sale is expected in June => 2026-06 relative
                the vote is due on June 3 => 2026-06-03 relative
                he said in June => 2025-06 relative
                a record set in June => 2025-06 relative
                this June => 2026-06 relative
                this January => 2026-01 relative
                the year ended Sept. 30 => to 2025-09-30 relative
                a deal that ends Sept. 30 => to 2026-09-30 relative
                it lost money in the fourth quarter => 2025-Q4 relative
                it is to open in the fourth quarter => 2026-Q4 relative
                the site will open by the first quarter => by 2026-Q1 relative
                """);
    }

    @ParameterizedTest
    @MethodSource({"money", "moneyTraps"})
    void reads_money_as_reports_and_speech_write_it(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void reads_dates_in_rare_forms(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("datesWithoutTheirYear")
    void looks_ahead_only_where_the_words_do(String text, String expected) {
        assertThat(Rendering.of(text)).isEqualTo(expected);
    }
}
