package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dealgraph.fetch.Poster.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts go nowhere but to the public web, whatever a name or an address says. */
class PosterTest {

    private static final PostSettings PUBLIC = new PostSettings(false, Duration.ofSeconds(2));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "https://127.0.0.1/",
                "http://127.0.0.1:8080/",
                "https://localhost/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://user:word@10.0.0.1/",
                "https://100.64.0.1/",
                "https://printer/",
                "https://example.com:5432/",
                "file:///etc/passwd",
                "",
            })
    void an_address_that_is_closed_is_refused_before_anything_is_sent(String address) {
        try (Poster poster =
                new Poster(PUBLIC, Proxies.none(), host -> List.of(InetAddress.ofLiteral("93.184.216.34")))) {
            assertThat(poster.refusal(address)).isPresent();
            Reply reply = poster.post(address, Map.of(), new byte[0]);
            assertThat(reply.status()).isZero();
            assertThat(reply.reason()).startsWith("may not be posted to");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "93.184.216.34 192.168.0.1", "::1", "169.254.169.254", "127.0.0.1"})
    void a_name_that_leads_to_a_closed_address_is_refused_when_connecting(String addresses) {
        Resolver resolver = host ->
                Arrays.stream(addresses.split(" ")).map(InetAddress::ofLiteral).toList();
        Map<String, String> proxy = Map.of("https_proxy", "http://proxy.example:3128");
        for (Proxies proxies : List.of(Proxies.none(), Proxies.from(proxy))) {
            try (Poster poster = new Poster(PUBLIC, proxies, resolver)) {
                assertThat(poster.refusal("https://hooks.example.org/token")).isEmpty();
                Reply reply = poster.post("https://hooks.example.org/token", Map.of(), new byte[0]);
                assertThat(reply.reason()).isEqualTo("its name leads off the public web");
            }
        }
    }

    @Test
    void a_reason_never_holds_the_address() {
        Resolver nobody = host -> {
            throw new UnknownHostException(host);
        };
        try (Poster poster = new Poster(PUBLIC, Proxies.none(), nobody)) {
            assertThat(poster.post("https://hooks.example.org/token", Map.of(), new byte[0]))
                    .isEqualTo(new Reply(0, null, "its name is not known"));
        }
    }
}
