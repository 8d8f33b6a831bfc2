package org.dealgraph.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.dealgraph.fetch.Outcome.Refusal;
import org.dealgraph.fetch.Outcome.Refused;
import org.dealgraph.model.WebAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways to write, hide or lead to an address that is closed, and honest ones that look like them. The honest ones fail, as
 * the resolver of these tests knows nobody; what counts is that they are asked for.
 */
class GuardTest {

    private static final Resolver NOBODY = host -> {
        throw new UnknownHostException(host);
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                // IPv4 in one, two and three parts, in decimal, octal, hex and mixtures, with leading zeros.
                "http://2130706433/",
                "http://017700000001/",
                "http://0x7F000001/",
                "http://0X7f000001/",
                "http://127.1/",
                "http://127.0.1/",
                "http://0177.1/",
                "http://0x7f.0.1/",
                "http://0x7f.0.0.0x1/",
                "http://0177.0.0.01/",
                "http://00000000177.0.0.1/",
                "http://127.0.0.01/",
                "http://127.0x0.00.1/",
                "http://3232235521/",
                "http://0xc0a80001/",
                "http://030052000001/",
                "http://192.168.1/",
                "http://192.0xa8.1/",
                "http://167772161/",
                "http://0xa.1/",
                "http://012.0.0.1/",
                "http://2852039166/",
                "http://0xA9FEA9FE/",
                "http://025177524776/",
                "http://0251.0376.0251.0376/",
                "http://0xa9.0xfe.0xa9.0xfe/",
                "http://169.254.43518/",
                "http://169.16689662/",
                "http://1681915904/",
                "http://0/",
                "http://0.0/",
                "http://0x0/",
                "http://4294967295/",
                "http://255.255.255.255/",
                "http://100.64.0.1/",
                "http://1684275300/",
                "http://100.100.100.200/latest/meta-data/",
                "http://198.18.0.1/",
                "http://192.0.0.192/",
                "http://192.88.99.1/",
                "http://224.0.0.251/",
                "http://240.0.0.1/",
                "http://168.63.129.16/",
                // Characters that become digits or dots.
                "http://①②⑦.⓪.⓪.①/",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/",
                "http://127．0．0．1/",
                "http://127｡0｡0｡1/",
                "http://%31%32%37.0.0.1/",
                "http://127%2e0%2e0%2e1/",
                "http://0x7f%2e1/",
                "http://ⓛocalhost/",
                "http://loc%61lhost/",
                "http://ｌｏｃａｌｈｏｓｔ/",
                "http://local\u00adhost/",
                "http://169.254.169.254\u200b/",
                // Trailing dots, userinfo, backslashes, blanks and slashes.
                "http://127.0.0.1./",
                "http://localhost./",
                "http://metadata.google.internal./",
                "http://user@127.0.0.1/",
                "http://example.org@127.0.0.1/",
                "http://example.org%40@127.0.0.1/",
                "http://example.org:80@127.0.0.1/",
                "http://127.0.0.1\\@example.org/",
                "http:\\\\127.0.0.1\\",
                "http:127.0.0.1",
                "http:/127.0.0.1",
                "http:////127.0.0.1/",
                "http:///127.0.0.1/",
                " http://127.0.0.1/ ",
                "http://\t127.0.0.1/",
                "ht\ntp://127.0.0.1/",
                "http://127.0.0.1#@example.org/",
                "http://127.0.0.1?@example.org/",
                "HTTP://127.0.0.1/",
                // IPv6: loopback, mapped, compatible, translated, tunnelled, local and reserved.
                "http://[::]/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[0000:0000:0000:0000:0000:0000:0000:0001]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::FFFF:A9FE:A9FE]/",
                "http://[0:0:0:0:0:ffff:10.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[::ffff:0:127.0.0.1]/",
                "http://[64:ff9b::127.0.0.1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b::c0a8:1]/",
                "http://[64:ff9b::6440:1]/",
                "http://[64:ff9b:1::1]/",
                "http://[64:ff9b:1:ffff::808:808]/",
                "http://[64:ff9b:0:1::808:808]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:a9fe:a9fe::1]/",
                "http://[2002:0808:0808::1]/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[2001::1]/",
                "http://[2001:db8::1]/",
                "http://[2001:2::1]/",
                "http://[2001:10::1]/",
                "http://[2001:20::1]/",
                "http://[3fff::1]/",
                "http://[5f00::1]/",
                "http://[100::1]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fd20:ce::254]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[ff0e::1]/",
                "http://[2606:4700::5efe:7f00:1]/",
                "http://[2606:4700::200:5efe:a00:1]/",
                // Names that mean something only within a network.
                "http://localhost/",
                "http://LOCALHOST/",
                "http://a.localhost/",
                "http://localhost.localdomain/",
                "http://metadata/",
                "http://metadata.google.internal/",
                "http://instance-data/",
                "http://router.local/",
                "http://intranet/",
                "http://printer.lan/",
                "http://nas.home.arpa/",
                "http://db.corp/",
                "http://x.test/",
                "http://x.invalid/",
                "http://abcdef.onion/",
                "http://localhost6/",
                "http://localhost6.localdomain6/",
                "http://ip6-localhost/",
                "http://kubernetes.default.svc/",
                "http://kubernetes.default.svc.cluster.local/",
                "http://host.docker.internal/",
                "http://vault.service.consul/",
                "http://1.0.0.127.in-addr.arpa/",
                "http://metadata.goog/computeMetadata/v1/",
                "http://METADATA.GOOG/",
                "http://metadata.tencentyun.com/latest/meta-data/",
                "http://metadata.packet.net/",
                "http://instance-data.ec2.internal/",
                "http://rancher-metadata/",
                // Names that lead to closed addresses by their own account.
                "http://127.0.0.1.nip.io/",
                "http://10.0.0.1.sslip.io/",
                "http://app-10-0-0-1.nip.io/",
                "http://169.254.169.254.xip.io/",
                "http://www.192-168-1-250.sslip.io/",
                "http://localtest.me/",
                "http://x.lvh.me/",
                // More clouds' metadata, and service networks.
                "http://169.254.170.2/v2/credentials",
                "http://169.254.0.23/",
                "http://192.0.0.192/opc/v2/",
                "http://[fd00:ec2::23]/",
                "http://[fd00:42::42]/",
                "http://100.88.222.5/",
                "http://161.26.0.10/",
                // The same address in the notations that a parser may take for another.
                "http://0xa9.254.0251.254/",
                "http://0251.0xfe.43518/",
                "http://0000000169.0000254.169.254/",
                "http://169.0xFEA9FE/",
                "http://0x00000000a9fea9fe/",
                "http://０ｘ７ｆ．１/",
                "http://127.⓪.⓪.1/",
                "http://⑯⑨.254.169.254/",
                "http://[::ffff:0xa9fea9fe]/",
                "http://[::ffff:169.254.169.254%25lo]/",
                "http://[0:0:0:0:0:FFFF:7F00:0001]/",
                "http://[::ffff:127.1]/",
                "http://[2002:c0a8:0101::]/",
                "http://[2001:0:a9fe:a9fe::]/",
                "http://[64:ff9b::127.1]/",
                "http://[64:ff9b::0.0.0.0]/",
                "http://[64:ff9b::172.16.0.1]/",
                "http://[64:ff9b::100.100.100.200]/",
                "http://[64:ff9b:1:a9fe:a9:fe00::]/",
                "http://[0100::]/",
                "http://[::ffff:0:a9fe:a9fe]/",
                "http://[fdff:ffff:ffff::1]/",
                "http://[feb0::1]/",
                "http://[ff05::1:3]/",
                "http://[2001:db8:ffff::]/",
                // Credentials and separators.
                "http://1.1.1.1:80@127.0.0.1/",
                "http://example.org:443:80@127.0.0.1/",
                "http://a:b@c@127.0.0.1/",
                "http://example.org%2f@127.0.0.1/",
                "http://127.0.0.1%23.example.org/",
                "http://127.0.0.1%00.example.org/",
                "http://127.0.0.1%0d%0a.example.org/",
                "http://127.0.0.1;example.org/",
                "http://127.0.0.1,example.org/",
                "http://127.0.0.1&example.org/",
                "http://example..org/",
                "http://127.0.0.1\u3002/",
                "http://localhost%2e/",
                "http://localhost\uff0e/",
                "http://ＬＯＣＡＬＨＯＳＴ/",
                "http://LoCaLhOsT\u00ad/",
                // Ports that other services than the web listen at.
                "http://example.org:22/",
                "http://example.org:25/",
                "http://example.org:0/",
                "http://example.org:3306/",
                "http://example.org:6379/",
                "http://example.org:11211/",
                "http://example.org:9200/",
                "https://example.org:2375/",
                "http://1.1.1.1:65535/",
                // Other schemes.
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_INFO",
                "ftp://example.org/",
                "dict://127.0.0.1:11211/",
                "jar:http://example.org!/",
                "data:text/html,x",
                "javascript:alert(1)",
                "//example.org/",
                "http://",
                "http://[::1",
                "http://256.1.1.1/",
                "http://1.2.3.4.5/",
                "http://exa mple.org/",
                "http://example.org:99999/",
                ""
            })
    void nothing_closed_is_asked_for_however_it_is_written(String address) {
        AtomicInteger asked = new AtomicInteger();
        Resolver counting = host -> {
            asked.incrementAndGet();
            throw new UnknownHostException(host);
        };
        try (Fetcher fetcher = new Fetcher(FetchSettings.standard(), Proxies.none(), counting)) {
            assertThat(fetcher.fetch(address)).isInstanceOf(Refused.class);
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://example.org:8443/feed",
                "http://example.org:8080/",
                "http://example.org./",
                "https://user:secret@example.org/",
                "https://münchen.example.org/",
                "https://xn--mnchen-3ya.example.org/",
                "https://例え.jp/",
                "https://127.example.org/",
                "https://10.0.0.1.example.org/",
                "https://0x7f.example.org/",
                "https://localhost.example.org/",
                "https://local.example.org/",
                "https://internal.example.org/news",
                "https://intranet.com/",
                "https://test.com/",
                "https://metadata.com/",
                "https://private-equity.example.org/",
                "https://example.org/?next=http://127.0.0.1/",
                "https://example.org/http://169.254.169.254/",
                "https://example.org/@127.0.0.1",
                "https://example.org/#@127.0.0.1",
                "HTTPS://EXAMPLE.ORG/",
                " https://example.org/ ",
                "https://a-b.c--d.example.org/",
                "http://example.org\\@127.0.0.1/../@10.0.0.1",
                "https://_feeds.example.org/",
                "http://1.2.3.4.nip.io/",
                "https://metadata.example.org/",
                "https://goog.example.org/metadata.goog",
                "https://docker.com/",
                "https://consul.io/",
                "https://cluster.example.org/",
                "https://127-0-0-1.example.org/",
                "https://EXAMPLE.org:443",
                "https://example.org?x",
                "https://example.org#x",
                "https:\\\\example.org\\news",
                "https:///example.org/",
                "https:example.org/",
                "https://ex%61mple.org/",
                "https://example。org/",
                "https://www.example.co.uk:8000/a b",
                "https://xn--fiqs8s.example.org/",
                "https://1e100.example.org/",
                "https://0.example.org/",
                "https://example.org/%00"
            })
    void honest_addresses_are_asked_for(String address) {
        try (Fetcher fetcher = new Fetcher(FetchSettings.standard(), Proxies.none(), NOBODY)) {
            assertThat(fetcher.fetch(address))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Failure.UNKNOWN_HOST));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://16843009/",
                "http://0x01010101/",
                "http://1.1/",
                "http://01.01.01.01/",
                "http://1.1.1.1./",
                "http://①.1.1.1/",
                "http://[2606:4700:4700::1111]/",
                "http://[2606:4700:4700:0:0:0:0:1111]/",
                "http://[::ffff:1.1.1.1]/",
                "http://[64:ff9b::1.1.1.1]/",
                "http://[2A00:1450:4001::200E]:8080/",
                "http://172.32.0.1/",
                "http://100.63.0.1/",
                "http://192.0.1.1/",
                "http://user@1.1.1.1/"
            })
    void public_addresses_pass_in_odd_but_legal_forms(String address) {
        Addresses addresses = Addresses.open();
        String host = WebAddress.parse(address).orElseThrow().host();

        assertThat(addresses.allowsName(host)).isTrue();
        assertThat(addresses.allows(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "169.254.169.254",
                "192.168.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00:ec2::254",
                "64:ff9b::7f00:1",
                "2002:a00:1::",
                "fec0::1",
                "::7f00:1"
            })
    void a_name_is_refused_that_leads_to_a_closed_address_even_beside_an_open_one(String closed) {
        Resolver both = host -> List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral(closed));
        try (Fetcher fetcher = new Fetcher(FetchSettings.standard(), Proxies.none(), both)) {
            assertThat(fetcher.fetch("http://rebound.example.org/"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Refusal.PRIVATE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/, PRIVATE",
        "http://169.254.169.254/latest/meta-data/, PRIVATE",
        "http://[::ffff:10.0.0.1]/, PRIVATE",
        "http://0xA9FEA9FE/, PRIVATE",
        "//192.168.0.1/, PRIVATE",
        "http://metadata.google.internal/, PRIVATE",
        "http://example.org:6379/, PORT",
        "file:///etc/passwd, NOT_WEB",
        "gopher://127.0.0.1/, NOT_WEB"
    })
    void a_redirect_opens_no_door(String location, Refusal reason) throws Exception {
        try (FaultServer server = new FaultServer();
                Fetcher fetcher =
                        new Fetcher(FetchSettings.standard().forLoopback(Duration.ZERO), Proxies.none(), NOBODY)) {
            server.raw("/", "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
            assertThat(fetcher.fetch(server.at("/")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
        }
    }
}
