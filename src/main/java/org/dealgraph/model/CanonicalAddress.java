package org.dealgraph.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of an address names the page, and what only says how a reader came to it or on what device. */
final class CanonicalAddress {

    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(?:utm|at|pk|mtm|hsa|oly|vero|ga|guce|_hs|__hs|piwik|matomo)_.*|"
                    + "fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|mkt_tok|"
                    + "_ga|_gl|_hsenc|_hsmi|__twitter_impression|s_cid|s_kwcid|cmpid|cmp|ncid|icid|cid_source|ref_src|ref_url|referrer|ref|"
                    + "referringsource|smid|smtyp|sh|sref|srnd|share|shared|shareid|sharetype|soc_src|soc_trk|spm|trk|trkcampaign|trkinfo|tracking_id|"
                    + "guccounter|partner|source_?feed|feedview|rss|rss_id|feed|ftag|ftcamp|mbid|mod|mod_src|xtor|wt\\.mc_id|wt_mc|ito|ocid|"
                    + "amp|outputtype|amp_js_v|usqp|embedded_?checkout|taid|tpcc|unlocked_article_code|leadsource|campaign_?id|emailid|"
                    + "print|__source|cm_mmc|elqtrackid|sr_share|via|yptr|dicbo|wprov|sfnsn|_branch_match_id|onwardjourney");
    private static final Pattern AMP_CACHE = Pattern.compile("(?:[^.]+\\.)?cdn\\.ampproject\\.org");
    private static final Pattern AMP_PATH = Pattern.compile("/(?:[a-z]/)+(?:s/)?([^/]+\\.[^/]+)(/.*)?");
    private static final Pattern AMP_VIEWER = Pattern.compile("/amp/(?:s/)?([^/]+\\.[^/]+)(/.*)?");
    private static final Pattern AMP_SUFFIX =
            Pattern.compile("(?i)(?:/amp|/amp/|\\.amp|\\.amp\\.html|/amp\\.html|[-_]amp\\.html)$");
    private static final Pattern AMP_PREFIX = Pattern.compile("(?i)^/amp(?=/.+)");
    private static final Pattern DEVICE = Pattern.compile("^(?:www\\d?|m|mobile|amp|touch|wap|edition)\\.(?=.+\\..+)");
    private static final Pattern INDEX = Pattern.compile("(?i)/(?:index\\.(?:html?|php|aspx?)|default\\.aspx?)$");

    private CanonicalAddress() {}

    static WebAddress of(WebAddress address) {
        WebAddress page = unwrapped(address).orElse(address);
        return page.with(page.host(), page.path(), query(page.query(), false));
    }

    static String identity(WebAddress address) {
        WebAddress page = of(address);
        String host = DEVICE.matcher(page.host()).replaceFirst("");
        String path = AMP_PREFIX.matcher(page.path()).replaceFirst("");
        path = AMP_SUFFIX
                .matcher(path)
                .replaceFirst(path.toLowerCase(Locale.ROOT).endsWith(".amp.html") ? ".html" : "");
        path = INDEX.matcher(path).replaceFirst("/").replaceFirst("/+$", "");
        String query = query(page.query(), true);
        return host + (page.port() < 0 ? "" : ":" + page.port()) + path + (query == null ? "" : "?" + query);
    }

    /** An address inside AMP's caches and viewers names the page that they show. */
    private static Optional<WebAddress> unwrapped(WebAddress address) {
        boolean viewer = address.host().matches("(?:www\\.)?google\\.[a-z.]+");
        boolean cache = AMP_CACHE.matcher(address.host()).matches();
        if (!viewer && !cache) {
            return Optional.empty();
        }
        Matcher m = (viewer ? AMP_VIEWER : AMP_PATH).matcher(address.path());
        if (!m.matches()) {
            return Optional.empty();
        }
        String rest = m.group(2) == null ? "/" : m.group(2);
        return WebAddress.parse(
                "https://" + m.group(1) + rest + (address.query() == null ? "" : "?" + address.query()));
    }

    private static @Nullable String query(@Nullable String query, boolean sorted) {
        if (query == null) {
            return null;
        }
        var kept = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty()
                        && !TRACKING.matcher(pair.split("=", 2)[0]).matches());
        String text = (sorted ? kept.sorted() : kept).collect(Collectors.joining("&"));
        return text.isEmpty() ? null : text;
    }
}
