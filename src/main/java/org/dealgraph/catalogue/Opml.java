package org.dealgraph.catalogue;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.dealgraph.model.Source;
import org.dealgraph.model.Source.Filter;
import org.dealgraph.model.Source.Kind;
import org.dealgraph.model.Source.Selectors;
import org.dealgraph.model.Tier;
import org.dealgraph.model.WebAddress;
import org.jspecify.annotations.Nullable;

/** Lists of feeds as feed readers exchange them. */
public final class Opml {

    private static final int MOST = 5_000;
    private static final int LONGEST_NAME = 60;
    private static final Set<Kind> FEEDS = Set.of(Kind.RSS, Kind.ATOM, Kind.JSON);

    private Opml() {}

    /**
     * The feeds in a list, as sources of the lowest standing that nobody has checked; one for each address.
     *
     * @param body an OPML file; nothing outside it is loaded
     * @throws CatalogueException where it is not XML
     */
    public static List<Source> read(byte[] body, String name) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<Source> sources = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext() && sources.size() < MOST) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("outline")) {
                    source(reader)
                            .filter(s -> seen.add(s.id()) && seen.add(s.address()))
                            .ifPresent(sources::add);
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new CatalogueException(
                    List.of(name + ":" + line + ": is not OPML that can be read: " + e.getMessage()));
        }
        return List.copyOf(sources);
    }

    private static Optional<Source> source(XMLStreamReader reader) {
        String address = attribute(reader, "xmlUrl");
        return Optional.ofNullable(address).flatMap(WebAddress::parse).map(web -> {
            String title = attribute(reader, "title") != null ? attribute(reader, "title") : attribute(reader, "text");
            String shown = title == null || title.isBlank() ? web.host() : title.strip();
            Kind kind = "atom".equalsIgnoreCase(attribute(reader, "type")) ? Kind.ATOM : Kind.RSS;
            return new Source(
                    id(shown, web),
                    shown,
                    shown,
                    Tier.BLOG,
                    kind,
                    web.href(),
                    Duration.ofHours(1),
                    Filter.none(),
                    Filter.none(),
                    Selectors.none(),
                    true,
                    0,
                    false,
                    null,
                    null);
        });
    }

    private static @Nullable String attribute(XMLStreamReader reader, String name) {
        return reader.getAttributeValue(null, name);
    }

    private static String id(String title, WebAddress address) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = slug.isEmpty() ? address.host().replaceAll("[^a-z0-9]+", "-") : slug;
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).replaceAll("-$", "") : name;
    }

    /** The feeds among some sources as an OPML file; filings and pages are no feeds, and left out. */
    public static String write(List<Source> sources) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("opml");
            out.writeAttribute("version", "2.0");
            out.writeStartElement("head");
            out.writeStartElement("title");
            out.writeCharacters("Dealgraph sources");
            out.writeEndElement();
            out.writeEndElement();
            out.writeStartElement("body");
            for (Source source : sources) {
                if (FEEDS.contains(source.kind())) {
                    out.writeEmptyElement("outline");
                    out.writeAttribute("type", source.kind() == Kind.ATOM ? "atom" : "rss");
                    out.writeAttribute("text", source.title());
                    out.writeAttribute("title", source.title());
                    out.writeAttribute("xmlUrl", source.address());
                }
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("could not write OPML: " + sources.size() + " sources", e);
        }
        return text.toString();
    }
}
