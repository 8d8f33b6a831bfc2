package org.dealgraph.article;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Cuts away what surrounds an article: menus, forms, shares, teasers, comments, notices. */
final class Boilerplate {

    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "canvas",
            "form",
            "input",
            "select",
            "textarea",
            "button",
            "nav",
            "footer",
            "aside",
            "dialog",
            "menu",
            "map",
            "audio",
            "video",
            "figcaption",
            "link",
            "meta",
            "ins",
            "marquee",
            "label",
            "option",
            "picture",
            "amp-ad",
            "amp-analytics",
            "amp-consent",
            "amp-embed",
            "amp-sidebar",
            "amp-social-share",
            "amp-user-notification",
            "img");

    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "search",
            "complementary",
            "contentinfo",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "tablist",
            "alert");

    private static final Pattern UNLIKELY = Pattern.compile(
            "(?:^|[\\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|side-?bar|aside|share|sharing|social|shares|"
                    + "related|recirc\\w*|recommend\\w*|read-?more|readnext|read-next|more-(?:from|on|stories|news|articles)|trending|popular|"
                    + "most-read|newsletter\\w*|signup|sign-up|subscribe|subscription|promo|promos|promotion|advert\\w*|ads?|adsense|ad-slot|"
                    + "sponsor\\w*|outbrain|taboola|comments?|commentlist|disqus\\w*|respond|cookie\\w*|consent|gdpr|modal|popup|pop-up|overlay|"
                    + "author-(?:bio|box|info|card)|about-(?:the-)?author|bio|post-?tags|tags|tag-?list|taglist|keywords|categories|pagination|pager|prev-next|"
                    + "toolbar|tools|byline|dateline|timestamp|credit|caption|gallery|carousel|slider|slideshow|widget|skip-link|"
                    + "screen-reader-text|sr-only|visually-hidden|visuallyhidden|hidden|print-only|noprint|no-print|toc|table-of-contents|masthead|site-header|"
                    + "page-header|post-meta|entry-meta|article-meta|metadata|postmeta|post-info|rating|reactions|login|search|"
                    + "disclaimer|copyright|legal|donate|jump-?links?|teasers?|topics|latest-news|hatnote|infobox|navbox|reflist|mw-editsection|"
                    + "footnotes?|references)(?:$|[\\s_-])");

    private static final Pattern UNLIKELY_JOINED = Pattern.compile(
            "thumbcaption|wp-caption-text|relatedarticle|relatedcontent|relatedpost|related[_-]?stor|sharebar|sharetool|socialshare|sharethis|addthis|jp-relatedposts|"
                    + "newslettersignup|commentsection|comment-list|comments-area|sidebarcontainer|pulledquote|pullquote|"
                    + "inline-promo|paywall-offer|navigationmenu|breadcrumb|advertisement|sponsored");

    private static final Pattern LIKELY = Pattern.compile(
            "(?:^|[\\s_-])(?:article-?body|article-?content|articletext|article__body|entry-content|post-content|post-body|story-?body|story-?content|main-content|body-?copy)(?:$|[\\s_-])");

    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

    /** Words in a sentence are marked with all sorts of classes; only those that say "unseen" take them out of it. */
    private static final Pattern UNSEEN = Pattern.compile(
            "(?:^|[\\s_-])(?:screen-reader-text|sr-only|visually-?hidden|hidden|mw-editsection|share|tooltip\\w*)(?:$|[\\s_-])");

    private static final Set<String> INLINE_HOME =
            Set.of("p", "li", "em", "strong", "b", "i", "a", "span", "blockquote", "td", "h2", "h3", "h4", "font");

    private static final Pattern DISCUSSION =
            Pattern.compile("comment|disqus|respond|discussion|replies|related|recirc|recommend");

    private static final Pattern TEASER =
            Pattern.compile("(?:^|[\\s_-])(?:card|teaser|tile|story|post|item|entry)(?:$|[\\s_-])");

    private static final int FEWEST_TEASERS = 3;
    private static final int LONGEST_TEASER = 400;
    private static final double MAIN_SHARE = 0.5;
    private static final int LONG = 250;

    private final Prose prose;
    private final int whole;
    private final Weight weight;

    private Boilerplate(Element body, Weight weight) {
        this.weight = weight;
        this.prose = Prose.of(body);
        this.whole = prose.in(body);
    }

    /** How much is cut. */
    enum Weight {
        /** All that is no article by element, by name, or hidden. */
        FULL,
        /** Names are not looked at. */
        NAMES_KEPT,
        /** What is hidden may be the article, which some pages show by a script. */
        HIDDEN_KEPT
    }

    /** Cuts in place. */
    static void cut(Element body, Weight weight) {
        Boilerplate boilerplate = new Boilerplate(body, weight);
        boilerplate.cutTags(body);
        if (weight == Weight.FULL) {
            boilerplate.cutUnlikely(body);
        }
    }

    private void cutTags(Element body) {
        List<Node> out = new ArrayList<>();
        body.traverse((node, depth) -> {
            if (node instanceof Comment || (node instanceof Element e && e != body && isNever(e))) {
                out.add(node);
            }
        });
        Cut.out(out);
    }

    private boolean isNever(Element e) {
        String name = e.normalName();
        if (name.equals("form")
                || name.equals("aside")
                || name.equals("ins")
                || name.equals("footer")
                || name.equals("label")) {
            return !holdsArticle(e);
        }
        return NEVER.contains(name) || (isHidden(e) && !(weight == Weight.HIDDEN_KEPT && holdsArticle(e)));
    }

    private static boolean isHidden(Element e) {
        boolean script = e.attr("aria-hidden").equals("true") && !e.className().contains("fallback");
        boolean attribute = e.hasAttr("hidden") && !e.attr("hidden").equals("until-found");
        return script || attribute || HIDDEN.matcher(e.attr("style")).find();
    }

    private void cutUnlikely(Element body) {
        List<Element> out = new ArrayList<>();
        for (Element e : body.select("*")) {
            if (e != body && isUnlikely(e)) {
                out.add(e);
            }
        }
        out.addAll(teasers(body));
        Cut.out(out);
    }

    /** Beginnings of other articles, several beside each other: a few words below a heading that leads to another page. */
    private List<Element> teasers(Element body) {
        Map<Element, List<Element>> byParent = new IdentityHashMap<>();
        for (Element link : body.select("h2 > a[href], h3 > a[href], h4 > a[href]")) {
            Element card = card(link);
            Element row = card == null ? null : card.parent();
            if (card != null && row != null) {
                byParent.computeIfAbsent(row, parent -> new ArrayList<>()).add(card);
            }
        }
        return byParent.values().stream()
                .filter(cards -> cards.size() >= FEWEST_TEASERS)
                .flatMap(List::stream)
                .toList();
    }

    private @Nullable Element card(Element link) {
        Element heading = link.parent();
        String to = link.attr("href");
        if (heading == null || to.startsWith("#") || !heading.text().equals(link.text())) {
            return null;
        }
        for (Element up = heading.parent(); up != null; up = up.parent()) {
            boolean card = up.normalName().equals("article") || up.normalName().equals("li");
            if (card || TEASER.matcher(up.className()).find()) {
                return prose.all(up) <= LONGEST_TEASER ? up : null;
            }
        }
        return null;
    }

    private boolean isUnlikely(Element e) {
        if (ROLES.contains(e.attr("role"))) {
            return !holdsArticle(e);
        }
        String names = (e.className() + " " + e.id()).toLowerCase(Locale.ROOT);
        if (names.length() < 2 || LIKELY.matcher(names).find()) {
            return false;
        }
        String name = e.normalName();
        if (!e.isBlock()
                && e.parent() != null
                && INLINE_HOME.contains(e.parent().normalName())) {
            return UNSEEN.matcher(names).find();
        }
        if (name.equals("article")
                || name.equals("main")
                || name.equals("html")
                || name.equals("body")
                || name.equals("p")) {
            return false;
        }
        boolean unlikely =
                UNLIKELY.matcher(names).find() || UNLIKELY_JOINED.matcher(names).find();
        return unlikely && !holdsArticle(e);
    }

    /** A container that carries most of the page's prose is kept whatever its name, unless that says it is no article. */
    private boolean holdsArticle(Element e) {
        int own = prose.in(e);
        if (own < LONG || own <= MAIN_SHARE * whole) {
            return false;
        }
        boolean other = DISCUSSION
                .matcher((e.className() + " " + e.id()).toLowerCase(Locale.ROOT))
                .find();
        return !other || e.selectFirst("h1, article, [itemprop=articleBody]") != null;
    }
}
