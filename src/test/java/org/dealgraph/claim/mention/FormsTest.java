package org.dealgraph.claim.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every company here is made up. */
class FormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Brindle Harbor Energy will sell power to Google.              | ?Brindle Harbor Energy google
            The start-up Quorvia raised money.                            | ?Quorvia
            A loan from Tellmark Capital Partners closed.                 | ?Tellmark Capital Partners
            Ostrava, a Texas-based data-centre developer, broke ground.   | ?Ostrava
            Nordmere Inc. agreed to buy the plant.                        | ?Nordmere
            Shares of Nordmere Corp (NYSE: NDM) fell.                     | ?Nordmere
            The round was led by Pellucid and Nvidia.                     | ?Pellucid nvidia
            Google, Velmora and Microsoft took part.                      | google ?Velmora microsoft
            Microsoft acquired Bluntwick in May.                          | microsoft ?Bluntwick
            HexaGrid signed a lease with Oracle.                          | ?HexaGrid oracle
            The chipmaker Trellion announced a new part.                  | ?Trellion
            Utility Marrow Ridge Power agreed to supply it.               | ?Marrow Ridge Power
            Kestrel & Vane Holdings bought the land.                      | ?Kestrel & Vane Holdings
            A deal with Sorrel Data Centers is near.                      | ?Sorrel Data Centers
            Larkhill Systems, which is backed by KKR, said no.            | ?Larkhill Systems kkr
            Osprey Lane Technologies LLC built it. Osprey Lane Technologies paid. | ?Osprey Lane Technologies ?Osprey Lane Technologies
            Morten Falk Energy paid. Then Morten Falk Energy sold.        | ?Morten Falk Energy ?Morten Falk Energy
            It invested in Drumlin, Fenwick Labs and Oxbow AI.            | ?Drumlin ?Fenwick Labs ?Oxbow AI
            Google, T. Marrow Gray and Oracle took part.                  | google ?T. Marrow Gray oracle
            Google will join, with backing from D. E. Harrow.             | google ?D. E. Harrow
            Quillon Data, Inc. will lease it from Marsh Power, LLC.       | ?Quillon Data ?Marsh Power
            The loan came from Nordfin, which the state controls.         | ?Nordfin
            Velterbank lends it money.                                    | ?Velterbank
            Pellorix raised $50 million from Tarn and Fellside last year. | ?Pellorix ?Tarn ?Fellside
            Trellin and Vesco are merging.                                | ?Trellin ?Vesco
            Google is taking over Morwick.                                | google ?Morwick
            Oracle bought the network start-up Bracken Loom.              | oracle ?Bracken Loom
            The University of Harrowgate will pay Oracle for it.          | ?University of Harrowgate oracle
            The stake went to National Harbor for cash, and National Harbor will sell it. | ?National Harbor ?National Harbor
            On Monday Marlow Digital signed a lease.                      | ?Marlow Digital
            It owns 8% of Vantrel.                                        | ?Vantrel
            HD Hyundai will invest in it.                                 | ?HD Hyundai
            Export Development Canada holds some of the equity.           | ?Export Development Canada
            Nod.io was purchased for cash.                                | ?Nod.io
            Fernhill, of Stockholm, signed a contract.                    | ?Fernhill
            The money is that of Google and Tarnwick in equal parts.      | google ?Tarnwick
            It has given Harlowe the right to use Grok.                   | ?Harlowe
            Oracle ended talks with a Chinese server company, Lanxun.     | oracle ?Lanxun
            It will buy Canberra's Morrow Data Vaults.                    | ?Morrow Data Vaults
            """)
    void finds_companies_that_the_registry_does_not_know(String text, String names) {
        assertThat(Reader.names(text)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            The weather in Lisbon was fine on Tuesday.
            Chief Executive Peter Harlow said no.
            Maria Lund, the finance chief, declined to comment.
            The campus in Ohio will open in March.
            Reuters first reported the talks.
            The Wall Street Journal said so on Friday.
            Analysts in Europe and Asia were surprised.
            The Helios cluster uses new racks.
            Big Tech spends more every year.
            In December the President visited Texas.
            Prices rose 5% in the United Kingdom.
            Most AI labs rent their machines.
            Good luck, he wrote.
            Roughly 300 MW is planned for Phase One.
            The price is C$300 million or NOK 2 billion or NT$9 billion.
            Management expects more, and Capital buys little.
            Demand rose. Electricity holds the key.
            Elsewhere, prices rose. We've signed. They'll build it.
            Finance Minister Jane Harlow signed the contract.
            The state of Sereth signed the lease.
            The Company will pay 72 MW, Inc. was told.
            """)
    void takes_no_place_person_outlet_or_thing_for_a_company(String text) {
        assertThat(Reader.names(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Brindle Harbor Energy will build it. Brindle owns the land.   | Brindle | ?Brindle Harbor Energy
            The start-up Quorvia raised money. Today Quorvia is big.      | Quorvia | ?Quorvia
            Marlow signed. Later Marlow Digital will buy it. Marlow pays. | Marlow  | ?Marlow Digital
            Two rivals of Swift Lakes Cloud agreed. Swift Lakes will pay. | Swift Lakes | ?Swift Lakes Cloud
            Quillon Data, Inc. (the “Company”) paid. The Company left.    | The Company | ?Quillon Data
            """)
    void knows_a_company_again(String text, String words, String reference) {
        assertThat(Reader.reference(text, words)).isEqualTo(reference);
    }
}
