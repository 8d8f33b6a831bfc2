package org.dealgraph.output;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A document as a strict parser reads it, asked by paths that look at local names. */
record Xml(Document document) {

    static Xml of(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Xml(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
        } catch (Exception e) {
            throw new IllegalArgumentException("could not parse as XML: " + text, e);
        }
    }

    /** The texts at a path in which {@code a:} is Atom, {@code h:} the history of feeds. */
    List<String> all(String path) {
        String plain = path.replaceAll(
                        "a:([a-z-]+)", "*[local-name()='$1' and namespace-uri()='http://www.w3.org/2005/Atom']")
                .replaceAll(
                        "h:([a-z]+)",
                        "*[local-name()='$1' and namespace-uri()='http://purl.org/syndication/history/1.0']");
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(plain, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
            return texts;
        } catch (Exception e) {
            throw new IllegalArgumentException("could not ask: " + plain, e);
        }
    }

    int count(String path) {
        return all(path).size();
    }
}
