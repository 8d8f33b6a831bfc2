package org.dealgraph.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Documents made to hang, fill or cheat a reader, or to have what is read of them act. */
public final class HostileDocuments {

    private static final int LARGE = 400_000;
    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final String WORDS = "The visitors walked through the rooms and wrote down what they saw there. ";

    private HostileDocuments() {}

    /** A document and the file name that it comes by. */
    public record Hostile(String file, byte[] body) {}

    /** Every kind by its name: pages first, then feeds, mails and the like. */
    public static Map<String, Hostile> all() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        pages().forEach((kind, text) -> all.put(kind, new Hostile("page.html", utf8(text))));
        feeds().forEach((kind, text) -> all.put(kind, new Hostile("feed.xml", utf8(text))));
        mails().forEach((kind, text) -> all.put(kind, new Hostile("message.eml", utf8(text))));
        all.put("a listing in JSON that nests without end", json("{\"items\":" + "[".repeat(200_000)));
        all.put("a listing in JSON with one huge number", json("{\"items\":[{\"id\":" + "9".repeat(200_000) + "}]}"));
        all.put(
                "a listing in JSON with script in every field",
                json("{\"items\":[{\"id\":1,\"url\":\"javascript:alert(1)\",\"title\":\"<img src=x"
                        + " onerror=alert(1)>A\",\"content_html\":\"<p"
                        + " onclick=alert(1)>" + WORDS + SCRIPT.replace("\"", "'")
                        + "\",\"authors\":[{\"name\":\"<b onload=alert(1)>\"}]}]}"));
        all.put("a page in bytes of no encoding", new Hostile("page.html", noise(300_000, "<html><body><p>")));
        all.put("a text that is half zero bytes", new Hostile("page.txt", new byte[300_000]));
        all.put(
                "a page that lies about its encoding",
                new Hostile(
                        "page.html",
                        ("<html><meta charset=utf-7><body><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- "
                                        + WORDS.repeat(3))
                                .getBytes(StandardCharsets.US_ASCII)));
        all.put(
                "a page in UTF-16 that breaks off",
                new Hostile(
                        "page.html",
                        java.util.Arrays.copyOf(page("<p>" + WORDS.repeat(9)).getBytes(StandardCharsets.UTF_16), 601)));
        return all;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Hostile json(String text) {
        return new Hostile(
                "listing.jsonfeed", utf8("{\"version\":\"https://jsonfeed.org/version/1.1\"," + text.substring(1)));
    }

    private static byte[] noise(int length, String start) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        System.arraycopy(utf8(start), 0, bytes, 0, start.length());
        return bytes;
    }

    private static Map<String, String> feeds() {
        Map<String, String> all = new LinkedHashMap<>();
        StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        all.put(
                "a billion laughs",
                laughs + "]>" + rss("<item><title>&l11;</title><description>" + WORDS + "</description></item>"));
        all.put(
                "a quadratic blowup",
                "<!DOCTYPE rss [<!ENTITY a \"" + "x".repeat(50_000) + "\">]>"
                        + rss("<item><title>" + "&a;".repeat(50_000) + "</title></item>"));
        all.put(
                "an entity from a file",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + rss("<item><title>&x;</title><description>&x;" + WORDS + "</description></item>"));
        all.put(
                "an entity from the net in parameters",
                "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;]>"
                        + rss("<item><title>A</title></item>"));
        all.put(
                "an inclusion",
                rss("<item xmlns:xi='http://www.w3.org/2001/XInclude'><title>A</title><description>"
                        + "<xi:include href='file:///etc/passwd' parse='text'/>" + WORDS + "</description></item>"));
        all.put(
                "a stylesheet",
                "<?xml-stylesheet type='text/xsl' href='file:///etc/passwd'?>" + rss("<item><title>A</title></item>"));
        all.put("elements without end", rss("<item><a>".repeat(80_000)));
        all.put("one item with many parts", rss("<item>" + "<category>x</category>".repeat(60_000) + "</item>"));
        all.put("millions of elements in a feed", rss("<item><a/></item>".repeat(800_000)));
        all.put(
                "millions of elements in an entry",
                rss("<item><title>A</title><description>" + "<b>x</b>".repeat(1_000_000)));
        all.put("items without end", rss("<item><title>A</title></item>".repeat(40_000)));
        all.put("namespaces without end", rss("<item " + namespaces(20_000) + "><title>A</title></item>"));
        all.put("an open section", rss("<item><description><![CDATA[" + "]]".repeat(150_000)));
        all.put("bases without end", rss("<item>" + "<b xml:base='a/'>".repeat(30_000) + "<link>x</link>"));
        all.put(
                "base64 without end",
                "<feed><entry><title>A</title><content type='image/png'>" + "QUJD".repeat(100_000)
                        + "</content></entry></feed>");
        all.put(
                "script in every field of a feed",
                rss(
                        "<item><title>&lt;script&gt;alert(1)&lt;/script&gt;A</title><link>javascript:alert(1)</link><guid>javascript:alert(1)</guid><author>&lt;img"
                                + " src=x"
                                + " onerror=alert(1)&gt;</author><category>&lt;script&gt;</category><description>&lt;p"
                                + " onclick=alert(1)&gt;"
                                + WORDS
                                + "&lt;svg onload=alert(1)&gt;&lt;a"
                                + " href='java&#10;script:alert(1)'&gt;x&lt;/a&gt;&lt;/p&gt;</description></item>"));
        all.put(
                "a sitemap index of itself",
                "<sitemapindex>" + "<sitemap><loc>https://example.org/feed.xml</loc></sitemap>".repeat(40_000)
                        + "</sitemapindex>");
        return all;
    }

    private static Map<String, String> mails() {
        Map<String, String> all = new LinkedHashMap<>();
        StringBuilder nested = new StringBuilder("From: a@example.org\r\nSubject: A\r\n");
        for (int i = 0; i < 2_000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        all.put("a mail whose parts nest", nested + "Content-Type: text/plain\r\n\r\n" + WORDS);
        all.put(
                "a mail of many parts",
                "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + ("--b\r\nContent-Type: text/plain\r\n\r\n" + WORDS + "\r\n").repeat(4_000));
        all.put(
                "a mail with one huge header",
                "From: a@example.org\r\nSubject: " + "=?utf-8?q?A?= ".repeat(30_000) + "\r\n\r\n" + WORDS);
        all.put(
                "a mail with script",
                "From: a@example.org\r\nSubject: A report\r\nContent-Type: text/html\r\n\r\n<p>" + WORDS.repeat(4)
                        + SCRIPT);
        return all;
    }

    private static String formatting(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append("<b a=").append(i).append("><i a=").append(i).append('>');
        }
        return all.toString();
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>News</title><link>https://example.org/</link>" + items
                + "</channel></rss>";
    }

    private static String namespaces(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append("xmlns:n").append(i).append("='u").append(i).append("' ");
        }
        return all.toString();
    }

    private static Map<String, String> pages() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String tag :
                new String[] {"div", "span", "b", "blockquote", "ul><li", "table><tr><td", "font", "a href=x"}) {
            all.put("deep " + tag, page("<" + tag + ">".repeat(1) + ("<" + tag + ">").repeat(30_000) + WORDS));
        }
        all.put("unclosed attributes", page("<p " + "a=\"b\" ".repeat(60_000) + ">" + WORDS));
        all.put("one huge attribute", page("<p title=\"" + "x".repeat(LARGE) + "\">" + WORDS));
        all.put("one huge word", page("<p>" + "x".repeat(LARGE)));
        all.put("many paragraphs", page(("<p>" + WORDS + "</p>").repeat(20_000)));
        all.put("millions of elements", page("<p>" + WORDS + "<i></i>".repeat(2_000_000)));
        all.put("one row of a million cells", page("<table>" + "<td>1".repeat(1_000_000)));
        all.put("a million paragraphs", page("<p>x".repeat(1_000_000)));
        all.put("formatting that every paragraph takes over", page(formatting(50) + "<p>x".repeat(300_000)));
        all.put("many empty elements", page("<i></i>".repeat(60_000) + WORDS));
        all.put("many links", page(("<a href=/x>" + WORDS + "</a>").repeat(10_000)));
        all.put("misnested formatting", page("<b><i><u>".repeat(5_000) + "</b></i></u>".repeat(5_000) + WORDS));
        all.put("misnested tables", page("<table><b>".repeat(5_000) + WORDS));
        all.put("open comment", page("<!--" + "-".repeat(LARGE)));
        all.put("open script", page("<script>" + "x".repeat(LARGE)));
        all.put("open title", "<html><head><title>" + "x".repeat(LARGE));
        all.put("open textarea", page("<textarea>" + "<p>x".repeat(20_000)));
        all.put("entities without end", page("<p>" + "&".repeat(LARGE)));
        all.put("numeric entities", page("<p>" + "&#x1F600;&#0;&#xD800;&#99999999999;".repeat(5_000)));
        all.put(
                "doctype with entities",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM"
                        + " \"file:///etc/passwd\">]>"
                        + page("<p>&b;&c;" + WORDS));
        all.put(
                "script in the title",
                "<html><head><title>" + "A report</title>" + SCRIPT + "</head><body><p>" + WORDS);
        all.put(
                "script in meta",
                "<html><head><meta property='og:title' content='&lt;b&gt;A report'>" + SCRIPT + "</head>"
                        + page("<p>" + WORDS));
        all.put(
                "script as canonical",
                "<html><head><link rel=canonical href='javascript:alert(1)'></head>" + page("<p>" + WORDS));
        all.put(
                "data as canonical",
                "<html><head><link rel=canonical href='data:text/html,x'></head>" + page("<p>" + WORDS));
        all.put("script in the text", page("<p>" + WORDS + SCRIPT + WORDS));
        all.put("script in svg", page("<svg><script>alert(1)</script><text>x</text></svg><p>" + WORDS));
        all.put(
                "script in noscript",
                page("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript><p>" + WORDS));
        all.put("escaped script in the text", page("<p>" + WORDS + "&lt;script&gt;alert(1)&lt;/script&gt; " + WORDS));
        all.put("json-ld without end", ld("{\"a\":".repeat(30_000)));
        all.put("json-ld lists without end", ld("[".repeat(100_000)));
        all.put(
                "json-ld with a huge number",
                ld("{\"@type\":\"Article\",\"datePublished\":" + "9".repeat(100_000) + "}"));
        all.put(
                "json-ld with wrong types",
                ld("{\"@type\":[[]],\"headline\":{},\"author\":7,\"datePublished\":[null]}"));
        all.put("json-ld that is huge", ld("{\"headline\":\"" + "x".repeat(LARGE) + "\"}"));
        all.put(
                "json-ld with script in every field",
                ld(
                        "{\"@type\":\"Article\",\"headline\":\"<img src=x"
                                + " onerror=alert(1)>A\",\"author\":{\"name\":\"<svg onerror=alert(1)>B\"},"
                                + "\"publisher\":{\"name\":\"&lt;script&gt;alert(1)&lt;/script&gt;C\"},\"url\":\"javascript:alert(1)\"}"));
        all.put(
                "frames",
                page("<iframe src=file:///etc/passwd></iframe><object data=file:///etc/passwd></object><p>" + WORDS));
        all.put("base elsewhere", "<html><head><base href='file:///etc/'></head>" + page("<a href=passwd>" + WORDS));
        all.put(
                "refresh",
                "<html><head><meta http-equiv=refresh content='0;url=file:///etc/passwd'></head>"
                        + page("<p>" + WORDS));
        all.put("control characters", page("<p>" + "\u0000\u0001\u0008\u001b[31m".repeat(100) + WORDS));
        all.put("text turned around", page("<p>\u202E" + WORDS + "\u2066\u2069"));
        all.put("combining marks", page("<p>a" + "\u0301".repeat(100_000) + WORDS));
        all.put("dates without end", page("<p>" + "November 2 2026 ".repeat(20_000)));
        all.put("quotes without end", page("<p>" + "\"“‘".repeat(60_000)));
        all.put("dots without end", page("<p>" + ". ".repeat(100_000)));
        all.put("dollars without end", page("<p>" + "$1 ".repeat(100_000)));
        all.put("spaces without end", page("<p>" + "\u00a0 \t".repeat(100_000) + WORDS));
        all.put("a consent page that never ends", page("<p>" + "We use cookies and similar ".repeat(15_000)));
        all.put("a wall that never ends", page("<p>" + "subscribe sign in register ".repeat(15_000)));
        all.put("a submission without end", "<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>8-K\n".repeat(8_000));
        return all;
    }

    private static String ld(String json) {
        return "<html><head><script type=\"application/ld+json\">" + json + "</script></head><body><article><p>"
                + WORDS.repeat(4) + "</p></article></body></html>";
    }

    private static String page(String body) {
        return "<html lang=en><body><article><h1>A report</h1>" + body + "<p>" + WORDS.repeat(4)
                + "</p></article></body></html>";
    }
}
