package org.dealgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    private static final String WORDS = "Größe – “quoted” €5";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, text/html; charset=utf-8",
        "UTF-8,",
        "windows-1252, text/html; charset=iso-8859-1",
        "windows-1252,",
        "windows-1252, text/html; charset=nonsense"
    })
    void decodes_by_header_and_by_the_bytes(String charset, String header) {
        assertThat(Encoding.decode(WORDS.getBytes(Charset.forName(charset)), header))
                .isEqualTo(WORDS);
    }

    @Test
    void believes_a_byte_order_mark_before_the_header() {
        byte[] body = ("\uFEFF" + WORDS).getBytes(StandardCharsets.UTF_16LE);

        assertThat(Encoding.decode(body, "text/html; charset=utf-8")).isEqualTo(WORDS);
    }

    @Test
    void believes_what_the_document_declares() {
        String russian = "<meta charset=windows-1251><p>Сделка на миллиард";
        String japanese = "<?xml version='1.0' encoding='Shift_JIS'?><a>投資</a>";

        assertThat(Encoding.decode(russian.getBytes(Charset.forName("windows-1251")), null))
                .isEqualTo(russian);
        assertThat(Encoding.decode(japanese.getBytes(Charset.forName("Shift_JIS")), "text/xml"))
                .isEqualTo(japanese);
    }

    @Test
    void does_not_believe_a_wrong_declaration_over_plain_utf_8() {
        String text = "<meta charset=gb2312>" + "谷歌在二零一四年收购的人工智能公司开发出一款能够用自己的记忆学习新知识的计算机";

        assertThat(Encoding.decode(text.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(text);
    }
}
