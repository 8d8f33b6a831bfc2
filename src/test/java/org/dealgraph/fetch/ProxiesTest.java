package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    private static final Proxies PROXIES = Proxies.from(Map.of(
            "HTTP_PROXY", "http://proxy.example:3128",
            "https_proxy", "secure.example:3129",
            "NO_PROXY", "example.org, .internal.example"));

    @ParameterizedTest
    @CsvSource({
        "http, news.example, proxy.example:3128",
        "https, news.example, secure.example:3129",
        "http, example.org,",
        "https, www.example.org,",
        "http, a.internal.example,",
        "http, 127.0.0.1,",
        "http, localhost,"
    })
    void takes_the_proxy_that_the_environment_names(String scheme, String host, String proxy) {
        assertThat(PROXIES.find(scheme, host)
                        .map(p -> p.getHostString() + ":" + p.getPort())
                        .orElse(null))
                .isEqualTo(proxy);
    }
}
