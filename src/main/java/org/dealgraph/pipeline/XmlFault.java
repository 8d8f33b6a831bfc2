package org.dealgraph.pipeline;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds where a file stops being well-formed XML, so that a person can be told the line. Resolves no entities. */
final class XmlFault {

    private XmlFault() {}

    /** The first fault with its line, or empty where there is none. */
    static Optional<String> find(byte[] body) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                reader.next();
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            String message = String.valueOf(e.getMessage());
            return Optional.of("line " + line + ": "
                    + message.substring(message.lastIndexOf("Message: ")
                                    + "Message: ".length() * (message.contains("Message: ") ? 1 : 0))
                            .strip());
        }
    }
}
