package org.dealgraph.feed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Takes everything active out of HTML from outside: only elements, attributes, kinds of address and style properties
 * known to be harmless stay, and addresses become absolute.
 */
final class Sanitizer {

    private static final String[] TAGS =
            words("a abbr acronym address area article aside audio b bdi bdo big blockquote br canvas caption center"
                    + " cite code col colgroup command data datagrid datalist dd del details dfn dialog dir div dl dt em"
                    + " fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label"
                    + " legend li m main map mark meter multicol nav nextid nobr ol optgroup option output p pre progress"
                    + " q rp rt ruby s samp section select small sound source spacer span strike strong sub summary sup"
                    + " table tbody td textarea tfoot th thead time tr tt u ul var video wbr");

    private static final String[] ATTRIBUTES = words(
            "abbr accept accept-charset accesskey align alt autocomplete autofocus axis background balance bgcolor"
                    + " bgproperties border bordercolor bordercolordark bordercolorlight bottompadding cellpadding"
                    + " cellspacing ch challenge char charoff charset checked choff cite class clear color cols colspan"
                    + " compact contenteditable controls coords data datafld datapagesize datasrc datetime default delay"
                    + " dir disabled draggable dynsrc enctype end face for form frame galleryimg gutter headers height"
                    + " hidden hidefocus high href hreflang hspace icon id inputmode ismap keytype kind label lang"
                    + " leftspacing list longdesc loop loopcount loopend loopstart low lowsrc max maxlength media method"
                    + " min multiple name nohref noshade nowrap open optimum pattern point-size poster pqg preload prompt"
                    + " radiogroup readonly rel repeat-max repeat-min replace required rev rightspacing rows rowspan rules"
                    + " scope scoped selected shape size span src start step style summary suppress tabindex target"
                    + " template title toppadding type unselectable urn usemap valign value variable volume vrml vspace"
                    + " width wrap xml:lang");

    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "cite",
            "background",
            "longdesc",
            "lowsrc",
            "data",
            "usemap",
            "icon",
            "datasrc",
            "dynsrc",
            "poster");
    private static final Pattern SAFE_ADDRESS = Pattern.compile(
            "(?i)(?:https?|ftp|mailto|news|nntp|tel|irc|magnet|geo|xmpp):.*|[^:]*|[^:]*[/?#].*", Pattern.DOTALL);
    private static final Pattern SAFE_PROPERTY =
            Pattern.compile("(?i)azimuth|background(?:-(?:color|x|y))?|border(?:-[a-z]+)*|clear|color|"
                    + "cursor|direction|display|elevation|float|font(?:-[a-z]+)?|height|letter-spacing|line-height|margin(?:-[a-z]+)?|overflow|"
                    + "padding(?:-[a-z]+)?|pause(?:-[a-z]+)?|pitch(?:-range)?|richness|speak(?:-[a-z]+)?|speech-rate|stress|text-[a-z]+|"
                    + "unicode-bidi|vertical-align|voice-family|volume|white-space|width");
    private static final Pattern SAFE_VALUE = Pattern.compile(
            "(?i)(?:#[0-9a-f]{3,8}|rgb\\([\\d\\s,%]{3,20}\\)|-?(?:\\d{1,4}(?:\\.\\d{0,3})?|\\.\\d{1,3})(?!\\d)(?:cm|em|ex|in|mm|pc|pt|px|%|,|\\))?|[,%)]|[a-z-]{1,20}|!important|\\s)+");

    /** A frame would swallow what stands in it or, closed as XML allows, what follows; a break closed twice is one. */
    private static final Pattern SWALLOWING = Pattern.compile(
            "(?i)<(?:script|noembed|noframes|xmp)\\b[^<>]{0,2000}/>|</?iframe\\b[^<>]{0,2000}>|(?<=<br>)</br\\s*>");

    private static final int LONGEST_STYLE = 1_000;

    private static final Safelist SAFE = safelist();

    private Sanitizer() {}

    private static String[] words(String list) {
        return list.split(" ");
    }

    private static Safelist safelist() {
        return new Safelist().addTags(TAGS).addAttributes(":all", ATTRIBUTES);
    }

    static String clean(String html, String base) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        Document dirty = Jsoup.parseBodyFragment(SWALLOWING.matcher(html).replaceAll(""), base);
        Document clean = new Cleaner(SAFE).clean(dirty);
        clean.outputSettings(new OutputSettings().prettyPrint(false).syntax(OutputSettings.Syntax.xml));
        for (Element element : clean.body().select("*")) {
            clean(element, base);
        }
        return clean.body().html();
    }

    private static void clean(Element element, String base) {
        List<Attribute> attributes = element.attributes().asList();
        for (Attribute attribute : attributes) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (ADDRESSES.contains(name)) {
                address(element, attribute, base);
            } else if (name.equals("style")) {
                style(element, attribute);
            }
        }
    }

    private static void address(Element element, Attribute attribute, String base) {
        String value = attribute.getValue().strip();
        String visible = value.replaceAll("[\\p{Cc}\\p{Z}]", "");
        if (!SAFE_ADDRESS.matcher(visible).matches()) {
            element.removeAttr(attribute.getKey());
            return;
        }
        element.attr(attribute.getKey(), value.isEmpty() ? "" : WebAddress.resolve(base, value));
    }

    private static void style(Element element, Attribute attribute) {
        String value = attribute.getValue();
        String style = Stream.of(value.length() > LONGEST_STYLE ? new String[0] : value.split(";"))
                .map(declaration -> declaration.split(":", 2))
                .filter(parts -> parts.length == 2
                        && SAFE_PROPERTY.matcher(parts[0].strip()).matches()
                        && SAFE_VALUE.matcher(parts[1].strip()).matches())
                .map(parts -> parts[0].strip() + ": " + parts[1].strip() + ";")
                .collect(Collectors.joining(" "));
        if (style.isEmpty()) {
            element.removeAttr(attribute.getKey());
        } else {
            element.attr(attribute.getKey(), style);
        }
    }
}
