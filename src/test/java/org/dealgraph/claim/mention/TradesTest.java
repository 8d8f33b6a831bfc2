package org.dealgraph.claim.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.model.OrganizationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every company here is made up. */
class TradesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tellmark Capital Partners lent it money.                   | INVESTOR
            It signed with Marrow Ridge Power.                         | POWER_PRODUCER
            A deal with Sorrel Data Centers is near.                   | LANDLORD
            The chipmaker Trellion announced a new part.               | CHIP_VENDOR
            Ostrava, a Texas-based data-centre developer, broke ground. | LANDLORD
            Quillon, a GPU cloud company, will rent it from Google.    | NEOCLOUD
            The bank Velter lends it money.                            | BANK
            Larkhill Cloud signed a lease with Oracle.                 | NEOCLOUD
            """)
    void name_and_text_tell_what_an_unknown_company_does(String text, OrganizationType type) {
        assertThat(trades(text)).containsExactly(type);
    }

    @Test
    void what_the_text_says_goes_before_the_name() {
        assertThat(trades("Harrow Capital, a chip designer, signed a contract with Google."))
                .containsExactly(OrganizationType.CHIP_VENDOR);
    }

    @Test
    void nothing_is_told_of_a_bare_name() {
        assertThat(trades("Nordmere Inc. agreed to buy the plant.")).isEmpty();
    }

    private static Set<OrganizationType> trades(String text) {
        return Reader.MENTIONS.read("", text).trades().values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
