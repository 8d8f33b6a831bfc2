package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "3ffe::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2606:4700::5efe:7f00:1",
                "2606:4700::200:5efe:a00:1",
                "4000::1"
            })
    void closes_what_is_not_of_the_public_internet(String literal) {
        assertThat(Addresses.open().allows(InetAddress.ofLiteral(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255",
                        "128.0.0.1",
                "169.253.1.1", "169.255.1.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.255.255",
                        "192.169.0.1", "198.17.0.1",
                "198.20.0.1", "223.255.255.255", "2606:4700:4700::1111", "2001:4860:4860::8888", "2a00:1450::1",
                        "2620:fe::fe", "64:ff9b::808:808"
            })
    void leaves_the_public_internet_open(String literal) {
        assertThat(Addresses.open().allows(InetAddress.ofLiteral(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://0/",
                "http://①②⑦.⓪.⓪.①/",
                "http://127。0。0。1/",
                "http://%31%32%37.0.0.1/",
                "http://127.0.0.1./",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
                "http://user@127.0.0.1/",
                "http://example.org@127.0.0.1/",
                "http:\\\\127.0.0.1\\",
                "http:127.0.0.1",
                "http:////127.0.0.1/",
                "http://\t127.0.0.1/",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://a.localhost/",
                "http://metadata/",
                "http://metadata.google.internal/",
                "http://router.local/",
                "http://intranet/",
                "http://printer.lan/",
                "http://[fe80::1%25eth0]/",
                "http://[64:ff9b::10.0.0.1]/",
                "http://1.1.1.1:22/",
                "http://1.1.1.1:6379/",
                "https://1.1.1.1:0/",
                "gopher://127.0.0.1/",
                "file:///etc/passwd",
                "jar:http://1.1.1.1/",
                "//127.0.0.1/",
                "",
                "http://"
            })
    void refuses_every_way_to_write_what_is_closed(String address) {
        try (Fetcher fetcher = new Fetcher(FetchSettings.standard(), Proxies.none(), host -> {
            throw new java.net.UnknownHostException(host);
        })) {
            assertThat(fetcher.fetch(address)).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://example.org:8443/feed",
                "http://münchen.example.org/",
                "http://example.org./"
            })
    void asks_for_honest_names(String address) {
        try (Fetcher fetcher = new Fetcher(FetchSettings.standard(), Proxies.none(), host -> {
            throw new java.net.UnknownHostException(host);
        })) {
            assertThat(fetcher.fetch(address)).isInstanceOf(Failed.class);
        }
    }

    @Test
    void opens_loopback_for_development_alone() {
        Addresses addresses = Addresses.withLoopback();

        assertThat(addresses.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(addresses.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
    }
}
