package org.dealgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reader@example.org                 | ''           | reader@example.org",
                "  a.b+c@Example.ORG                | ''           | a.b+c@example.org",
                "Ann Reader <ann@example.org>       | Ann Reader   | ann@example.org",
                "\"Reader, Ann\" <ann@example.org>  | Reader, Ann  | ann@example.org",
                "<ann@bücher.example>               | ''           | ann@xn--bcher-kva.example",
                "Zoë <zoe@localhost>                | Zoë          | zoe@localhost"
            })
    void reads_an_address_with_or_without_a_name(String text, String name, String address) {
        assertThat(Mailbox.parse(text)).contains(new Mailbox(name, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reader",
                "@example.org",
                "reader@",
                "a b@example.org",
                "a@b@example.org",
                "reader@exa mple.org",
                "reader@-example.org",
                "reader@example..org",
                ".reader@example.org",
                "reader@example.org, other@example.org",
                "reader@example.org>",
                "Ann <a@example.org> <b@example.org>",
                "Ann\r\nBcc: all@example.org <ann@example.org>",
                "ann@example.org\r\nBcc: all@example.org",
                "ann\u0000@example.org",
                "ré@example.org"
            })
    void what_could_mean_something_else_to_a_mail_server_is_no_address(String text) {
        assertThat(Mailbox.parse(text)).isEmpty();
    }

    @Test
    void one_address_has_one_fingerprint_however_it_is_written() {
        assertThat(Mailbox.parse("Ann <Ann@Example.org>").orElseThrow().fingerprint())
                .isEqualTo(Mailbox.parse("ann@example.org").orElseThrow().fingerprint())
                .isNotEqualTo(Mailbox.parse("anna@example.org").orElseThrow().fingerprint())
                .doesNotContain("ann");
    }
}
