package org.dealgraph.output;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML as it is written element by element; escaping is the platform's, and no text given to it may hold control characters. */
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    XmlText() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            text.write('\n');
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    XmlText open(String name, Map<String, String> attributes) {
        return write(() -> {
            out.writeStartElement(name);
            attributes(attributes);
        });
    }

    XmlText close() {
        return write(() -> {
            out.writeEndElement();
            out.writeCharacters("\n");
        });
    }

    XmlText leaf(String name, Map<String, String> attributes) {
        return write(() -> {
            out.writeEmptyElement(name);
            attributes(attributes);
            out.writeCharacters("\n");
        });
    }

    XmlText text(String name, String value) {
        return text(name, Map.of(), value);
    }

    XmlText text(String name, Map<String, String> attributes, String value) {
        return write(() -> {
            out.writeStartElement(name);
            attributes(attributes);
            out.writeCharacters(value);
            out.writeEndElement();
            out.writeCharacters("\n");
        });
    }

    String done() {
        write(out::writeEndDocument);
        write(out::close);
        return text.toString();
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> each : new java.util.TreeMap<>(attributes).entrySet()) {
            out.writeAttribute(each.getKey(), each.getValue());
        }
    }

    private XmlText write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private static IllegalStateException fault(XMLStreamException e) {
        return new IllegalStateException("could not write a feed: " + e.getMessage(), e);
    }

    private interface Step {
        void run() throws XMLStreamException;
    }
}
