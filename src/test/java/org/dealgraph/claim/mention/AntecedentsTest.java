package org.dealgraph.claim.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntecedentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            The ChatGPT maker wants more.                                              | The ChatGPT maker        | openai
            Power for the Claude developer is scarce.                                  | the Claude developer     | anthropic
            The company behind ChatGPT paid.                                           | The company behind ChatGPT | openai
            The parent of Instagram spoke.                                             | The parent of Instagram  | meta
            The Facebook owner will lease it.                                          | The Facebook owner       | meta
            A pledge from the iPhone maker came late.                                  | the iPhone maker         | apple
            Nvidia and OpenAI met. The chipmaker will invest.                          | The chipmaker            | nvidia
            Nvidia and OpenAI met. The lab was pleased.                                | The lab                  | openai
            OpenAI met AMD in May. It will buy from the chip designer.                 | the chip designer        | amd
            Talen sells power to Amazon. The utility gains.                            | The utility              | talen
            Vistra sells power to Meta. The power producer gains.                      | The power producer       | vistra
            TeraWulf hosts Fluidstack. The bitcoin miner gains.                        | The bitcoin miner        | terawulf
            Amazon and Nebius met. The Amsterdam-based company listened.               | The Amsterdam-based company | nebius
            Amazon and Nebius met. The Seattle-based retailer listened.                | The Seattle-based retailer  | amazon
            Microsoft pays Nscale. The British outfit will hire.                       | The British outfit       | nscale
            Microsoft pays Nscale. The US group will save.                             | The US group             | microsoft
            SoftBank lends to OpenAI. The Japanese group is keen.                      | The Japanese group       | softbank
            Mistral AI bought chips from Nvidia. The French start-up is young.         | The French start-up      | mistral-ai
            ASML backs Mistral AI. The Dutch group will own a tenth.                   | The Dutch group          | asml
            Oracle will serve OpenAI. The database company builds fast.                | The database company     | oracle
            Google hosts Anthropic. The search giant owns a stake.                     | The search giant         | google
            Meta hired CoreWeave. The social network pays well.                        | The social network       | meta
            Meta hired CoreWeave. The neocloud was chosen.                             | The neocloud             | coreweave
            Tesla wants chips from Samsung. The carmaker signed.                       | The carmaker             | tesla
            BlackRock bought Aligned. The asset manager paid cash.                     | The asset manager        | blackrock
            Micron sells to Nvidia. The memory maker is full.                          | The memory maker         | micron
            Microsoft bought from TSMC. The foundry is busy.                           | The foundry              | tsmc
            Dell builds racks for xAI. The server maker is glad.                       | The server maker         | dell
            AWS hired Anthropic. The cloud giant will pay.                             | The cloud giant          | aws
            """)
    void resolves_descriptions_by_what_the_registry_knows(String text, String words, String reference) {
        assertThat(Reader.reference(text, words)).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Oracle spoke on Monday. The company is growing.                            | The company    | oracle
            Oracle spoke on Monday. It is growing.                                     | It             | oracle
            Oracle doubled its budget.                                                 | its            | oracle
            Nvidia will invest in Intel. The company needs money.                      | The company    | nvidia
            Intel needs money. Nvidia will invest in the company.                      | the company    | intel
            OpenAI needs power. Oracle will supply the company with it.                | the company    | openai
            Amazon and Anthropic signed. Both companies are pleased.                   | Both companies | amazon+anthropic
            Amazon and Anthropic signed. The two will build it.                        | The two        | amazon+anthropic
            Amazon and Anthropic signed. The pair will build it.                       | The pair       | amazon+anthropic
            Amazon and Anthropic signed. They will build it.                           | They           | amazon+anthropic
            OpenAI will buy from SK hynix and Samsung. The two chipmakers are glad.    | The two chipmakers | samsung+sk-hynix
            AMD and Intel compete. The former leads.                                   | The former     | amd
            AMD and Intel compete. The latter follows.                                 | The latter     | intel
            Microsoft will rent space from Nebius. The tenant pays monthly.            | The tenant     | microsoft
            Microsoft will rent space from Nebius. The landlord is glad.               | The landlord   | nebius
            Meta will buy Manus. The buyer pays cash.                                  | The buyer      | meta
            Nvidia will supply xAI with chips. The customer pays later.                | The customer   | xai
            Nvidia will supply xAI with chips. The supplier is paid later.             | The supplier   | nvidia
            SoftBank will invest in OpenAI. The investor is patient.                   | The investor   | softbank
            JPMorgan will lend to CoreWeave. The lender is paid first.                 | The lender     | jpmorgan
            The tenant is Anthropic.                                                   | The tenant     | anthropic
            AWS will host it. Its parent pays.                                         | parent         | amazon
            Amazon will pay. Its cloud arm builds.                                     | cloud arm      | aws
            The lab praised Amazon's cloud arm.                                        | Amazon's cloud arm | aws
            Microsoft is calm. “We will build,” said Satya Nadella.                    | We             | microsoft
            Sam Altman met Jensen Huang. “We need chips,” Altman said.                 | We             | openai
            Sam Altman spoke. He promised more.                                        | He             | openai
            Jensen Huang spoke. Huang promised more.                                   | Huang          | nvidia
            Nvidia, the chipmaker, spoke.                                              | the chipmaker  | nvidia
            """)
    void resolves_generic_words_and_pronouns_within_the_article(String text, String words, String reference) {
        assertThat(Reader.reference(text, words)).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Brine Compute, a Denver-based developer, signed. Oracle agreed. The Denver-based developer is glad. | The Denver-based developer | ?Brine Compute
            The Spanish developer Solvena will supply Google. Larch Energy sells to Meta. The Spanish developer is glad. | The Spanish developer | ?Solvena
            Google bought the magnet start-up Ferrolin. Oracle lent it money. The start-up is young. | The start-up | ?Ferrolin
            Larch Power, a utility, will supply Larkhill Systems, a chip designer. The utility gains. | The utility | ?Larch Power
            """)
    void takes_the_articles_own_word_before_the_registrys(String text, String words, String reference) {
        assertThat(Reader.reference(text, words)).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Mistral AI. ASML is the largest shareholder. xAI. The company belongs to SpaceX.   | The company    | xai
            SK hynix sells it. Samsung: The group will build it.                               | The group      | samsung
            Crusoe will be its first cloud customer.                                           | first cloud customer | crusoe
            OpenAI continues to name Amazon as its primary cloud provider.                     | primary cloud provider | amazon
            Sorrel Cloud became the tenant.                                                    | the tenant     | ?Sorrel Cloud
            """)
    void knows_what_an_item_or_a_predicate_is_about(String text, String words, String reference) {
        assertThat(Reader.reference(text, words)).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Larch Power signed a lease. The government agrees.       | The government
            It is clear that power is short. Oracle agrees.          | It
            Oracle is calm. It remains unclear whether it will pay.  | It
            Oracle is calm. The company stock fell.                  | The company
            Oracle is calm. On the other hand, power is short.       | the other
            Oracle is calm. A company in Peru is not.                | company
            Oracle met Google. The utility was absent.               | The utility
            The French lab was absent. Oracle met Google.            | The French lab
            """)
    void leaves_alone_what_goes_back_to_nothing(String text, String words) {
        assertThat(Reader.reference(text, words)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            The chipmaker is bold. Broadcom said so.       | The chipmaker | broadcom
            Its latest chip sells well, Broadcom said.     | Its           | -
            """)
    void looks_ahead_for_a_description_but_not_for_a_pronoun(String text, String words, String reference) {
        assertThat(Reader.reference(text, words)).isEqualTo(reference);
    }
}
